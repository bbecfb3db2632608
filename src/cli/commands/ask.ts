import type { Evidence } from '../../domain/finding.ts';
import { EXIT } from '../../errors.ts';
import { type Answer, ask } from '../../run/ask.ts';
import { exitOf } from '../../run/exit-code.ts';
import { withSession } from '../../run/session.ts';
import { briefOf } from '../brief.ts';
import type { Execute } from '../invocation.ts';
import { passwordsOf } from '../passwords.ts';
import { printable } from '../terminal.ts';
import { watchRun } from '../ui/watch.ts';

/** `dossier ask`: one question, its answer and the evidence. */
export const execute: Execute = async ({ args, brief, options, settings, terminal }) => {
  const { cwd, clock, signal } = terminal;
  const quiet = Boolean(options.quiet) || Boolean(options.json);
  const watcher = await watchRun(terminal, {
    quiet,
    ndjson: Boolean(options.ndjson),
    verbose: Boolean(options.verbose),
  });
  try {
    const asked = briefOf({ args, brief, settings, terminal });
    const passwords = passwordsOf({ settings, terminal });
    const session = { ...settings, ...passwords, cwd, clock, emit: watcher.emit };
    const answer = await withSession(session, kit => ask(asked, kit, signal));
    const exit = answer.best ? exitOf(answer.report, settings) : settings.strict ? EXIT.gate : EXIT.partial;
    return { exit, schema: 'dossier.answer/1', text: answerText(answer), data: answerData(answer) };
  } finally {
    watcher.close();
  }
};

const SHOWN_EVIDENCE = 5;

function answerText(answer: Answer): string {
  const lines = evidenceOf(answer)
    .slice(0, SHOWN_EVIDENCE)
    .map(({ evidence, path }) => `  ${path}, p. ${evidence.page}: “${evidence.quote}”`);
  return printable([answer.text, ...lines].join('\n'));
}

function answerData(answer: Answer) {
  const value = answer.best?.value ?? null;
  return {
    answer: answer.text,
    value: value && { ...value, period: value.period?.label ?? null },
    confidence: answer.best?.confidence ?? 0,
    evidence: evidenceOf(answer).map(({ evidence, path, sha256, title }) => ({
      ...evidence,
      source: { path, sha256, title },
    })),
  };
}

/** Evidence of the answer's findings, best first, with its source spelled out. */
function evidenceOf({ report, state }: Answer) {
  const ids = [...new Set([...report.answer, ...report.open].flatMap(sentence => sentence.findings))];
  const all: readonly Evidence[] = ids.flatMap(id => state.findings[id]?.evidence ?? []);
  return all.map(evidence => {
    const source = state.sources[evidence.source];
    return {
      evidence,
      path: source?.path ?? '',
      sha256: source?.sha256 ?? '',
      title: source?.profile?.title ?? '',
    };
  });
}
