import type { Expected, GroundTruth } from '../../fixtures/make/ground-truth.ts';
import type { Place } from '../../fixtures/make/truth.ts';
import { type Found, type FoundEvidence, type FoundValue, fileOf, type Outcome, worth } from './outcome.ts';

/** Share of a printed value's box that an evidence box has to cover. */
const COVERED = 0.5;

/** What a run's findings get wrong about the facts that were asked for: one sentence each, none when all is right. */
export function wrongAnswers(truth: GroundTruth, { findings }: Outcome): string[] {
  const wrong: string[] = [];
  for (const question of truth.questions) {
    for (const expected of question.expected) {
      const reasons = findings
        .filter(finding => finding.value !== null && sameAmount(expected, finding.value))
        .map(finding => faultOf(truth, expected, finding));
      if (reasons.includes('')) continue;
      const seen =
        reasons.length > 0 ? `only ${[...new Set(reasons)].join(' | ')}` : 'nothing has this amount';
      wrong.push(`${describeFact(expected)}: ${seen}`);
    }
  }
  return wrong;
}

/** Values whose amount is right for a fact of that kind and place, but whose page, period or unit is not what it says. */
export function wrongEvidence(truth: GroundTruth, { findings }: Outcome): string[] {
  const pages = new Map(truth.files.map(({ file, pages }) => [file, pages]));
  return findings.flatMap(finding =>
    finding.evidence.flatMap(evidence => {
      const file = fileOf(evidence);
      const count = pages.get(file);
      const [x, y, w, h] = evidence.box;
      if (count === undefined) return [`${finding.id}: cites ${file}, which is no source`];
      if (evidence.page < 1 || evidence.page > count)
        return [`${finding.id}: ${file} has no page ${evidence.page}`];
      if (x < 0 || y < 0 || x + w > 1.0001 || y + h > 1.0001 || w <= 0 || h <= 0) {
        return [`${finding.id}: box ${evidence.box.join(' ')} is not inside ${file} p. ${evidence.page}`];
      }
      return evidence.quote.trim() === '' ? [`${finding.id}: no quote from ${file} p. ${evidence.page}`] : [];
    }),
  );
}

/** '' when the finding states the fact rightly, else why not. */
function faultOf(truth: GroundTruth, expected: Expected, finding: Found): string {
  const value = finding.value as FoundValue;
  const where = `${finding.id} "${finding.claim}"`;
  if (!['supported', 'contested'].includes(finding.status)) return `${where} is ${finding.status}`;
  if (finding.status === 'contested' && !isContested(truth, expected)) return `${where} is contested`;
  if (!sameUnit(expected, value)) return `${where} has unit ${value.unit} ${value.currency ?? ''}`;
  if (!isYear(value.period, expected.year)) return `${where} has period ${value.period}`;
  if (!sameEntity(truth, expected, value)) return `${where} has entity ${value.entity}`;
  return placeFault(expected, finding);
}

function placeFault(expected: Expected, finding: Found): string {
  const { places } = expected;
  const onPage = finding.evidence.flatMap(evidence =>
    places
      .filter(place => place.file === fileOf(evidence) && place.page === evidence.page)
      .map(place => ({ evidence, place })),
  );
  if (onPage.length === 0) {
    const cited = finding.evidence.map(evidence => `${fileOf(evidence)} p. ${evidence.page}`).join(', ');
    return `${finding.id} cites ${cited}, where it isn't printed`;
  }
  if (onPage.some(({ evidence, place }) => covers(evidence, place))) return '';
  return `${finding.id} has its box elsewhere: ${onPage[0]?.evidence.box.join(' ')} for ${onPage[0]?.place.box.join(' ')}`;
}

function covers(evidence: FoundEvidence, place: Place): boolean {
  const [ax, ay, aw, ah] = evidence.box;
  const [bx, by, bw, bh] = place.box;
  const width = Math.min(ax + aw, bx + bw) - Math.max(ax, bx);
  const height = Math.min(ay + ah, by + bh) - Math.max(ay, by);
  if (width <= 0 || height <= 0) return false;
  // A chart's or a slide's text has one box: there, the finer of the two boxes has to lie in the other.
  return (width * height) / Math.min(aw * ah, bw * bh) >= COVERED;
}

function sameAmount(expected: Expected, value: FoundValue): boolean {
  const amounts = expected.places.map(place => place.amount * place.scale);
  return amounts.some(
    amount => Math.abs(Math.abs(amount) - Math.abs(worth(value))) <= 1e-9 * Math.abs(amount),
  );
}

function sameUnit(expected: Expected, value: FoundValue): boolean {
  if (expected.unit === 'money') return value.currency === expected.currency;
  if (expected.unit === 't CO2e') return /CO2e/.test(value.unit);
  return value.unit === '%';
}

/** "2024", "FY2024", "fiscal 2024", "30 September 2024": the year, and no other beside it. */
export function isYear(period: string | null, year: number): boolean {
  return (period?.match(/\d{4}/g) ?? []).join() === `${year}`;
}

function sameEntity(truth: GroundTruth, expected: Expected, value: FoundValue): boolean {
  const entity = value.entity.toLowerCase();
  const short = truth.company.split(' ')[0]?.toLowerCase() ?? '';
  if (expected.metric === 'market-share') return entity.includes(expected.entity.toLowerCase());
  if (expected.metric === 'market-size') return !entity.includes(short);
  return entity === '' || entity.includes(short) || entity === 'group';
}

function isContested({ contradiction }: GroundTruth, expected: Expected): boolean {
  return expected.id === contradiction.one.id;
}

function describeFact({ id, exact, unit, currency }: Expected): string {
  return `${id} = ${exact} ${currency || unit}`;
}
