import type { Evidence, Finding } from '../../domain/finding.ts';
import type { Reading } from '../../domain/reading.ts';
import type { State } from '../../domain/state.ts';
import type { Store } from '../../domain/store.ts';
import { parseFormula, type Term, work } from '../../lib/formula/index.ts';
import { decimalsPrinted, valueInBase } from '../../lib/quantity/index.ts';
import { numbersIn, strangers } from './numbers.ts';
import type { Problem } from './problem.ts';

/** Holds every finding against the readings it cites: the quote must be there, and the number must be in the quote. */
export async function verifyFindings(state: State, store: Store): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const finding of Object.values(state.findings)) {
    if (finding.evidence.length === 0)
      problems.push({ where: finding.id, rule: 'citation', message: 'The finding has no evidence.' });
    problems.push(...(finding.derivation ? verifyDerived(finding, state) : verifyValue(finding)));
    for (const evidence of finding.evidence)
      problems.push(...(await verifyEvidence(finding, evidence, state, store)));
  }
  return problems;
}

async function verifyEvidence(
  finding: Finding,
  evidence: Evidence,
  state: State,
  store: Store,
): Promise<readonly Problem[]> {
  const stored = await store.getReading(evidence.reading);
  if (!stored)
    return [
      {
        where: finding.id,
        rule: 'reading',
        message: `The reading ${evidence.reading} it cites is not in the store.`,
      },
    ];
  if (stored.sha256 !== state.sources[evidence.source]?.sha256) {
    return [
      {
        where: finding.id,
        rule: 'source',
        message: `The reading ${evidence.reading} is not of the source it cites.`,
      },
    ];
  }
  if (quoted(evidence, stored.reading)) return [];
  return [
    {
      where: finding.id,
      rule: 'quote',
      message: `The source does not say “${evidence.quote}” on page ${evidence.page}.`,
    },
  ];
}

/** A text holds its quote to the character; a table or chart holds each part of `label | column: cell` in its row. */
function quoted({ quote, cell }: Evidence, reading: Reading): boolean {
  if (reading.kind === 'text') return reading.text.includes(quote);
  if (reading.kind === 'failed') return false;
  const table = reading.kind === 'table' ? reading : reading.table;
  const printed = cell ? [table.rows[cell[0]]?.[cell[1]]] : table.rows.flat();
  return printed.some(text => text !== undefined && text !== '' && quote.includes(text));
}

/** What was computed must come out again from the findings it names, and rest on their evidence. */
function verifyDerived(
  { id, value, derivation, evidence }: Finding,
  { findings }: State,
): readonly Problem[] {
  if (!value || !derivation) return [];
  const expression = parseFormula(derivation.expression);
  const found = expression && work(expression, input => termOf(findings[input]));
  const places = new Set(
    derivation.inputs.flatMap(input => findings[input]?.evidence.map(one => one.id) ?? []),
  );
  const times = value.dimension === 'percent' ? 100 : 1;
  const step = 10 ** -decimalsPrinted(value.printed) * value.scale;
  const again = found && Math.abs(found.value * times - value.amount * value.scale) <= step / 2 + 1e-9;
  if (again && evidence.every(one => places.has(one.id))) return [];
  const message = `The value ${value.printed} does not follow from ${derivation.inputs.join(', ')}: ${derivation.formula}.`;
  return [{ where: id, rule: 'number', message }];
}

function termOf(input: Finding | undefined): Term | null {
  return input?.value ? { value: valueInBase(input.value), shown: '', expression: `[${input.id}]` } : null;
}

/** The first evidence is the one the value was read from; its quote must hold the number as printed. */
function verifyValue({ id, value, evidence }: Finding): readonly Problem[] {
  const quote = evidence[0]?.quote;
  if (!value || quote === undefined) return [];
  const foreign = strangers(value.printed, new Set(numbersIn(quote)));
  const amount = Math.abs(value.amount);
  const stated = numbersIn(value.printed).map(Number);
  if (foreign.length === 0 && (stated.length === 0 || stated.some(number => close(number, amount))))
    return [];
  return [
    {
      where: id,
      rule: 'number',
      message: `The value ${value.printed} (${value.amount}) is not what its quote says: “${quote}”.`,
    },
  ];
}

function close(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));
}
