import type { Finding } from '../domain/finding.ts';
import type { Report, Sentence } from '../domain/report.ts';
import type { State } from '../domain/state.ts';
import { valueInBase } from '../lib/quantity/index.ts';
import { isValued, type Valued } from './series.ts';

/** A sentence that says what its findings don't, and why. */
export interface Unproven {
  readonly text: string;
  readonly problem: string;
}

/** Sentences of a report that name findings without citations, or numbers that their findings don't bear out. */
export function checkReport(report: Report, state: State): readonly Unproven[] {
  const cited = new Set(report.citations.map(({ id }) => id));
  return sentencesOf(report).flatMap(sentence => {
    if (sentence.findings.length === 0) return [];
    const missing = sentence.findings.find(id => !state.findings[id]);
    if (missing) return [{ text: sentence.text, problem: `There is no finding ${missing}.` }];
    if (sentence.citations.length === 0) return [{ text: sentence.text, problem: 'It cites nothing.' }];
    const dangling = sentence.citations.find(id => !cited.has(id));
    if (dangling) return [{ text: sentence.text, problem: `There is no citation ${dangling}.` }];
    const stranger = strangeNumber(sentence, state);
    return stranger ? [{ text: sentence.text, problem: `${stranger} is in none of its findings.` }] : [];
  });
}

/** The first number of a sentence that is neither in its findings nor computed from two of them; null for none. */
export function strangeNumber(sentence: Sentence, state: State): string | null {
  const findings = sentence.findings.flatMap(id => state.findings[id] ?? []);
  const said = new Set([
    ...findings.flatMap(saidBy),
    ...findings.flatMap(finding => datesOf(finding, state)),
  ]);
  const amounts = amountsOf(findings);
  for (const [text, scale] of numbersIn(sentence.text)) {
    const plain = text.replace(/,/g, '');
    if (said.has(plain)) continue;
    if (!amounts.some(amount => rounds(amount, plain, scale))) return text;
  }
  return null;
}

const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  MWh: 1e3,
  GWh: 1e6,
  TWh: 1e9,
  MW: 1e3,
  GW: 1e6,
  TJ: 1e3,
  PJ: 1e6,
};

function numbersIn(text: string): readonly (readonly [digits: string, scale: number])[] {
  return [
    ...text.matchAll(
      /(\d[\d,]*(?:\.\d+)?)(?:\s(thousand|million|billion|trillion|MWh|GWh|TWh|MW|GW|TJ|PJ)\b)?/gu,
    ),
  ].map(([, digits = '', word = '']) => [digits.replace(/[,.]$/u, ''), SCALES[word] ?? 1] as const);
}

/** Every number that stands in what a finding says, is of, or was printed as. */
function saidBy({ claim, value, evidence, derivation }: Finding): readonly string[] {
  const period = value?.period ? [value.period.label, String(value.period.year)] : [];
  const texts = [
    claim,
    value?.printed ?? '',
    value?.metric ?? '',
    value?.entity ?? '',
    ...(value?.qualifiers ?? []),
    ...period,
    ...evidence.map(({ quote }) => quote),
    ...(derivation ? [derivation.formula, derivation.worked] : []),
  ];
  return texts.flatMap(text =>
    [...text.matchAll(/\d[\d,]*(?:\.\d+)?/gu)].map(([digits]) =>
      digits.replace(/,/g, '').replace(/\.$/u, ''),
    ),
  );
}

/** "As of May 2018", "p. 12": the edition's own date and page. */
function datesOf({ evidence }: Finding, { sources }: State): readonly string[] {
  return evidence.flatMap(({ source, page }) => {
    const profile = sources[source]?.profile;
    return [String(page), ...(profile ? [String(profile.year ?? ''), profile.published.slice(0, 4)] : [])];
  });
}

/** Values, and what can be computed from two of them: difference, growth and share in per cent, multiple. */
function amountsOf(findings: readonly Finding[]): readonly number[] {
  const values = findings.filter(isValued).map(({ value }) => valueInBase(value));
  const own = findings.filter(isValued).flatMap(({ value }) => [value.amount, value.amount * value.scale]);
  const rates = findings
    .filter(isValued)
    .flatMap(a => findings.filter(isValued).map(b => averageGrowth(a, b)));
  const pairs = values.flatMap((a, i) =>
    values.flatMap((b, j) => (i === j ? [] : [a - b, (b / a - 1) * 100, (a / b) * 100, a / b])),
  );
  return [...values, ...own, ...pairs, ...rates, findings.length].map(Math.abs);
}

function averageGrowth({ value: from }: Valued, { value: to }: Valued): number {
  const years = (to.period?.year ?? 0) - (from.period?.year ?? 0);
  return years <= 0 ? 0 : ((valueInBase(to) / valueInBase(from)) ** (1 / years) - 1) * 100;
}

function rounds(amount: number, digits: string, scale: number): boolean {
  const decimals = digits.split('.')[1]?.length ?? 0;
  return Math.abs(amount / scale - Number(digits)) <= 0.5000001 * 10 ** -decimals;
}

function sentencesOf({ answer, keyFindings, sections, disagreements, open }: Report): readonly Sentence[] {
  const blocks = sections.flatMap(section => section.blocks);
  return [
    ...answer,
    ...keyFindings,
    ...blocks.flatMap(block =>
      block.kind === 'paragraph' ? block.sentences : block.kind === 'bullets' ? block.items : [],
    ),
    ...disagreements,
    ...open,
  ];
}
