import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChartReading, Reading, TextRole } from '../../domain/reading.ts';
import type { StoredPage } from '../../domain/store.ts';
import { bagOf, type Overlap, overlap, recallOf, sumOverlaps } from '../bag.ts';
import { filesBelow, readJson } from '../gold.ts';
import { inLanes } from '../lanes.ts';
import { pageText } from '../page-text.ts';
import type { EvalContext, Suite } from '../suite.ts';
import { type AdjacencyScore, scoreTables, sumScores, toGridTable } from '../tables.ts';

/** Decks against what their XML says, read out by another program; office files against their text. */
export const native: Suite = {
  name: 'native',
  about: 'text, tables, chart points and notes of decks against their XML; words of DOCX, XLSX and HTML',
  needs: 'data',
  run: async context => {
    const decks = await filesBelow(join(context.data, 'pptx'));
    const scored = await inLanes(decks, 2, file => scoreDeck(file, context));
    const sum = (pick: (deck: DeckScore) => Overlap) => recallOf(sumOverlaps(scored.map(pick)));
    const office = await inLanes(await filesBelow(join(context.data, 'office_gold')), 2, file =>
      scoreOffice(file, context),
    );
    return {
      scores: {
        text: sum(deck => deck.text),
        notes: sum(deck => deck.notes),
        tables: sumScores(scored.map(deck => deck.tables)).f1,
        charts: sum(deck => deck.charts),
        office: recallOf(sumOverlaps(office.map(file => file.text))),
      },
      n: decks.length + office.length,
      each: [
        ...scored.map(({ name, text, notes, tables, charts }) => ({
          name,
          text: recallOf(text),
          notes: recallOf(notes),
          tables: tables.gold === 0 ? null : tables.f1,
          charts: charts.wanted === 0 ? null : recallOf(charts),
        })),
        ...office.map(({ name, text }) => ({ name, text: recallOf(text) })),
      ],
    };
  },
};

interface GoldSlide {
  readonly slide: number;
  readonly text: readonly string[];
  readonly tables: readonly (readonly (readonly string[])[])[];
  readonly charts: readonly {
    readonly format: 'wide' | 'xy';
    readonly columns: readonly string[];
    readonly rows: readonly (readonly string[])[];
  }[];
  readonly notes: string | null;
}

interface DeckScore {
  readonly name: string;
  readonly text: Overlap;
  readonly notes: Overlap;
  readonly tables: AdjacencyScore;
  readonly charts: Overlap;
}

async function scoreDeck(file: string, { data, read }: EvalContext): Promise<DeckScore> {
  const name = file.replace(/\.pptx$/, '');
  const slides = (await readJson(join(data, 'pptx_gold', `${name}.json`))) as readonly GoldSlide[];
  const opened = await read(join(data, 'pptx', file));
  const paired = slides.map(gold => ({
    gold,
    readings: opened.ok ? readingsOf(opened.document.pages, gold.slide) : [],
  }));
  return {
    name,
    text: sumOverlaps(paired.map(({ gold, readings }) => words(textOf(readings), gold.text.join('\n')))),
    notes: sumOverlaps(paired.map(({ gold, readings }) => words(textOf(readings, 'note'), gold.notes ?? ''))),
    tables: sumScores(
      paired.map(({ gold, readings }) => scoreTables(gridsOf(readings), gold.tables.map(toGold))),
    ),
    charts: sumOverlaps(
      paired.map(({ gold, readings }) => overlap(pointsRead(readings), bag(gold.charts.flatMap(pointsOf)))),
    ),
  };
}

async function scoreOffice(file: string, { data, read }: EvalContext) {
  const name = file.replace(/\.md$/, '');
  const gold = await readFile(join(data, 'office_gold', file), 'utf8');
  const opened = await read(join(data, 'office', name));
  const found = opened.ok ? opened.document.pages.map(pageText).join('\n') : '';
  return { name, text: words(found, plain(gold)) };
}

function readingsOf(pages: readonly StoredPage[], number: number): readonly Reading[] {
  return pages.find(page => page.page === number)?.readings ?? [];
}

function textOf(readings: readonly Reading[], role?: TextRole): string {
  const texts = readings.filter(reading => reading.kind === 'text');
  return texts
    .flatMap(({ role: own, text }) => (role === undefined || own === role ? [text] : []))
    .join('\n');
}

function gridsOf(readings: readonly Reading[]) {
  return readings.flatMap(reading => (reading.kind === 'table' ? [toGridTable(reading)] : []));
}

function toGold(rows: readonly (readonly string[])[]) {
  return toGridTable({ columns: rows[0] ?? [], rows: rows.slice(1) });
}

function pointsRead(readings: readonly Reading[]) {
  const charts = readings.filter((reading): reading is ChartReading => reading.kind === 'chart');
  return bag(
    charts.flatMap(({ points }) =>
      points.flatMap(({ series, y }) => (y === null ? [] : [pointKey(series, y)])),
    ),
  );
}

/** A point is its series and its value: categories are dates here and there, and worded in many ways. */
function pointsOf({ format, columns, rows }: GoldSlide['charts'][number]): readonly string[] {
  if (format === 'xy') return rows.map(([series = '', , y = '']) => pointKey(series, Number(y)));
  return rows.flatMap(row =>
    row.slice(1).flatMap((cell, i) => (cell === '' ? [] : [pointKey(columns[i + 1] ?? '', Number(cell))])),
  );
}

function pointKey(series: string, value: number): string {
  return `${series.replace(/\s+/g, ' ').trim().toLowerCase()}|${Number(value.toPrecision(9))}`;
}

function bag(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function words(found: string, wanted: string): Overlap {
  return overlap(bagOf(found), bagOf(wanted));
}

/** Markdown without what isn't text of the document. */
function plain(markdown: string): string {
  return markdown
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/\]\([^)]*\)/g, '] ')
    .replace(/&(amp|lt|gt|quot|nbsp);/g, ' ');
}
