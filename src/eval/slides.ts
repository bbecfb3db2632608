import { join } from 'node:path';
import type { Source } from '../domain/source.ts';
import { filesBelow, readJson } from './gold.ts';
import { rankPages } from './rank-pages.ts';
import type { EvalContext } from './suite.ts';

export interface SlideQuestion {
  readonly name: string;
  readonly question: string;
  /** Place of the question's own slide among all of them, from 1; 0 for nowhere. */
  readonly rank: number;
}

/** Pictures of slides, all of them the sources of each question: the slide that it is about is to be found. */
export async function rankSlides({ data, kit, read }: EvalContext): Promise<readonly SlideQuestion[]> {
  const folder = join(data, 'slides');
  const gold = (await filesBelow(folder)).filter(file => file.endsWith('.qa.json'));
  const slides: { name: string; source: Source; questions: readonly string[] }[] = [];
  for (const file of gold) {
    const name = file.slice(0, -'.qa.json'.length);
    const opened = await read(join(folder, `${name}.png`));
    if (!opened.ok) continue;
    const asked = (await readJson(join(folder, file))) as readonly { readonly question: string }[];
    slides.push({ name, source: opened.source, questions: asked.map(({ question }) => question) });
  }
  const sources = slides.map(({ source }) => source);
  const ranked: SlideQuestion[] = [];
  for (const { name, source, questions } of slides) {
    for (const question of questions) {
      const places = await rankPages(question, sources, kit);
      ranked.push({ name, question, rank: places.findIndex(place => place.source === source.id) + 1 });
    }
  }
  return ranked;
}
