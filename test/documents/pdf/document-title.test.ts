import { describe, expect, it } from 'vitest';
import { isSane } from '../../../src/documents/pdf/document-title.ts';

const CASES: readonly [title: string, sane: boolean][] = [
  ['Annual Report 2024', true],
  ['Sustainability', true],
  ['Microsoft Word - report_final.doc', false],
  ['report.indd', false],
  ['untitled', false],
  ['C:\\Users\\me\\report', false],
  ['10K_2019_FINAL', false],
  ['--', false],
  ['', false],
];

describe('isSane', () => {
  it.each(CASES)('"%s": %s', (title, sane) => {
    expect(isSane(title)).toBe(sane);
  });
});
