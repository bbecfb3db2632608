import type { TextReading } from '../domain/reading.ts';
import type { StoredPage } from '../domain/store.ts';
import { entityKey, shortName } from './entity.ts';

/** A running header counts from so many pages on. */
const RUNNING = 3;

/** The line above "(Exact name of registrant as specified in its charter)". */
export function registrant(front: readonly TextReading[]): string | null {
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

export const REPORT =
  '(?:(?:consolidated |integrated |interim |corporate |non-?financial |combined )?(?:annual|sustainability|esg|csr|integrated|impact|climate|financial|quarterly|interim|half-year(?:ly)?|environmental|progress|responsibility|activity|universal registration|tcfd|sd progress|sustainable development progress) (?:and \\w+ )?(?:report|review|document|statements?|disclosures?|results)|10-?[KQ]|(?:first|second|third|fourth|full)[ -](?:quarter|year)[^.]{0,25}results|earnings(?: release)?)';
/** What a company shows rather than files, and reports in other languages. */
const SHOWN =
  'investor (?:day|presentation|update)|capital markets? day|results (?:presentation|for)|(?:q[1-4]|h[12]|half[ -]year|full[ -]year|nine[ -]months?)(?: (?:fy ?)?\\d{2,4})? (?:results|earnings|report)|earnings (?:call|presentation)|(?:company|corporate|strategy) (?:presentation|update)|fact ?sheet|geschäftsbericht|jahresbericht|nachhaltigkeitsbericht|halbjahresbericht|rapport (?:annuel|financier|intégré)|informe anual|jaarverslag|årsredovisning';
const KIND = `(?:${REPORT}|${SHOWN})`;
const YEAR = '(?:fy ?)?(?:19|20)\\d{2}(?:[\\s/–-]*\\d{2,4})?';
const NAME = "(?<name>[\\p{L}][\\p{L}\\p{N}.&’' -]{1,50}?)";
const OWNER_BEFORE = new RegExp(
  `^(?:the )?${NAME}(?:[’']s)?[\\s,:|·•–-]+(?:${YEAR}\\s+)?(?:announces |reports )?${KIND}`,
  'iu',
);
const OWNER_AFTER = new RegExp(`^${KIND}[\\s,:|·•–-]+(?:${YEAR}[\\s,:|·•–-]+)?(?:of |by )?${NAME}$`, 'iu');
const LEGAL_FORM =
  '(?:plc|PLC|Inc\\.?|INC\\.?|Corp\\.?|Corporation|AG|SE|Ltd\\.?|Limited|GmbH|N\\.V\\.|NV|S\\.A\\.|SA|S\\.p\\.A\\.|AB|ASA|A/S|Oyj|LLC|Company)';
/** A name with its legal form at the head of a title: "Acme Group plc: Results for FY2024". */
const LEGAL_FIRST = new RegExp(
  `^(?<name>\\p{Lu}[\\p{L}\\p{N}.&’' -]{1,50}?\\s${LEGAL_FORM})(?=\\s*(?:[:,|·•–—-]|$)|\\s+(?:${YEAR}\\s+)?(?:\\p{Lu}|results))`,
  'u',
);
/** And at its end: "2024 Annual Report, Acme Group plc". */
const LEGAL_LAST = new RegExp(
  `(?:[,:|·•–—-]\\s+|\\b(?:[Rr]eport|REPORT|[Rr]eview|[Pp]resentation|[Uu]pdate|[Dd]ay|[Rr]esults)\\s+(?:${YEAR}\\s+)?)(?<name>\\p{Lu}[\\p{L}\\p{N}.&’' ]{1,50}?\\s${LEGAL_FORM})$`,
  'u',
);
/** Lines at the front that may hold it. */
const LEGAL_LINES = 8;
const NOT_A_NAME =
  /^(?:the|our|this|an?|for|form|table|about|annual|sustainability|consolidated|integrated|financial|fiscal|corporate|report|year|group|company|global|national|international|world|european|state|market|industry|survey|key|election|investor|results?|strategy|half|full|first|second|third|fourth|interim|quarterly|capital|earnings|press|media|preliminary|final|draft|\d.*|q\d|h\d|fy\d*|in|and|of|to|see|with|on|independent|management|combined|esg|csr)(?:\s|$)/i;
/** What stands between a name and its report without being of either. */
const TAIL =
  /[\s,:|–-]+(?:(?:19|20)\d{2}.*|q[1-4]|h[12]|fy ?\d*|first|second|third|fourth|full|half|group)$/i;

/** "Siemens Sustainability Report 2024": who stands with the kind of report; the running words must bear it out. */
export function reportOwner(candidates: readonly string[], pages: readonly StoredPage[]): string | null {
  const legal = candidates.slice(0, LEGAL_LINES).map(legalName).find(Boolean);
  if (legal) return legal;
  const names = candidates.flatMap(text => {
    const line = text.replace(/[_\s]+/g, ' ').trim();
    if (line.length > 140) return [];
    const name = (OWNER_BEFORE.exec(line) ?? OWNER_AFTER.exec(line))?.groups?.name?.trim();
    const bare = name?.replace(TAIL, '');
    return bare && /^\p{Ll}?\p{Lu}/u.test(bare) && !NOT_A_NAME.test(bare) ? [bare] : [];
  });
  const copyright = copyrightOwner(pages);
  const all = copyright && isCompanyReport(candidates) ? [...names, copyright] : names;
  return mostMentioned(all, pages);
}

function legalName(text: string): string | undefined {
  const line = text.replace(/[_\s]+/g, ' ').trim();
  if (line.length > 140) return undefined;
  return (LEGAL_FIRST.exec(line) ?? LEGAL_LAST.exec(line))?.groups?.name;
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

function textsOf(page: StoredPage): TextReading[] {
  return page.readings.filter((reading): reading is TextReading => reading.kind === 'text');
}
