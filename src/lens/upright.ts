import type { LineText, Turn } from '../domain/vision.ts';
import { findLines, type LevelPage } from './page/find-lines.ts';
import type { Picture } from './picture.ts';
import { meanOf, type Read, readLines } from './read-lines.ts';

const OTHER_TURNS: readonly Turn[] = [90, 270, 180];
/** A page whose longest lines read this well stands upright; of others more lines are asked, in all turns. */
const UPRIGHT = 0.94;
const SAMPLE = 8;
const LARGE_SAMPLE = 40;
/** So many lines of so many characters that read so well tell that a page stands upright, whatever else is on it. */
const FEW_SURE = 5;
const LONG = 8;
const SURE = 0.97;
/** What reads no better is as good as guessed. */
const GUESSED = 0.6;
/** Pages are given as they are to be read: another turn has to read so much better. */
const CLEARLY = 1.4;
/** And has to hold so much, as counted by `well`: about twenty characters that are surely read. */
const SOME = 3;

/** The page in the turn in which most of it reads well; mostly the first, as its longest lines tell. */
export async function upright(picture: Picture, read: Read): Promise<LevelPage> {
  const given = findLines(picture, 0);
  const longest = await sampleOf(given, SAMPLE, read);
  if (longest.reduce((sum, text) => sum + meanOf(text), 0) > UPRIGHT * Math.max(1, longest.length))
    return given;
  const more = await sampleOf(given, LARGE_SAMPLE, read);
  if (more.filter(isSure).length >= FEW_SURE) return given;
  let best = { page: given, score: SOME + CLEARLY * well(more) };
  for (const turn of OTHER_TURNS) {
    const page = findLines(picture, turn);
    const score = well(await sampleOf(page, LARGE_SAMPLE, read));
    if (score > best.score) best = { page, score };
  }
  return best.page;
}

/** What the longest lines say, by the size of their letters. */
async function sampleOf(page: LevelPage, count: number, read: Read): Promise<readonly LineText[]> {
  const length = ({ x0, x1, size }: LevelPage['lines'][number]) => (x1 - x0) / size;
  const sample = page.lines.toSorted((a, b) => length(b) - length(a)).slice(0, count);
  return [...(await readLines(page.picture, sample, read)).values()];
}

/** Whether a line can't have been read by chance, or upside down. */
function isSure(text: LineText): boolean {
  return text.text.length >= LONG && meanOf(text) >= SURE;
}

/** Characters by how far they are more than guessed: strokes of drawings read as letters too, but badly. */
function well(texts: readonly LineText[]): number {
  const weight = (text: LineText) => Math.max(0, meanOf(text) - GUESSED) ** 2;
  return texts.reduce((sum, text) => sum + text.text.length * weight(text), 0);
}
