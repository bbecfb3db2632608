import { describe, expect, test } from 'vitest';
import type { Report } from '../../../src/domain/report.ts';
import { renderChart } from '../../../src/outputs/figures/index.ts';
import { toHtml } from '../../../src/outputs/html/index.ts';
import { columnChart, report, sentence } from '../sample.ts';

const image = { webp: new Uint8Array([82, 73, 70, 70]), width: 900, height: 1200 };
const pages = new Map([['s-aaaaaaaaaaaa/12', image]]);
const figures = new Map([[columnChart.id, (await renderChart(columnChart)).svg]]);
const html = toHtml(report, { pages, figures });
const ids = (page: string) => [...page.matchAll(/ id="([^"]+)"/g)].map(found => found[1]);

test('the same input gives the same bytes', () => {
  expect(toHtml(structuredClone(report), { pages, figures })).toBe(html);
});

describe('links', () => {
  test('no two elements share an id', () => {
    expect(ids(html).length).toBe(new Set(ids(html)).size);
  });

  test('every link leads to an element of the page', () => {
    const targets = [...html.matchAll(/ href="([^"]+)"/g)].map(found => found[1]);
    expect(targets.length).toBeGreaterThan(20);
    for (const target of targets) expect(ids(html)).toContain(target?.slice(1));
  });

  test('a citation of a page with a picture leads to its box, another to its words', () => {
    expect(html).toMatch(
      /<a class="mark" id="e-0000000001" href="#r1-e-0000000001" style="left:10.00%;top:20.00%;width:50.00%;height:3.00%"/,
    );
    expect(html).toMatch(/<li id="e-0000000004">/);
  });
});

describe('nothing is loaded and nothing runs', () => {
  const evil =
    '"><img src=x onerror=alert(1)><script>alert(1)</script>\' onclick=x javascript:alert(1) https://evil.example';
  const hostile: Report = {
    ...report,
    title: evil,
    asked: [evil],
    answer: [sentence(evil, ['e-0000000001'])],
    notes: [evil],
    citations: report.citations.map(citation => ({ ...citation, quote: evil, label: evil })),
    sources: report.sources.map(source => ({ ...source, path: evil, title: evil, published: evil })),
    coverage: report.coverage.map(line => ({ ...line, path: evil })),
    rejected: [{ path: evil, failure: { code: evil, message: evil } }],
    sections: report.sections.map(section => ({ ...section, title: evil })),
  };
  const page = toHtml(hostile, { pages, figures });

  test.each([
    ['a script', /<script/i],
    ['an address outside the page', /(?:href|src|xlink:href)="(?!#|data:image\/webp;base64,)[^"]*"/i],
    ['an import of styles', /@import|url\(/i],
  ])('%s is not in the page', (_, pattern) => expect(pattern.test(page)).toBe(false));

  test('an event handler is not in the page', () => {
    expect(page.replace(/"[^"]*"/g, '""')).not.toMatch(/<[^>]+ on\w+=/i);
  });

  test('the policy allows pictures of its own and styles, nothing else', () => {
    expect(page).toContain(
      'content="default-src &#39;none&#39;; img-src data:; style-src &#39;unsafe-inline&#39;',
    );
  });

  test('it has the elements of the report without hostile text, and no other', () => {
    const tags = (text: string) => [...new Set([...text.matchAll(/<(\w+)/g)].map(found => found[1]))].sort();
    expect(tags(page).filter(name => !tags(html).includes(name))).toEqual([]);
  });
});

test('a chart without a figure shows its data', () => {
  const page = toHtml(report, { pages: new Map(), figures: new Map() });
  expect(page).toContain('1,310.5');
  expect(page).not.toContain('<svg');
  expect(page).not.toContain('<img');
});
