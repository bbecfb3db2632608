import type { Expression, TimeFunction } from './parse.ts';

/** What a name stands for: a number by its id in square brackets, or a formula of its own in round ones. */
export type Term = Worked;

/** A formula carried out. */
export interface Worked {
  readonly value: number;
  /** With the numbers: "(34,616 + 25,309) ÷ 2". */
  readonly shown: string;
  /** Over ids in brackets, without functions: what `parseFormula` reads and `work` carries out again. */
  readonly expression: string;
}

/** Resolves a name so many years back; null where it isn't known. */
export type Resolve = (id: string, back: number) => Term | null;

interface Part extends Worked {
  /** How tightly it binds: 1 a sum, 2 a product, 3 a number. */
  readonly binding: 1 | 2 | 3;
}

/** Carries out an expression; null where a name isn't known, or a division or growth has no meaning. */
export function work(expression: Expression, resolve: Resolve): Worked | null {
  const part = partOf(expression, resolve, 0);
  return part && Number.isFinite(part.value)
    ? { value: part.value, shown: part.shown, expression: part.expression }
    : null;
}

function partOf(expression: Expression, resolve: Resolve, back: number): Part | null {
  if (expression.kind === 'number') {
    const text = String(expression.value);
    return { value: expression.value, shown: text, expression: text, binding: 3 };
  }
  if (expression.kind === 'name') {
    const term = resolve(expression.id, back);
    return term && { ...term, binding: 3 };
  }
  if (expression.kind === 'over') {
    const { what, of, years } = expression;
    return OVER[what](shift => partOf(of, resolve, back + shift), years);
  }
  const left = partOf(expression.left, resolve, back);
  const right = partOf(expression.right, resolve, back);
  return join(expression.sign, left, right);
}

type At = (shift: number) => Part | null;

const OVER = {
  prior: (at, years) => at(years),
  average: (at, years) => mean([at(0), at(years)]),
  change: (at, years) => join('-', at(0), at(years)),
  growth: (at, years) => growth(at(0), at(years)),
  mean: (at, years) => mean(lastOf(at, years)),
  total: (at, years) => sum(lastOf(at, years)),
  cagr: (at, years) => rate(multiple(at(0), at(years)), years),
  rate: (at, years) => rate(at(0), years),
} satisfies Record<TimeFunction, (at: At, years: number) => Part | null>;

function lastOf(at: At, years: number): readonly (Part | null)[] {
  return Array.from({ length: years }, (_, i) => at(i));
}

function sum(parts: readonly (Part | null)[]): Part | null {
  const [first = null, ...rest] = parts;
  return rest.reduce<Part | null>((left, right) => join('+', left, right), first);
}

function mean(parts: readonly (Part | null)[]): Part | null {
  return join('/', sum(parts), plain(parts.length));
}

function growth(now: Part | null, before: Part | null): Part | null {
  return join('-', multiple(now, before), plain(1));
}

/** A multiple of nothing or of a loss says nothing. */
function multiple(now: Part | null, before: Part | null): Part | null {
  return before && before.value > 0 ? join('/', now, before) : null;
}

function rate(times: Part | null, years: number): Part | null {
  if (!times || times.value <= 0 || years < 1) return null;
  return {
    value: times.value ** (1 / years) - 1,
    shown: `(${times.shown})^(1/${years}) − 1`,
    expression: `rate(${times.expression}, ${years})`,
    binding: 1,
  };
}

function plain(value: number): Part {
  return { value, shown: String(value), expression: String(value), binding: 3 };
}

const SHOWN = { '+': '+', '-': '−', '*': '×', '/': '÷' } as const;

function join(sign: '+' | '-' | '*' | '/', left: Part | null, right: Part | null): Part | null {
  if (!left || !right || (sign === '/' && right.value === 0)) return null;
  const binding = sign === '+' || sign === '-' ? 1 : 2;
  const tight = sign === '-' || sign === '/' ? ((binding + 1) as 2 | 3) : binding;
  return {
    value: apply(sign, left.value, right.value),
    shown: `${wrap(left, binding)} ${SHOWN[sign]} ${wrap(right, tight)}`,
    expression: `${wrapIds(left, binding)} ${sign} ${wrapIds(right, tight)}`,
    binding,
  };
}

function apply(sign: '+' | '-' | '*' | '/', left: number, right: number): number {
  if (sign === '+') return left + right;
  if (sign === '-') return left - right;
  return sign === '*' ? left * right : left / right;
}

function wrap({ shown, binding, value }: Part, least: number): string {
  return binding < least || (binding === 3 && value < 0) ? `(${shown})` : shown;
}

function wrapIds({ expression, binding }: Part, least: number): string {
  return binding < least ? `(${expression})` : expression;
}
