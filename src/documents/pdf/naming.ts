import { type Bounds, overlapX } from './bounds.ts';
import { CAPTION, distanceTo } from './captions.ts';
import type { Line } from './lines.ts';

/** A text of the page that might name a figure or a table. */
export interface NearText extends Bounds {
  readonly text: string;
  readonly heading: boolean;
  readonly bold: boolean;
  readonly size: number;
}

export interface Names {
  readonly title: string;
  /** What sets units or scale: "(in millions, except per share data)". */
  readonly note: string;
  /** The texts that were used. */
  readonly used: readonly NearText[];
}

/** Title and note of a table from the texts around it, nearest first above it. */
export function nameTable(table: Bounds, texts: readonly NearText[]): Names {
  const above = stackAbove(table, texts, 60);
  const notes = above.filter(text => UNITS.test(text.text) && text.text.length < 140);
  const caption = [...above, ...below(table, texts)].find(text => CAPTION.test(text.text));
  const title = caption ?? above.find(text => !isOnlyNote(text.text) && isTitle(text)) ?? lead(above[0]);
  const used = [...notes, ...(title ? [title] : [])];
  const inTitle = title && !notes.includes(title) ? (PARENTHESIS.exec(title.text)?.[0] ?? '') : '';
  const note = notes
    .map(text => (isOnlyNote(text.text) ? text.text : (PARENTHESIS.exec(text.text)?.[0] ?? '')))
    .join(' ');
  return { title: title?.text ?? '', note: (note || inTitle).trim(), used };
}

/** The last sentence of a paragraph where it leads to what follows: "Net sales were as follows (in millions):". */
function lead(text: NearText | undefined): NearText | undefined {
  if (!text?.text.endsWith(':')) return;
  const last = text.text.split(/(?<=[.!?])\s+(?=\p{Lu})/u).at(-1)!;
  return last.length <= LONGEST_TITLE ? { ...text, text: last } : undefined;
}

/** Caption of a figure: a "Figure 3" below or above it, else the heading on top of it with the line that says what is drawn. */
export function nameFigure(figure: Bounds, texts: readonly NearText[]): Names {
  const above = stackAbove(figure, texts, 75);
  const caption = [...below(figure, texts), ...above].find(text => CAPTION.test(text.text));
  if (caption) return { title: caption.text, note: '', used: [caption] };
  const heading = above.findIndex(text => (text.heading || text.bold) && isTitle(text));
  const used =
    heading < 0
      ? above.filter(isTitle).slice(0, 1)
      : above
          .slice(0, heading + 1)
          .filter(isTitle)
          .reverse();
  return { title: used.map(text => text.text).join('. '), note: '', used };
}

/** The title that a figure carries itself: its topmost words, where they are larger or bolder than its other labels. */
export function titleOn(figure: Bounds, labels: readonly Line[]): string {
  const sizes = labels.map(label => label.size).sort((a, b) => a - b);
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 0;
  const high = figure.y0 + TITLE_BAND * (figure.y1 - figure.y0);
  const top = labels
    .filter(({ y1, text }) => y1 < high && /\p{L}{3}/u.test(text))
    .sort((a, b) => b.size - a.size || a.y0 - b.y0)[0];
  return top && (top.size > 1.1 * usual || top.bold) && top.text.length < LONGEST_TITLE ? top.text : '';
}

/** The uppermost part of a figure, in which its own title may stand. */
const TITLE_BAND = 0.25;

const PARENTHESIS =
  /\([^()]*\b(?:thousands?|millions?|billions?|percent|per share|unaudited|dollars|shares|€|\$|USD|EUR|GBP)\b[^()]*\)/i;
const UNITS =
  /\b(?:in|amounts in|expressed in|\$|€|£|usd|eur|gbp|us\$)\s*(?:u\.?s\.?\s*)?(?:dollars?\s+|euros?\s+)?(?:in\s+)?(?:thousands?|millions?|billions?|percent|tonnes|mwh|gwh)\b|\(unaudited\)|\b%\s+of\b|\bexcept\b.*\bper share\b/i;

const NOTE_START = /^\(?(?:in|all|amounts|dollars|expressed|millions|thousands|us|usd|eur|gbp|[$€£%])/i;

function isOnlyNote(text: string): boolean {
  return /^\(.*\)$/.test(text) || (NOTE_START.test(text) && UNITS.test(text) && text.length < 90);
}

const LONGEST_TITLE = 220;

function isTitle({ text, heading, bold }: NearText): boolean {
  if (text.length > LONGEST_TITLE || !/\p{L}{2}/u.test(text)) return false;
  return heading || bold || /:$/.test(text) || (text.length < 110 && !/[.;]$/.test(text));
}

/** In points: between a box and the text over it, and between the lines of that. */
const WIDEST_GAP = 30;

/** Texts over a box without a large gap between them, nearest first. */
function stackAbove(box: Bounds, texts: readonly NearText[], reach: number): NearText[] {
  const over = texts
    .filter(text => text.y1 <= box.y0 + 4 && overlapX(text, box) > 0)
    .sort((a, b) => b.y1 - a.y1);
  const stack: NearText[] = [];
  let edge = box.y0;
  for (const text of over) {
    if (edge - text.y1 > WIDEST_GAP || box.y0 - text.y1 > reach || stack.length === 4) break;
    stack.push(text);
    edge = text.y0;
  }
  return stack;
}

function below(box: Bounds, texts: readonly NearText[]): NearText[] {
  return texts.filter(text => {
    const distance = distanceTo(text, box);
    return distance !== undefined && 'under' in distance && distance.under < 30;
  });
}
