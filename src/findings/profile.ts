import type { TextReading } from '../domain/reading.ts';
import type { Profile } from '../domain/state.ts';
import type { StoredPage } from '../domain/store.ts';
import { parsePeriods } from '../lib/quantity/index.ts';
import { shortName } from './entity.ts';
import { moneyOf } from './money.ts';
import { REPORT, registrant, reportOwner } from './owner.ts';

export interface ProfileInput {
  readonly path: string;
  readonly title: string;
  readonly pages: readonly StoredPage[];
}

/** Pages that say what a document is; a cover, an imprint, the first headings. */
const FRONT_PAGES = 4;

/**
 * What a document says about itself: whom it is about, its year, when it was published, its currency.
 * Whom it is about is only taken where the document says so plainly: a filing's registrant, a report titled with a
 * company's name. A publisher of studies is not what its studies are about.
 */
export function profileDocument({ path, title, pages }: ProfileInput): Profile {
  const front = pages.slice(0, FRONT_PAGES).flatMap(page => textsOf(page));
  const cover = front.map(text => text.text).join('\n');
  const name = documentTitle(title, front);
  const entity =
    registrant(front) ??
    reportOwner([name, inCapitals(fileWords(path)), ...front.slice(0, 40).map(t => t.text)], pages) ??
    '';
  const published = publicationDate(cover) || loneDate(pages);
  const year = yearOf({ cover, name, path, published });
  const form = /\bform (10-[KQ]|8-K|20-F|40-F)\b/i.exec(cover)?.[1];
  const filing =
    form && entity !== '' ? `${shortName(entity)}, Form ${form.toUpperCase()}${year ? ` ${year}` : ''}` : '';
  const file = fileWords(path);
  const report = new RegExp(`\\b${REPORT}`, 'i');
  const named =
    !report.test(name) && report.test(file) && entity !== '' ? ownedTitle(shortName(entity), file) : '';
  return {
    title: [filing, named, name, file].find(text => text !== '') ?? '',
    entity: entity === '' ? '' : shortName(entity),
    year,
    published,
    ...moneyOf(pages),
    ...yearEndOf(cover),
  };
}

function textsOf(page: StoredPage): TextReading[] {
  return page.readings.filter((reading): reading is TextReading => reading.kind === 'text');
}

/** "Recommended citation: Lopez, Mark Hugo. 2016. “Title.” Washington, D.C." */
const CITATION = /recommended citation\b.{0,160}?[“"](?<title>[^”"]{8,160})[”"]/is;

/** File-name-like or numeric metadata is no title; then the first title or heading on the first pages is. */
function documentTitle(title: string, front: readonly TextReading[]): string {
  const stated = title.replace(/\s+/g, ' ').trim();
  const cited = CITATION.exec(front.map(({ text }) => text).join(' '))?.groups?.title?.replace(
    /[,.]\s*$/,
    '',
  );
  if (cited && isTitle(cited)) return cited;
  if (isTitle(stated) && !NOT_A_TITLE.test(stated)) return stated;
  const heading = front.find(
    ({ role, text }) =>
      (role === 'title' || role === 'heading') && isTitle(text.trim()) && !NOT_A_TITLE.test(text.trim()),
  );
  return heading?.text.replace(/\s+/g, ' ').trim() ?? '';
}

/** "2024-sustainability-report.pdf" of Siemens is better named by both than by the first words of its cover. */
function ownedTitle(owner: string, file: string): string {
  const words = file.charAt(0).toUpperCase() + file.slice(1);
  return words.toLowerCase().includes(owner.toLowerCase()) ? words : `${owner}, ${words}`;
}

/** Headings that every report has say nothing about this one. */
const NOT_A_TITLE =
  /^(?:form\b|united states|about\b|(?:table of )?contents|acknowledg|for release|introduction|foreword|preface|main findings|overview|(?:executive )?summary|key (?:findings|figures|takeaways)|terminology|methodology|our purpose|letter|message|for (?:media|more)|media (?:contact|inquir)|recommended citation|part [ivx\d]+$|chapter \d+$|appendix|note|about this report|highlights|at a glance)/i;

function isTitle(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return (
    letters >= 4 &&
    letters / text.length > 0.5 &&
    text.length <= 160 &&
    !/\.(?:pdf|docx?|pptx?|indd|xlsx?)$/i.test(text)
  );
}

function fileWords(path: string): string {
  const file = path.split('/').at(-1) ?? '';
  return file
    .replace(/\.[a-z]{2,5}$/i, '')
    .replace(/[_\s-]+/g, ' ')
    .trim();
}

/** File names are seldom written as names are. */
function inCapitals(words: string): string {
  return words.replace(/(?<=^|\s)\p{Ll}(?=\p{Ll}{2})/gu, letter => letter.toUpperCase());
}

const FISCAL_YEAR_END =
  /(?:fiscal|financial)? ?years? ended:?\s+(?<date>[A-Z][a-z]+\.? \d{1,2},? (?:19|20)\d{2})/i;

/** The year that a document is of: its fiscal year, its title's, its file name's, its publication's. */
function yearOf(said: {
  readonly cover: string;
  readonly name: string;
  readonly path: string;
  readonly published: string;
}): number | null {
  const fiscal = FISCAL_YEAR_END.exec(said.cover)?.groups?.date;
  if (fiscal) return Number(/\d{4}$/.exec(fiscal)?.[0]);
  const titled = lastYear(said.name) ?? lastYear(fileWords(said.path));
  if (titled) return titled;
  const headline = new RegExp(
    `${REPORT}[^\\n]{0,20}?((?:19|20)\\d{2})|((?:19|20)\\d{2})[^\\n]{0,10}?${REPORT}`,
    'i',
  ).exec(said.cover);
  if (headline) return Number(headline[1] ?? headline[2]);
  return said.published === '' ? null : Number(said.published.slice(0, 4));
}

function yearEndOf(cover: string): Pick<Profile, 'yearEnd'> {
  const period = parsePeriods(FISCAL_YEAR_END.exec(cover)?.groups?.date ?? '')[0]?.period;
  return period?.kind === 'day' ? { yearEnd: iso(period.year, period.part, period.day) } : {};
}

function lastYear(text: string): number | null {
  const years = parsePeriods(text).filter(({ period }) => period.year >= 1950);
  const last = years.at(-1)?.period;
  return last ? (last.kind === 'range' ? (last.part ?? last.year) : last.year) : null;
}

const RELEASE =
  /(?:for (?:immediate )?release|released?|published|publication date|issued|date of report)\b[^\n]{0,40}/gi;

/** A date that stands with a word for publishing; else the copyright year. */
function publicationDate(cover: string): string {
  for (const [line] of cover.matchAll(RELEASE)) {
    const date = parsePeriods(line).find(
      ({ period }) => period.kind === 'day' || period.kind === 'month',
    )?.period;
    if (date) return iso(date.year, date.part, date.day);
  }
  return /(?:©|\(c\)|copyright)[^\n]{0,40}?((?:19|20)\d{2})/i.exec(cover)?.[1] ?? '';
}

/** A date that stands alone on the cover: "APRIL 3, 2014". */
function loneDate(pages: readonly StoredPage[]): string {
  for (const { text } of pages.slice(0, 1).flatMap(textsOf)) {
    const [span, ...more] = parsePeriods(text);
    if (!span || more.length > 0 || span.end - span.start < text.trim().length - 2) continue;
    const { kind, year, part, day } = span.period;
    if (kind === 'day' || kind === 'month') return iso(year, part, day);
  }
  return '';
}

function iso(year: number, month?: number, day?: number): string {
  return [year, month, day]
    .filter(part => part !== undefined)
    .map(part => String(part).padStart(2, '0'))
    .join('-');
}
