import { numbersIn, strangers } from './numbers.ts';
import type { Problem } from './problem.ts';

const REFERENCE = /\[\^([^\]]+)\]/g;
const DEFINITION = /^\[\^([^\]]+)\]:/;

/**
 * Holds an edited report against the one that the store renders. Wording may change; a number must be one that the
 * cited evidence (or, without a citation, the line it came from) has, a citation must exist, a quote must be untouched.
 */
export function verifyReport(edited: string, rendered: string, name: string): readonly Problem[] {
  const expected = rendered.split('\n');
  const untouched = new Set(expected);
  const definitions = new Map(
    expected.flatMap(line => (DEFINITION.test(line) ? [[line.match(DEFINITION)?.[1] ?? '', line]] : [])),
  );
  return edited.split(/\r?\n/).flatMap((line, index) => {
    if (untouched.has(line) || line.trim() === '') return [];
    const where = `${name}:${index + 1}`;
    return DEFINITION.test(line)
      ? checkDefinition(line, definitions, where)
      : checkLine(line, { expected, definitions, where });
  });
}

function checkDefinition(
  line: string,
  definitions: ReadonlyMap<string, string>,
  where: string,
): readonly Problem[] {
  const id = line.match(DEFINITION)?.[1] ?? '';
  const original = definitions.get(id);
  if (original === undefined) return [{ where, rule: 'citation', message: `No evidence has the id ${id}.` }];
  return [{ where, rule: 'quote', message: `The footnote ${id} was altered; the source gives: ${original}` }];
}

function checkLine(
  line: string,
  {
    expected,
    definitions,
    where,
  }: {
    readonly expected: readonly string[];
    readonly definitions: ReadonlyMap<string, string>;
    readonly where: string;
  },
): readonly Problem[] {
  const cited = [...line.matchAll(REFERENCE)].map(match => match[1] as string);
  const unknown = cited.filter(id => !definitions.has(id));
  const text = line.replace(REFERENCE, '');
  const kin =
    cited.length > 0
      ? expected.filter(other => cited.some(id => other.includes(`[^${id}]`)))
      : nearest(text, expected);
  const allowed = new Set(kin.flatMap(other => numbersIn(other.replace(REFERENCE, ''))));
  return [
    ...unknown.map(id => ({ where, rule: 'citation' as const, message: `No evidence has the id ${id}.` })),
    ...strangers(text, allowed).map(number => ({
      where,
      rule: 'number' as const,
      message: `${number} is in no finding that this line stands on: ${line.trim()}`,
    })),
  ];
}

/** The lines that share most words with `text`: the ones it was probably made from. */
function nearest(text: string, lines: readonly string[]): readonly string[] {
  const words = new Set(text.toLowerCase().match(/\p{L}{3,}/gu) ?? []);
  const shared = lines.map(line => ({
    line,
    count: (line.toLowerCase().match(/\p{L}{3,}/gu) ?? []).filter(word => words.has(word)).length,
  }));
  const most = Math.max(1, ...shared.map(({ count }) => count));
  return shared.filter(({ count }) => count === most).map(({ line }) => line);
}
