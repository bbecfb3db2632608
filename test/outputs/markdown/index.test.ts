import { marked, type Tokens } from 'marked';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Report } from '../../../src/domain/report.ts';
import { toMarkdown, toMarkdownWithClaims } from '../../../src/outputs/markdown/index.ts';
import { report, sentence } from '../sample.ts';

const OPTIONS = { version: '0.1.0' };

test('a report reads like this', async () => {
  await expect(toMarkdown(report, OPTIONS)).toMatchFileSnapshot('report.snapshot.md');
});

test('the same report gives the same bytes', () => {
  expect(toMarkdown(structuredClone(report), OPTIONS)).toBe(toMarkdown(report, OPTIONS));
});

describe('footnotes', () => {
  const markdown = toMarkdown(report, OPTIONS);
  const defined = [...markdown.matchAll(/^\[\^(e-\w+)\]: (.*)$/gm)];

  test('every reference is defined once', () => {
    const used = new Set([...markdown.matchAll(/\[\^(e-\w+)\](?!:)/g)].map(found => found[1]));
    expect(defined.map(found => found[1]).sort()).toEqual([...used].sort());
  });

  test('each names file, page and quote', () => {
    for (const [, , text] of defined)
      expect(text).toMatch(/^\S+\.(pdf|pptx), (p\.|slide) \d+.* — “.+” \(.+, confidence \d\.\d\d\)$/);
  });

  test('a citation that the report does not hold is left out', () => {
    const odd = { ...report, answer: [sentence('One.', ['e-ffffffffff'], ['f-1'])] };
    expect(toMarkdown(odd, OPTIONS)).toContain('\nOne.\n');
  });
});

describe('claims', () => {
  const { markdown, claims } = toMarkdownWithClaims(report, OPTIONS);

  test('offsets give the sentence, and its footnotes follow', () => {
    expect(claims).toHaveLength(9);
    for (const { text, start, end, evidence } of claims) {
      expect(markdown.slice(start, end)).toBe(text);
      expect(markdown.slice(end).startsWith(`[^${evidence[0]}]`)).toBe(true);
    }
  });

  test('no mark is left in the text', () => {
    expect(markdown).not.toMatch(/[\ufdd0-\ufdef]/);
  });
});

describe('front matter', () => {
  test.each([
    ['that would end it', '"---\nadmin: true"'],
    ['of YAML', '{a: [1, 2]} # & *x !!js'],
    ['of nothing', ''],
    ['of a date', '2024-01-01'],
    ['with quotes and backslashes', `He said "it's \\ fine"`],
  ])('holds a title %s', (_, title) => {
    const [, front = ''] = toMarkdown({ ...report, title }, OPTIONS).split(/^---$/m);
    const fields = parse(front) as Record<string, unknown>;
    expect(fields.title).toBe(title.replace(/\s+/g, ' '));
    expect(Object.keys(fields)).toEqual(Object.keys(fields).sort());
    expect(fields).not.toHaveProperty('admin');
  });
});

describe('what comes from documents stays text', () => {
  const evil = '![x](https://evil.example/?q=1) <script>alert(1)</script> | a [b](javascript:c)';
  const hostile: Report = {
    ...report,
    title: evil,
    asked: [evil],
    answer: [sentence(evil, ['e-0000000001'])],
    keyFindings: [sentence(`# ${evil}`, ['e-0000000001'])],
    notes: [evil],
    coverage: report.coverage.map(line => ({
      ...line,
      path: evil,
      unreadFigures: [{ page: 1, caption: evil, failure: { code: 'damaged', message: evil } }],
    })),
    rejected: [{ path: evil, failure: { code: 'damaged', message: evil } }],
    sources: report.sources.map(source => ({ ...source, title: evil, path: evil, published: evil })),
    citations: report.citations.map(citation => ({ ...citation, quote: evil, label: evil })),
    sections: report.sections.map(section => ({ ...section, title: evil })),
  };

  test('no image but our figures, no link, no HTML but our own', () => {
    const body = toMarkdown(hostile, OPTIONS).split(/^---$/m).slice(2).join('---');
    // Footnotes are GitHub's, not marked's: as paragraphs they show whether anything in them is alive.
    const html = marked.parse(body.replace(/^\[\^(e-\w+)\]: /gm, '\n$1 '), { async: false });
    expect([...html.matchAll(/<img src="([^"]*)"/g)].map(found => found[1])).toEqual([
      'figures/c-11111111.svg',
      'figures/c-55555555.svg',
    ]);
    expect(html).not.toMatch(/<a |<script|href=/);
    const tags = new Set([...html.matchAll(/<(\w+)/g)].map(found => found[1]));
    expect([...tags].sort()).toEqual(
      'blockquote code details h1 h2 h3 img li ol p strong summary table tbody td th thead tr ul'.split(' '),
    );
  });

  test('every table keeps its columns', () => {
    const tables = marked
      .lexer(toMarkdown(hostile, OPTIONS))
      .filter((token): token is Tokens.Table => token.type === 'table');
    expect(tables.map(table => table.header.length)).toEqual([2, 3, 3, 6]);
    for (const table of tables) for (const row of table.rows) expect(row).toHaveLength(table.header.length);
  });
});

describe('what is said where something is missing', () => {
  test.each([
    [
      'a section without blocks',
      { sections: [{ id: 'q1', title: 'Capex', blocks: [] }] },
      'No evidence was found in the sources.',
    ],
    [
      'a run that met its time limit',
      { stop: 'time' as const },
      '> **Incomplete:** the time limit was reached',
    ],
    [
      'a source that failed',
      { rejected: report.rejected },
      'reports/locked.pdf — The file needs a password (`encrypted`)',
    ],
  ])('%s', (_, fields, expected) => {
    expect(toMarkdown({ ...report, ...fields }, OPTIONS)).toContain(expected);
  });

  test('an empty report still has its title and method', () => {
    const empty = {
      ...report,
      answer: [],
      keyFindings: [],
      sections: [],
      disagreements: [],
      open: [],
      coverage: [],
      rejected: [],
      sources: [],
      citations: [],
    };
    const headings = toMarkdown(empty, OPTIONS).match(/^#+ .*$/gm);
    expect(headings).toEqual(['# Revenue and emissions of Alder Rail', '## Method']);
  });
});
