import { expect, test } from 'vitest';
import { namedStrings } from '../../../src/documents/pdf/raw-strings.ts';

test.each([
  ['a hexadecimal string', '/O <41 42\n4>', 'AB@', '<41 42\n4>'],
  ['a literal one', '/O(AB)', 'AB', '(AB)'],
  ['brackets that nest', '/O (a(b)c)', 'a(b)c', '(a(b)c)'],
  ['brackets that are escaped', String.raw`/O (a\)b\\)`, String.raw`a)b\ `.trim(), String.raw`(a\)b\\)`],
  ['octal and named escapes', String.raw`/O (\101\n\7)`, 'A\n\u0007', String.raw`(\101\n\7)`],
  ['a line that goes on', '/O (a\\\r\nb\\\nc\rd)', 'abc\nd', '(a\\\r\nb\\\nc\rd)'],
  ['bytes above 127', '/O (\u00fe\u00ff)', '\u00fe\u00ff', '(\u00fe\u00ff)'],
  ['a name inside another string', '(see /O (x)) /O <4f>', 'O', '<4f>'],
  ['a string without an end', '/O (abc', 'abc', '(abc'],
])('%s', (_, text, said, raw) => {
  const string = namedStrings(text).get('O');
  expect(string?.bytes.toString('latin1')).toBe(said);
  expect(text.slice(string?.start, string?.end)).toBe(raw);
});

test('dictionaries are no strings', () => {
  expect(namedStrings('<< /CF << /V 4 >> /O <00> >>').size).toBe(1);
});
