import type { ChartReading, FailedReading, TableReading } from '../../domain/reading.ts';
import type { StoredDocument } from '../../domain/store.ts';
import { loadRun, withReadonlyStore } from '../../run/load-run.ts';
import { READER_VERSION } from '../../run/versions.ts';
import type { Execute } from '../invocation.ts';
import { printable } from '../terminal.ts';
import { limitOf } from '../text/limit.ts';

type FigureReading = TableReading | ChartReading | FailedReading;

interface Figure {
  readonly path: string;
  readonly reading: FigureReading;
}

/** `dossier figures`: tables, charts and pictures that were met, read or not and why. */
export const execute: Execute = async ({ options, settings }) =>
  withReadonlyStore(settings.store, async store => {
    const { state } = await loadRun(store, options.run as string | undefined);
    const figures: Figure[] = [];
    for (const { path, sha256 } of Object.values(state.sources)) {
      const document = await store.getDocument(sha256, READER_VERSION);
      if (document) figures.push(...figuresOf(document).map(reading => ({ path, reading })));
    }
    const shown = figures.slice(0, limitOf(options.limit));
    const data = { figures: shown.map(({ path, reading }) => ({ path, ...reading })) };
    return { exit: 0, schema: 'dossier.figures/1', text: printable(shown.map(line).join('\n')), data };
  });

function figuresOf({ pages }: StoredDocument): readonly FigureReading[] {
  return pages.flatMap(page => page.readings.filter(reading => reading.kind !== 'text'));
}

function line({ path, reading }: Figure): string {
  const name = reading.kind === 'failed' ? reading.caption : reading.title;
  const what = reading.kind === 'failed' ? `${reading.region} not read (${reading.code})` : reading.kind;
  return `${reading.id}  ${path}, p. ${reading.page}  ${what}  ${name}`.trimEnd();
}
