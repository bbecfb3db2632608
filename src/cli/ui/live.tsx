import { Box, render, Text } from 'ink';
import type { RunEvent } from '../../domain/event.ts';
import { formatDuration } from '../../lib/duration.ts';
import { printable, type Terminal } from '../terminal.ts';
import { follow, NO_PROGRESS, type Progress, timeLeft } from './progress.ts';
import type { Watcher } from './watcher.ts';

const REDRAW_MS = 120;
/** While one long step is under way, the clock goes on. */
const TICK_MS = 1000;

/** The view on a terminal: plan, what is being read, findings as they come, time left. Drawn on stderr. */
export function liveWatcher({ clock, color }: Terminal): Watcher {
  const startedAt = clock();
  let progress = NO_PROGRESS;
  let drawnAt = 0;
  const view = render(<RunView progress={progress} color={color} />, {
    stdout: process.stderr,
    patchConsole: false,
    exitOnCtrlC: false,
  });
  const draw = () => {
    drawnAt = clock();
    view.rerender(<RunView progress={progress} color={color} />);
  };
  const ticking = setInterval(() => {
    progress = { ...progress, elapsedMs: clock() - startedAt };
    draw();
  }, TICK_MS);
  ticking.unref();
  return {
    emit: (event: RunEvent) => {
      progress = follow(progress, event);
      if (clock() - drawnAt >= REDRAW_MS || event.type === 'stopped') draw();
    },
    close: () => {
      clearInterval(ticking);
      draw();
      view.unmount();
    },
  };
}

function RunView({ progress, color }: { readonly progress: Progress; readonly color: boolean }) {
  const inColor = (name: string) => (color ? { color: name } : {});
  const { title, sources, pages, questions, current, recent, findings, elapsedMs } = progress;
  const clockLine = [formatDuration(elapsedMs), timeLeft(progress)].filter(Boolean).join(', ');
  return (
    <Box flexDirection="column" paddingX={1}>
      <Text bold wrap="truncate-end">
        {printable(title)}
      </Text>
      <Text dimColor>
        {sources.read + sources.failed}/{sources.all} sources, {pages} pages, {findings} findings, {clockLine}
      </Text>
      <Box flexDirection="column" marginTop={1}>
        {questions.map(question => (
          <Text key={question.id} wrap="truncate-end">
            <Text {...inColor(question.findings > 0 ? 'green' : 'gray')}>
              {question.findings > 0 ? '●' : '○'}
            </Text>{' '}
            {printable(question.topic)}{' '}
            <Text dimColor>
              {question.pages} pages, {question.findings} findings
            </Text>
          </Text>
        ))}
      </Box>
      <Box marginTop={1}>
        <Text {...inColor('cyan')} wrap="truncate-end">
          {printable(current)}
        </Text>
      </Box>
      <Box flexDirection="column">
        {recent.map(({ id, claim }) => (
          <Text key={id} dimColor wrap="truncate-end">
            + {printable(claim)}
          </Text>
        ))}
      </Box>
    </Box>
  );
}
