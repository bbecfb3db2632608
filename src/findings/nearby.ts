import type { Reading, TextReading } from '../domain/reading.ts';
import { isPeriodHeap } from './header-line.ts';

/** Words around a table that its reader left outside it. */
export interface Nearby {
  /** The line that announces it: "Net sales by segment are as follows (in millions):"; '' where there is none. */
  readonly lead: string;
  /** Phrases that set its scale or unit, nearest first. */
  readonly units: readonly string[];
  /** The one scale that other places of its page give: it is that of money, not of things that are counted. */
  readonly pageUnits: readonly string[];
  /** Short lines right above, nearest first; a header may have got lost among them. */
  readonly lines: readonly string[];
}

const LOOK_BACK = 4;
const SCALE_NOTE =
  /\(?(?:(?:dollars?|amounts?|figures?|expressed|all (?:amounts|figures)|u\.?s\.? dollars|[$€£]|usd|eur)[\w ]{0,12} )?\b(?:in|of) (?:(?:thousands?|millions?|billions?)(?: of [\w.]+(?: [\w.]+)?)?|(?:usd|eur|gbp|chf|[$€£]) ?(?:thousands?|millions?|billions?|m|bn))\b[^().;:]{0,40}[):]?/gi;

/** What stands before `reading` on its page, and the page's own scale note where nothing nearer says one. */
export function nearbyOf(reading: Reading, readings: readonly Reading[]): Nearby {
  const before = readings.filter(other => other.order < reading.order).sort((a, b) => b.order - a.order);
  const stop = before.findIndex(other => other.kind !== 'text' && other.kind !== 'failed');
  const texts = before.slice(0, stop < 0 ? LOOK_BACK : Math.min(stop, LOOK_BACK)).filter(isText);
  const nearest = texts.map(({ text }) => text.slice(-240));
  const onPage = readings.filter(isText).map(({ text }) => text);
  return {
    lead: leadOf(texts),
    units: nearest.flatMap(scaleNotes),
    pageUnits: pageNote(onPage, readings),
    lines: texts.filter(({ text }) => text.length <= 90).map(({ text }) => text),
  };
}

function isText(reading: Reading): reading is TextReading {
  return reading.kind === 'text';
}

/** "… is as follows (in millions):", or the nearest short heading. */
function leadOf(texts: readonly TextReading[]): string {
  for (const { text, role } of texts) {
    if (isPeriodHeap(text)) continue;
    const announced = ANNOUNCED.exec(text)?.[1] ?? SHOWN_BELOW.exec(text)?.[1];
    if (announced) return announced;
    return role === 'heading' || role === 'title' || role === 'caption' ? text : '';
  }
  return '';
}

const ANNOUNCED = /(?:^|[.!?]\s+)([^.!?]{8,160}):\s*$/;
const SHOWN_BELOW = /(?:^|[.!?]\s+)(the (?:following|table below)\b[^.!?]{8,200})\.?\s*$/i;

/** "(in millions, except per share data)", "in thousands of euros", as printed; last first. */
export function scaleNotes(text: string): readonly string[] {
  return [...text.matchAll(SCALE_NOTE)].map(([note]) => note).reverse();
}

/** One scale for the page where all that is said agrees; tables of one page seldom change it silently. */
function pageNote(texts: readonly string[], readings: readonly Reading[]): readonly string[] {
  const notes = readings.flatMap(reading => (reading.kind === 'table' ? [reading.note, reading.title] : []));
  const said = [...texts, ...notes].flatMap(scaleNotes);
  const scales = new Set(said.map(note => /thousand|million|billion/i.exec(note)?.[0]?.toLowerCase() ?? ''));
  return scales.size === 1 ? said.slice(0, 1) : [];
}
