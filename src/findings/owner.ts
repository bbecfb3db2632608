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
const OWNER_BEFORE = new RegExp(
  `^(?:the )?(?<name>\\p{Lu}[\\p{L}\\p{N}.&’' -]{1,40}?)(?:[’']s)?[\\s,:|–-]+(?:fy ?)?(?:(?:19|20)\\d{2}[\\s/–-]*(?:\\d{2,4})?\\s+)?(?:announces |reports )?${REPORT}`,
  'iu',
);
const OWNER_AFTER = new RegExp(
  `^${REPORT}\\s+(?:(?:19|20)\\d{2}[\\s,:|–-]+)?(?:of |by )?(?<name>\\p{Lu}[\\p{L}\\p{N}.&’' -]{1,40})$`,
  'iu',
);
/** A name with its legal form at the head of a title: "Acme Group plc: Results for FY2024". */
const LEGAL_NAME =
  /^(?<name>\p{Lu}[\p{L}\p{N}.&’' -]{1,50}?\s(?:plc|PLC|Inc\.?|Corp\.?|Corporation|AG|SE|Ltd\.?|Limited|GmbH|N\.V\.|S\.A\.|LLC|Company))(?=\s*(?:[:,|–—-]|$))/u;
const NOT_A_NAME =
  /^(?:the|our|this|an?|for|form|table|about|annual|sustainability|consolidated|integrated|financial|fiscal|corporate|report|year|group|company|global|national|\d.*|q\d|in|and|of|to|see|with|on|independent|management|combined|esg|csr)(?:\s|$)/i;

/** "Siemens Sustainability Report 2024": who stands with the kind of report; the running words must bear it out. */
export function reportOwner(candidates: readonly string[], pages: readonly StoredPage[]): string | null {
  const legal = candidates
    .slice(0, 6)
    .map(text => LEGAL_NAME.exec(text.trim())?.groups?.name)
    .find(Boolean);
  if (legal) return legal;
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

function textsOf(page: StoredPage): TextReading[] {
  return page.readings.filter((reading): reading is TextReading => reading.kind === 'text');
}
