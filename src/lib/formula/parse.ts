/**
 * Functions over time. `average`, `change`, `growth` and `prior` look so many years back, one where nothing is said;
 * `mean` and `total` take in so many years; `cagr` spans them; `rate` is the yearly rate of a multiple.
 */
export type TimeFunction = 'average' | 'change' | 'prior' | 'growth' | 'mean' | 'total' | 'cagr' | 'rate';

export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly id: string }
  | { readonly kind: 'over'; readonly what: TimeFunction; readonly of: Expression; readonly years: number }
  | {
      readonly kind: 'pair';
      readonly sign: '+' | '-' | '*' | '/';
      readonly left: Expression;
      readonly right: Expression;
    };

const FUNCTIONS: ReadonlySet<string> = new Set([
  'average',
  'change',
  'prior',
  'growth',
  'mean',
  'total',
  'cagr',
  'rate',
]);
const TOKEN =
  /\s*(?:(?<number>\d+(?:\.\d+)?)|(?<word>[a-z][a-z0-9]*(?:-[a-z0-9]+)*)|\[(?<quoted>[^\]]+)\]|(?<mark>[-+*/(),]))/y;

interface Token {
  readonly kind: 'number' | 'word' | 'name' | 'mark';
  readonly text: string;
}

/**
 * Reads a formula: numbers, metric ids, `+ - * /`, brackets and functions over time such as `average(inventories)` or
 * `cagr(revenue, 3)`. A minus has spaces around it, since ids have hyphens. Null for anything else.
 */
export function parseFormula(text: string): Expression | null {
  const tokens = tokensOf(text);
  if (!tokens) return null;
  const reader = new Reader(tokens);
  const expression = reader.sum();
  return expression && reader.atEnd() ? expression : null;
}

/** Ids that an expression names, each once, in order. */
export function namesIn(expression: Expression): readonly string[] {
  if (expression.kind === 'number') return [];
  if (expression.kind === 'name') return [expression.id];
  if (expression.kind === 'over') return namesIn(expression.of);
  return [...new Set([...namesIn(expression.left), ...namesIn(expression.right)])];
}

function tokensOf(text: string): readonly Token[] | null {
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < end) {
    const groups = TOKEN.exec(text)?.groups;
    if (!groups) return null;
    const { number, word, quoted, mark = '' } = groups;
    if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (quoted !== undefined) tokens.push({ kind: 'name', text: quoted });
    else tokens.push(word !== undefined ? { kind: 'word', text: word } : { kind: 'mark', text: mark });
  }
  return tokens;
}

/** By descent: a sum of products of factors. */
class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  atEnd(): boolean {
    return this.#at === this.#tokens.length;
  }

  sum(): Expression | null {
    return this.#chain(['+', '-'], () => this.#chain(['*', '/'], () => this.#factor()));
  }

  #chain(signs: readonly string[], part: () => Expression | null): Expression | null {
    let left = part();
    while (left && this.#next?.kind === 'mark' && signs.includes(this.#next.text)) {
      const sign = this.#take() as '+' | '-' | '*' | '/';
      const right = part();
      left = right && { kind: 'pair', sign, left, right };
    }
    return left;
  }

  #factor(): Expression | null {
    const token = this.#next;
    if (!token) return null;
    this.#at += 1;
    if (token.kind === 'number') return { kind: 'number', value: Number(token.text) };
    if (token.kind === 'name') return { kind: 'name', id: token.text };
    if (token.kind === 'mark') return token.text === '(' ? this.#closed(this.sum()) : null;
    if (FUNCTIONS.has(token.text) && this.#is('(')) return this.#call(token.text as TimeFunction);
    return { kind: 'name', id: token.text };
  }

  #call(what: TimeFunction): Expression | null {
    this.#take();
    const of = this.sum();
    if (!of) return null;
    if (!this.#is(',')) return this.#closed({ kind: 'over', what, of, years: 1 });
    this.#take();
    const years = Number(this.#take());
    return Number.isInteger(years) ? this.#closed({ kind: 'over', what, of, years }) : null;
  }

  #closed(inner: Expression | null): Expression | null {
    if (!this.#is(')')) return null;
    this.#take();
    return inner;
  }

  #is(mark: string): boolean {
    return this.#next?.kind === 'mark' && this.#next.text === mark;
  }

  #take(): string {
    const token = this.#next;
    this.#at += 1;
    return token?.text ?? '';
  }

  get #next(): Token | undefined {
    return this.#tokens[this.#at];
  }
}
