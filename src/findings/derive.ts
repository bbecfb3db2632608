import type { Evidence, Finding } from '../domain/finding.ts';
import type { Formula } from '../domain/formula.ts';
import type { QuestionRecord, State } from '../domain/state.ts';
import type { Period } from '../domain/value.ts';
import { namesIn, parseFormula, type Term, wordsOf, work } from '../lib/formula/index.ts';
import { groupBy } from '../lib/group.ts';
import { valueInBase } from '../lib/quantity/index.ts';
import { claimOf } from './claim.ts';
import { agree, derivedValue, showInput, shownAs } from './derived-value.ts';
import { round2 } from './draft.ts';
import { valueId } from './keys.ts';
import { type Ledger, ledgersOf, NO_YEAR, type Valued } from './ledger.ts';

/** What was computed for a question, and what its formulas lack where nothing could be. */
export interface Derived {
  readonly findings: readonly Finding[];
  readonly missing: readonly string[];
}

/** What the arithmetic leaves of the confidence of its least sure input. */
const SURENESS = 0.98;
/** A formula's input may have a formula of its own, and that one's again. */
const DEEPEST = 2;

/**
 * Values that follow from others by a question's formulas: of one entity, from one source where it has all inputs, in
 * one currency and of one fiscal year, balances at its end. What is printed isn't computed again, unless the question
 * gives its own definition. A missing input leaves the value out, and is named.
 */
export function derive(question: QuestionRecord, known: readonly Finding[], state: State): Derived {
  const { formulas = [], metrics } = question;
  const asked = metrics.filter(({ id }) => formulas.some(({ metric }) => metric.id === id));
  const [first] = asked;
  if (!first) return { findings: [], missing: [] };
  const lookups = metrics.filter(({ labels }) => labels).map(({ name }) => name);
  const own = known.filter(finding => finding.question === question.id);
  const ledgers = ledgersOf(own, state, new Set(lookups));
  const findings = asked.flatMap(({ id }) =>
    [...groupBy(ledgers, ({ entity }) => entity).values()].flatMap(group =>
      compute(id, question, group, state),
    ),
  );
  const answered = [...findings, ...known].some(
    ({ value, question: of }) => of === question.id && value?.metric === first.name,
  );
  return { findings, missing: answered ? [] : missingFor(first.id, question, ledgers) };
}

/** One entity's values of a metric by its formulas, for each year asked about; the first ledger that has all inputs. */
function compute(
  id: string,
  question: QuestionRecord,
  ledgers: readonly Ledger[],
  state: State,
): readonly Finding[] {
  const done = new Map<number, Finding>();
  for (const ledger of ledgers) {
    for (const year of yearsFor(id, question, ledger)) {
      const finding = done.has(year) ? null : computeAt(id, year, { question, ledger, state });
      if (finding) done.set(year, finding);
    }
  }
  return [...done.values()];
}

/** The years asked about, else all that the entity has values for. */
function yearsFor(id: string, question: QuestionRecord, { years }: Ledger): readonly number[] {
  const { formulas = [], periods, lastYears } = question;
  const at = formulas.find(({ metric }) => metric.id === id)?.at;
  if (at !== undefined) return [at];
  if (periods.length === 0 && lastYears === undefined) return years;
  if (years.length === 1 && years[0] === NO_YEAR) return years;
  const oldest = lastYears === undefined ? Number.POSITIVE_INFINITY : Math.max(...years) - lastYears + 1;
  const [only] = periods;
  const before = compares(question) && periods.length === 1 && only?.kind === 'year' ? only.year - 1 : null;
  return years.filter(
    year => year >= oldest || year === before || periods.some(asked => covers(asked, year)),
  );
}

/** "Did it improve in 2019?" is answered against the year before. */
function compares({ aspects }: QuestionRecord): boolean {
  return aspects.includes('whether') && aspects.includes('change');
}

function covers({ kind, year, part }: Period, wanted: number): boolean {
  return kind === 'range' ? wanted >= year && wanted <= (part ?? year) : wanted === year;
}

interface Desk {
  readonly question: QuestionRecord;
  readonly ledger: Ledger;
  readonly state: State;
}

function computeAt(id: string, year: number, desk: Desk): Finding | null {
  const formulas = (desk.question.formulas ?? []).filter(({ metric }) => metric.id === id);
  const own = formulas.some(({ from }) => from !== 'vocabulary');
  if (!own && desk.ledger.valueOf(formulas[0]?.metric.name ?? '', year)) return null;
  for (const formula of formulas) {
    const finding = computeBy(formula, year, desk);
    if (finding) return finding;
  }
  return null;
}

function computeBy(formula: Formula, year: number, desk: Desk): Finding | null {
  const { question, ledger, state } = desk;
  const expression = parseFormula(formula.expression);
  const inputs = new Map<string, Valued>();
  const found = expression && work(expression, resolverOf({ ...desk, year, show: () => '', inputs }));
  const used = [...inputs.values()];
  if (!found || used.length === 0 || !agree(formula, used)) return null;
  const shown = shownAs(used);
  const again = work(expression, resolverOf({ ...desk, year, show: one => showInput(one, shown), inputs }));
  const confidence = round2(Math.min(...used.map(one => one.confidence)) * SURENESS);
  const value = {
    ...derivedValue(formula, found.value, { inputs: used, year, shown, entity: ledger.entity }),
    confidence,
  };
  const profile = state.sources[used[0]?.evidence[0]?.source ?? '']?.profile;
  return {
    id: valueId(question.id, value),
    question: question.id,
    kind: 'value',
    claim: profile ? claimOf(value, profile) : value.metric,
    value,
    status: 'supported',
    confidence,
    relevance: 0.99,
    evidence: evidenceOf(used),
    against: [],
    reason: '',
    derivation: {
      formula: wordsOf(expression, id => lower(nameOf(id, question))),
      worked: [again?.shown ?? '', shown.note === '' ? '' : `, in ${shown.note}`].join(''),
      expression: found.expression,
      inputs: used.map(({ id }) => id),
    },
  };
}

interface Resolving extends Omit<Desk, 'state'> {
  readonly year: number;
  readonly show: (finding: Valued) => string;
  /** Filled with the findings that were used, in order. */
  readonly inputs: Map<string, Valued>;
}

/** A name of a formula so many years back: the value that was read, else what a formula of its own gives. */
function resolverOf(desk: Resolving, depth = 0): (id: string, back: number) => Term | null {
  const { question, ledger, year, show, inputs } = desk;
  return (id, back) => {
    const formulas = (question.formulas ?? []).filter(({ metric }) => metric.id === id);
    const defined = formulas.some(({ from }) => from === 'definition');
    const read = defined ? null : ledger.valueOf(nameOf(id, question), year - back);
    if (read) {
      inputs.set(read.id, read);
      return { value: valueInBase(read.value), shown: show(read), expression: `[${read.id}]` };
    }
    if (depth >= DEEPEST) return null;
    for (const { expression: text } of formulas) {
      const before = new Set(inputs.keys());
      const expression = parseFormula(text);
      const found = expression && work(expression, resolverOf({ ...desk, year: year - back }, depth + 1));
      if (found)
        return { value: found.value, shown: `(${found.shown})`, expression: `(${found.expression})` };
      for (const fresh of [...inputs.keys()].filter(one => !before.has(one))) inputs.delete(fresh);
    }
    return null;
  };
}

/** What was looked for only to compute something that a source prints, or that lacks something else, isn't told. */
export function retireInputs(
  known: readonly Finding[],
  { question, findings }: Derived & { readonly question: QuestionRecord },
): readonly Finding[] {
  const { formulas = [], metrics, id } = question;
  const asked = new Set(metrics.map(({ name }) => name));
  const inputs = formulas.flatMap(({ metric, inputs: own }) => [metric, ...own]);
  const only = new Set(inputs.map(({ name }) => name).filter(name => !asked.has(name)));
  if (only.size === 0) return known;
  const used = new Set(findings.flatMap(({ derivation }) => derivation?.inputs ?? []));
  const reason = `looked for to compute ${lower(metrics[0]?.name ?? '')}, and not needed`;
  return known.map(finding =>
    finding.question === id && finding.value && only.has(finding.value.metric) && !used.has(finding.id)
      ? { ...finding, status: 'retracted' as const, against: [], reason }
      : finding,
  );
}

function nameOf(id: string, { formulas = [], metrics }: QuestionRecord): string {
  const refs = [...metrics, ...formulas.flatMap(({ metric, inputs }) => [metric, ...inputs])];
  return refs.find(ref => ref.id === id)?.name ?? id;
}

/** The place of each input, in the order of the formula. */
function evidenceOf(inputs: readonly Valued[]): readonly Evidence[] {
  const first = inputs.flatMap(({ evidence }) => evidence.slice(0, 1));
  return [...new Map(first.map(evidence => [evidence.id, evidence])).values()];
}

/** "Inventories in 2016": what the formula asked for names and no ledger has, in the years that it looks at. */
function missingFor(id: string, question: QuestionRecord, ledgers: readonly Ledger[]): readonly string[] {
  const formula = question.formulas?.find(({ metric }) => metric.id === id);
  const expression = formula && parseFormula(formula.expression);
  if (!formula || !expression) return [];
  const asked = question.periods.map(({ kind, year, part }) => (kind === 'range' ? (part ?? year) : year));
  const year = formula.at ?? (asked.length === 0 ? null : Math.max(...asked));
  if (year === null) return namesIn(expression).map(name => lower(nameOf(name, question)));
  return [...new Set(lackingIn(formula.expression, year, { question, ledgers, depth: 0 }))];
}

/** What is lacking, down to what has no formula of its own. */
function lackingIn(
  text: string,
  year: number,
  desk: { readonly question: QuestionRecord; readonly ledgers: readonly Ledger[]; readonly depth: number },
): readonly string[] {
  const { question, ledgers, depth } = desk;
  const expression = parseFormula(text);
  const lacking: string[] = [];
  const resolvers = ledgers.map(ledger =>
    resolverOf({ question, ledger, year, show: () => '', inputs: new Map() }),
  );
  const known = (name: string, back: number) =>
    resolvers.map(resolve => resolve(name, back)).find(term => term !== null) ?? null;
  if (expression)
    work(expression, (name, back) => {
      const found = known(name, back);
      const own = question.formulas?.find(({ metric }) => metric.id === name)?.expression;
      if (!found && own && depth < DEEPEST)
        lacking.push(...lackingIn(own, year - back, { ...desk, depth: depth + 1 }));
      else if (!found) lacking.push(`${lower(nameOf(name, question))} in ${year - back}`);
      return found;
    });
  return lacking;
}

function lower(name: string): string {
  return /^\p{Lu}\p{Ll}*(?=[\s’'-]|$)/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
