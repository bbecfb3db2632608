import type { TextReading } from '../domain/reading.ts';
import type { Profile } from '../domain/state.ts';
import type { StoredPage } from '../domain/store.ts';
import { currencyIn, parsePeriods } from '../lib/quantity/index.ts';
import { entityKey, shortName } from './entity.ts';

export interface ProfileInput {
  readonly path: string;
  readonly title: string;
  readonly pages: readonly StoredPage[];
}

/** Pages that say what a document is; a cover, an imprint, the first headings. */
const FRONT_PAGES = 4;
/** A running header counts from so many pages on. */
const RUNNING = 3;

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
    reportOwner([name, fileWords(path), ...front.slice(0, 40).map(t => t.text)], pages) ??
    '';
  const published = publicationDate(cover);
  return {
    title: name === '' ? fileWords(path) : name,
    entity: entity === '' ? '' : shortName(entity),
    year: yearOf({ cover, name, path, published }),
    published,
    currency: currencyOf(pages),
  };
}

function textsOf(page: StoredPage): TextReading[] {
  return page.readings.filter((reading): reading is TextReading => reading.kind === 'text');
}

/** File-name-like or numeric metadata is no title; then the first title or heading on the first pages is. */
function documentTitle(title: string, front: readonly TextReading[]): string {
  const stated = title.replace(/\s+/g, ' ').trim();
  if (isTitle(stated)) return stated;
  const heading = front.find(
    ({ role, text }) =>
      (role === 'title' || role === 'heading') &&
      isTitle(text.trim()) &&
      !/^(?:form|united states)\b/i.test(text),
  );
  return heading?.text.replace(/\s+/g, ' ').trim() ?? '';
}

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

/** The line above "(Exact name of registrant as specified in its charter)". */
function registrant(front: readonly TextReading[]): string | null {
  const at = front.findIndex(({ text }) => /exact name of (?:the )?registrant/i.test(text));
  if (at < 0) return null;
  const own = /^(.*?)\s*\(?\s*exact name of (?:the )?registrant/is.exec(front[at]?.text ?? '')?.[1] ?? '';
  const candidates = [
    own,
    ...front
      .slice(Math.max(0, at - 3), at)
      .reverse()
      .map(text => text.text),
  ];
  return candidates.map(lastName).find(name => name !== null) ?? null;
}

/** The name at the end of a text: "Commission File No. 000-22513 AMAZON.COM, INC." */
function lastName(text: string): string | null {
  const tail =
    text
      .replace(/[_\s]+/g, ' ')
      .split(/(?:No\.|Number:?|file number:?)\s*[\d-]+/i)
      .at(-1)
      ?.trim() ?? '';
  const clean = tail.replace(/^[^\p{L}]+/u, '').replace(/[^\p{L}.)]+$/u, '');
  return clean.length >= 2 && clean.length <= 80 && /^\p{Lu}/u.test(clean) ? clean : null;
}

const REPORT =
  '(?:(?:consolidated |integrated |interim |corporate |non-?financial |combined )?(?:annual|sustainability|esg|csr|integrated|impact|climate|financial|quarterly|interim|half-year(?:ly)?|environmental|progress|responsibility|activity|universal registration|tcfd|sd progress|sustainable development progress) (?:and \\w+ )?(?:report|review|document|statements?|disclosures?|results)|10-?[KQ]|(?:first|second|third|fourth|full)[ -](?:quarter|year)[^.]{0,25}results|earnings(?: release)?)';
const OWNER_BEFORE = new RegExp(
  `^(?:the )?(?<name>\\p{Lu}[\\p{L}\\p{N}.&’' -]{1,40}?)(?:[’']s)?[\\s,:|–-]+(?:fy ?)?(?:(?:19|20)\\d{2}[\\s/–-]*(?:\\d{2,4})?\\s+)?(?:announces |reports )?${REPORT}`,
  'iu',
);
const OWNER_AFTER = new RegExp(
  `^${REPORT}\\s+(?:(?:19|20)\\d{2}[\\s,:|–-]+)?(?:of |by )?(?<name>\\p{Lu}[\\p{L}\\p{N}.&’' -]{1,40})$`,
  'iu',
);
const NOT_A_NAME =
  /^(?:the|our|this|an?|for|form|table|about|annual|sustainability|consolidated|integrated|financial|fiscal|corporate|report|year|group|company|global|national|\d.*|q\d|in|and|of|to|see|with|on|independent|management|combined|esg|csr)(?:\s|$)/i;

/** "Siemens Sustainability Report 2024": who stands with the kind of report; the running words must bear it out. */
function reportOwner(candidates: readonly string[], pages: readonly StoredPage[]): string | null {
  const names = candidates.flatMap(text => {
    const line = text.replace(/[_\s]+/g, ' ').trim();
    if (line.length > 140) return [];
    const name = (OWNER_BEFORE.exec(line) ?? OWNER_AFTER.exec(line))?.groups?.name?.trim();
    return name && !NOT_A_NAME.test(name) ? [name.replace(/\s+(?:19|20)\d{2}.*$/, '')] : [];
  });
  const copyright = copyrightOwner(pages);
  const all = copyright && isCompanyReport(candidates) ? [...names, copyright] : names;
  return mostMentioned(all, pages);
}

function isCompanyReport(candidates: readonly string[]): boolean {
  return candidates.slice(0, 12).some(text => new RegExp(`\\b${REPORT}`, 'i').test(text));
}

function copyrightOwner(pages: readonly StoredPage[]): string | null {
  const ends = [...pages.slice(0, 3), ...pages.slice(-2)].flatMap(textsOf);
  for (const { text } of ends) {
    const match =
      /(?:©|\(c\)|copyright)\s*(?:(?:19|20)\d{2}(?:[-–]\d{2,4})?\s*)?(?:by\s+)?(?<name>\p{Lu}[\p{L}\p{N}.&’' -]{1,40}?)(?:[,.;]|\s+(?:19|20)\d{2}|\s+all rights|$)/u.exec(
        text,
      );
    if (match?.groups?.name) return match.groups.name.trim();
  }
  return null;
}

/** Whoever a report is about is named throughout; a name that the text hardly says was a misread title. */
function mostMentioned(names: readonly string[], pages: readonly StoredPage[]): string | null {
  const counted = [...new Set(names.map(shortName))].map(name => ({ name, pages: pagesNaming(name, pages) }));
  const best = counted.sort((a, b) => b.pages - a.pages || (a.name < b.name ? -1 : 1))[0];
  return best && best.pages >= Math.min(RUNNING, pages.length) ? best.name : null;
}

function pagesNaming(name: string, pages: readonly StoredPage[]): number {
  const key = ` ${entityKey(name)} `;
  if (key.trim().length < 2) return 0;
  return pages.filter(page =>
    textsOf(page).some(({ text }) =>
      ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(key),
    ),
  ).length;
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

function lastYear(text: string): number | null {
  const years = parsePeriods(text).filter(({ period }) => period.year >= 1950);
  const last = years.at(-1)?.period;
  return last ? (last.kind === 'range' ? (last.part ?? last.year) : last.year) : null;
}

const RELEASE =
  /(?:for (?:immediate )?release|released?|published|publication date|issued|date of report|dated|as of|updated)\b[^\n]{0,40}/gi;

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

function iso(year: number, month?: number, day?: number): string {
  return [year, month, day]
    .filter(part => part !== undefined)
    .map(part => String(part).padStart(2, '0'))
    .join('-');
}

/** The currency most pages use, where it is plainly the one. */
function currencyOf(pages: readonly StoredPage[]): string {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const text = page.readings
      .map(reading =>
        reading.kind === 'text'
          ? reading.text
          : reading.kind === 'table'
            ? `${reading.note} ${reading.columns.join(' ')} ${reading.rows.flat().join(' ')}`
            : '',
      )
      .join(' ');
    const currency = currencyIn(text);
    if (currency) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && first[1] >= 3 * (second?.[1] ?? 0) ? first[0] : '';
}
