import { arcToCurves } from './arc.ts';

/** `x, y` of a straight line's end, or `x1, y1, x2, y2, x, y` of a cubic curve. */
export type Segment = readonly number[];

export interface Subpath {
  readonly x: number;
  readonly y: number;
  readonly segments: readonly Segment[];
  readonly closed: boolean;
}

/** What a `d` attribute draws, up to the first mistake in it: https://www.w3.org/TR/SVG2/paths.html */
export function parsePathData(d: string): readonly Subpath[] {
  return new PathReader(d).read();
}

interface Growing {
  readonly x: number;
  readonly y: number;
  readonly segments: Segment[];
  closed: boolean;
}

/** Numbers that each command takes at a time. */
const OPERANDS: Readonly<Record<string, number>> = {
  M: 2,
  L: 2,
  H: 1,
  V: 1,
  C: 6,
  S: 4,
  Q: 4,
  T: 2,
  A: 7,
  Z: 0,
};
const NUMBER = /[\s,]*([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)/iy;
const FLAG = /[\s,]*([01])/y;
const COMMAND = /[\s,]*([a-z])/iy;

class PathReader {
  readonly #d: string;
  readonly #subpaths: Growing[] = [];
  #at = 0;
  #x = 0;
  #y = 0;
  /** The last control point, as it is mirrored by the smooth commands. */
  #control: readonly [letter: string, x: number, y: number] = ['', 0, 0];

  constructor(d: string) {
    this.#d = d;
  }

  read(): readonly Subpath[] {
    for (let letter = this.#take(COMMAND); letter !== null; letter = this.#take(COMMAND)) {
      if (!this.#run(letter)) break;
    }
    return this.#subpaths;
  }

  /** One command with all of its repetitions; false at a mistake. */
  #run(letter: string): boolean {
    let command = letter.toUpperCase();
    const relative = letter !== command;
    const count = OPERANDS[command];
    if (count === undefined || (this.#subpaths.length === 0 && command !== 'M')) return false;
    if (count === 0) {
      this.#close();
      return true;
    }
    for (let first = true; ; first = false) {
      const values = this.#operands(count, command === 'A');
      if (values.length < count) return !first && values.length === 0;
      this.#draw(command, relative ? this.#absolute(command, values) : values);
      if (command === 'M') command = 'L';
    }
  }

  /** As many as there are. */
  #operands(count: number, isArc: boolean): number[] {
    const values: number[] = [];
    for (let i = 0; i < count; i++) {
      const text = this.#take(isArc && (i === 3 || i === 4) ? FLAG : NUMBER);
      if (text === null) break;
      values.push(Number(text));
    }
    return values;
  }

  #take(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#d);
    if (!match) return null;
    this.#at = pattern.lastIndex;
    return match[1] ?? null;
  }

  #absolute(command: string, values: readonly number[]): number[] {
    if (command === 'H') return values.map(value => value + this.#x);
    if (command === 'V') return values.map(value => value + this.#y);
    const from = command === 'A' ? 5 : 0;
    return values.map((value, i) => (i < from ? value : value + ((i - from) % 2 === 0 ? this.#x : this.#y)));
  }

  #draw(command: string, values: readonly number[]): void {
    const [a = 0, b = 0, c = 0, d = 0] = values;
    const end = values.slice(-2) as [number, number];
    switch (command) {
      case 'M':
        this.#subpaths.push({ x: a, y: b, segments: [], closed: false });
        [this.#x, this.#y] = [a, b];
        break;
      case 'L':
        this.#add([a, b]);
        break;
      case 'H':
        this.#add([a, this.#y]);
        break;
      case 'V':
        this.#add([this.#x, a]);
        break;
      case 'C':
        this.#add(values, ['C', c, d]);
        break;
      case 'S':
        this.#add([...this.#mirror('C'), ...values], ['C', a, b]);
        break;
      case 'Q':
        this.#quadratic(a, b, end);
        break;
      case 'T':
        this.#quadratic(...this.#mirror('Q'), end);
        break;
      default:
        for (const curve of arcToCurves([this.#x, this.#y], values)) this.#add(curve);
    }
    if (!'CSQT'.includes(command)) this.#control = ['', 0, 0];
  }

  #quadratic(cx: number, cy: number, [x, y]: readonly [number, number]): void {
    const toward = (from: number, to: number) => from + ((to - from) * 2) / 3;
    const curve = [toward(this.#x, cx), toward(this.#y, cy), toward(x, cx), toward(y, cy), x, y];
    this.#add(curve, ['Q', cx, cy]);
  }

  #mirror(kind: string): [number, number] {
    const [letter, x, y] = this.#control;
    return letter === kind ? [2 * this.#x - x, 2 * this.#y - y] : [this.#x, this.#y];
  }

  #add(segment: Segment, control: readonly [string, number, number] = ['', 0, 0]): void {
    this.#current().segments.push(segment);
    this.#x = segment.at(-2) as number;
    this.#y = segment.at(-1) as number;
    this.#control = control;
  }

  /** After a close, drawing goes on from where the subpath began. */
  #current(): Growing {
    const last = this.#subpaths.at(-1) as Growing;
    if (!last.closed) return last;
    const next = { x: last.x, y: last.y, segments: [], closed: false };
    this.#subpaths.push(next);
    return next;
  }

  #close(): void {
    const last = this.#current();
    last.closed = true;
    [this.#x, this.#y] = [last.x, last.y];
    this.#control = ['', 0, 0];
  }
}
