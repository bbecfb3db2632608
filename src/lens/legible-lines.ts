import type { Bounds } from '../domain/mark.ts';
import type { LineText } from '../domain/vision.ts';
import { layersOf } from './page/busy-ground.ts';
import type { LevelPage } from './page/find-lines.ts';
import type { TextLine } from './page/group-lines.ts';
import { meanOf, type Read, readLines } from './read-lines.ts';

/** Lines that read worse than this are no text; of one or two characters, anything looks like some. */
const LEGIBLE = { text: 0.6, short: 0.85 };
/** Among drawings and photographs more looks like text. */
const LEGIBLE_ON_BUSY_GROUND = { text: 0.8, short: 0.97 };
/** Shares of a page with drawings or photographs: of lines that can't be read more than this, or of others less. */
const BUSY = 0.02;
/** Two lines are the same where the smaller shares so much of its area. */
const SHARED = 0.3;
/** What lies within lines that read so well need not be read again. */
const KNOWN = 0.9;
const SURE = 0.97;

/** The lines of a page that can be read, with what they say. */
export async function legibleLines(page: LevelPage, read: Read): Promise<ReadonlyMap<TextLine, LineText>> {
  const texts = await readLines(page.picture, page.lines, read);
  const legible = [...texts].filter(([, text]) => isLegible(text, LEGIBLE));
  if (!isBusy(page, texts)) return new Map(legible);
  const sure = legible.filter(([, text]) => meanOf(text) >= SURE).map(([line]) => line);
  const found = [...legible, ...(await onBusyGround(page, { sure, read }))];
  return new Map(bestOf(found.filter(([, text]) => isLegible(text, LEGIBLE_ON_BUSY_GROUND))));
}

function isBusy({ picture, lines }: LevelPage, texts: ReadonlyMap<TextLine, LineText>): boolean {
  const limit = BUSY * picture.width * picture.height;
  const areaWhere = (legible: boolean) =>
    lines
      .filter(line => isLegible(texts.get(line)!, LEGIBLE_ON_BUSY_GROUND) === legible)
      .reduce((sum, line) => sum + areaOf(line), 0);
  return areaWhere(false) > limit || areaWhere(true) < limit;
}

/** Lines of letters that go together, which drawings and photographs hide from the page's own search. */
async function onBusyGround(
  { picture }: LevelPage,
  { sure, read }: { readonly sure: readonly TextLine[]; readonly read: Read },
): Promise<[TextLine, LineText][]> {
  const found: [TextLine, LineText][] = [];
  for (const layer of layersOf(picture)) {
    const open = layer.lines.filter(line => !sure.some(other => shared(other, line) > KNOWN * areaOf(line)));
    found.push(...(await readLines(layer.picture, open, read)));
  }
  return found;
}

/** Of lines that lie over each other the one that says most. */
function bestOf(
  lines: readonly (readonly [TextLine, LineText])[],
): readonly (readonly [TextLine, LineText])[] {
  const worth = (text: LineText) => text.text.length * (meanOf(text) - LEGIBLE.text) ** 2;
  const kept: (readonly [TextLine, LineText])[] = [];
  for (const line of lines.toSorted(([, a], [, b]) => worth(b) - worth(a))) {
    if (!kept.some(([other]) => isSame(other, line[0]))) kept.push(line);
  }
  return kept;
}

function isSame(a: Bounds, b: Bounds): boolean {
  return shared(a, b) > SHARED * Math.min(areaOf(a), areaOf(b));
}

/** The area that lies in both. */
function shared(a: Bounds, b: Bounds): number {
  const width = Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);
  const height = Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0);
  return width > 0 && height > 0 ? width * height : 0;
}

function isLegible(text: LineText, least: typeof LEGIBLE): boolean {
  if (text.text.length > 2) return meanOf(text) >= least.text;
  return /[\p{L}\p{N}]/u.test(text.text) && meanOf(text) >= least.short;
}

function areaOf({ x0, y0, x1, y1 }: Bounds): number {
  return (x1 - x0) * (y1 - y0);
}
