import type { Deck, Slide } from '../../domain/deck.ts';
import type { Sentence } from '../../domain/report.ts';
import { fitLines, wrapText } from '../font/measure.ts';
import { plain } from '../plain.ts';
import { type BulletLimits, spreadBullets } from './fit.ts';
import { BODY, RESERVE, SIZES, TITLE } from './page.ts';
import { sidePanel } from './side-panel.ts';
import { splitTable } from './table-layout.ts';

const TITLE_LINES = 2;
/** At most six bullets and ninety words a slide. */
const LIMITS = { most: 6, words: 90 } as const;
/** The summary stays on one slide where it can. */
const SUMMARY_LIMITS = { most: 7, words: 160 } as const;
const ENTRY_LIMITS = { most: 14, words: 400 } as const;

/** A deck whose every slide holds what is on it: nothing overflows, nothing is set smaller than its kind allows. */
export interface PagedDeck {
  readonly slides: readonly Slide[];
  /** Points; one size for all content titles. */
  readonly titleSize: number;
}

export function paginate(deck: Deck): PagedDeck {
  const slides = deck.slides.flatMap(split);
  const content = slides.filter(slide => slide.kind !== 'title');
  const fits = (size: number) => content.every(slide => titleLines(slide.title, size) <= TITLE_LINES);
  const titleSize = SIZES.title.find(fits) ?? 20;
  return { slides: slides.map(slide => shortTitle(slide, titleSize)), titleSize };
}

type Splitter<K extends Slide['kind']> = (slide: Extract<Slide, { kind: K }>) => readonly Slide[];

const splitters = {
  title: slide => [slide],
  summary: slide => numbered(spreadPoints(slide, SUMMARY_LIMITS)),
  text: slide => numbered(spreadPoints(slide, LIMITS)),
  chart: splitChart,
  table: slide => numbered(splitTable(slide)),
  sources: slide =>
    numbered(
      spreadBullets(slide.entries, BODY, SIZES.entries, ENTRY_LIMITS).map(entries => ({
        ...slide,
        entries,
      })),
    ),
} satisfies { readonly [K in Slide['kind']]: Splitter<K> };

function split(slide: Slide): readonly Slide[] {
  const clean = { ...slide, title: plain(slide.title) };
  return (splitters[slide.kind] as (slide: Slide) => readonly Slide[])(clean);
}

function spreadPoints<S extends Slide & { readonly points: readonly Sentence[] }>(
  slide: S,
  limits: BulletLimits,
): readonly S[] {
  if (slide.points.length === 0) return [slide];
  const groups = spreadBullets(
    slide.points.map(point => point.text),
    BODY,
    SIZES.points,
    limits,
  );
  return groups.map(texts => ({
    ...slide,
    points: texts.map(text => ({ text, findings: [], citations: [] })),
  }));
}

/** What doesn't stand beside the chart goes to a slide of its own. */
function splitChart(slide: Extract<Slide, { kind: 'chart' }>): readonly Slide[] {
  const { beside, rest } = sidePanel(slide.points);
  if (rest.length === 0) return [slide];
  const { chart: _chart, ...common } = slide;
  const more = spreadPoints({ ...common, kind: 'text', points: rest }, LIMITS);
  return numbered([{ ...slide, points: beside }, ...more]);
}

/** Titles are unique in a deck: a slide that goes on says so. */
function numbered(slides: readonly Slide[]): readonly Slide[] {
  if (slides.length < 2) return slides;
  return slides.map((slide, index) => ({
    ...slide,
    title: `${slide.title} (${index + 1}\u00a0of\u00a0${slides.length})`,
  }));
}

/** The whole title goes to the notes where it has to be cut. */
function shortTitle(slide: Slide, size: number): Slide {
  const { title } = slide;
  if (slide.kind === 'title' || titleLines(title, size) <= TITLE_LINES) return slide;
  const suffix = title.match(/ \(\d+\u00a0of\u00a0\d+\)$/)?.[0] ?? '';
  const style = { size, bold: true, count: TITLE_LINES };
  const width = TITLE.w * 72 * RESERVE - suffix.length * size * 0.3;
  const cut = fitLines(title.slice(0, title.length - suffix.length), width, style).join(' ');
  return { ...slide, title: cut + suffix, notes: [title, ...slide.notes] };
}

function titleLines(title: string, size: number): number {
  return wrapText(title, TITLE.w * 72 * RESERVE, { size, bold: true }).length;
}
