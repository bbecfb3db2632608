import { describe, expect, test } from 'vitest';
import { verifyReport } from '../../../src/run/verify/report.ts';

const RENDERED = `# Amazon

Revenue rose 31%, from $136.0 billion in 2016 to $177.9 billion in 2017.[^e-1] [^e-2]
Margin was 2.3%.[^e-2]

Two sources were read.

[^e-1]: a.pdf, p. 3 — “Revenue | 2016: 135,987”
[^e-2]: a.pdf, p. 3 — “Revenue | 2017: 177,866”
`;

describe('an edited report', () => {
  test.each([
    ['untouched', (text: string) => text],
    [
      'reworded around its numbers',
      (text: string) => text.replace('Revenue rose 31%, from', 'Sales were up 31 % from'),
    ],
    ['with a sentence taken out', (text: string) => text.replace(/Margin.*\n/, '')],
    ['with Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
    ['with a number written another way', (text: string) => text.replace('$136.0 billion', '$136 billion')],
  ])('%s holds', (_, edit) => {
    expect(verifyReport(edit(RENDERED), RENDERED, 'report.md')).toEqual([]);
  });

  test.each([
    [
      'a number changed',
      (text: string) => text.replace('$177.9', '$179.9'),
      'report.md:3',
      'number',
      /^179\.9 is in no finding/,
    ],
    [
      'a number added',
      (text: string) => text.replace('Two sources', 'Two sources of 14'),
      'report.md:6',
      'number',
      /^14 is in no finding/,
    ],
    [
      'a quote changed',
      (text: string) => text.replace('177,866”', '178,866”'),
      'report.md:9',
      'quote',
      /e-2 was altered/,
    ],
    [
      'a citation invented',
      (text: string) => text.replace('2.3%.[^e-2]', '2.3%.[^e-9]'),
      'report.md:4',
      'citation',
      /e-9/,
    ],
  ])('%s is named with its line', (_, edit, where, rule, message) => {
    const problems = verifyReport(edit(RENDERED), RENDERED, 'report.md');
    expect(problems[0]).toMatchObject({ where, rule, message: expect.stringMatching(message) });
  });
});
