import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Store } from '../../src/domain/store.ts';
import { foldChanges } from '../../src/lib/state.ts';
import { adding, changing, documentOf, finding, opening, READER, table, text } from './store-samples.ts';

/** What every driver of the store promises. `withStore` hands over an empty store and disposes it. */
export function storeContract(withStore: (use: (store: Store) => Promise<void>) => Promise<void>): void {
  describe('the log', () => {
    for (const [says, check] of Object.entries(LOG)) test(says, () => withStore(check));
  });
  describe('documents', () => {
    for (const [says, check] of Object.entries(DOCUMENTS)) test(says, () => withStore(check));
  });
  describe('search', () => {
    for (const row of SEARCHES) {
      test(row.says, () =>
        withStore(async store => {
          await store.putDocument(LIBRARY);
          const query = { sources: [LIBRARY.sha256], terms: weigh(row.terms), limit: 10 };
          const hits = await store.search(query, READER);
          expect(hits.map(hit => hit.page)).toEqual(row.pages);
        }),
      );
    }
    for (const [says, check] of Object.entries(SEARCH)) test(says, () => withStore(check));
  });
}

/** What the first change of `r1` below is, in canonical JSON. */
const FIRST_CHANGE =
  '{"diff":{"findings":{"f-1":[null,{"against":[],"claim":"Sales rose.","confidence":0.9,"evidence":[],' +
  '"id":"f-1","kind":"statement","question":"q1","reason":"","relevance":0.5,"status":"supported","value":null}]}},' +
  '"previous":"","run":"r1","step":{"kind":"reconcile"}}';

type Checks = Readonly<Record<string, (store: Store) => Promise<void>>>;

const LOG: Checks = {
  'numbers the changes of a run from 1 and hands them back in order': async store => {
    const first = await store.append('r1', opening('r1', 'Sales'));
    const second = await store.append('r1', adding(finding('f-1', 'Sales rose.')));
    await store.append('r2', opening('r2', 'Costs'));
    expect([first.seq, second.seq]).toEqual([1, 2]);
    expect(await store.changes('r1')).toEqual([first, second]);
    expect(await store.changes('none')).toEqual([]);
  },
  'gives equal chains equal ids, and other ids after any difference': async store => {
    const sales = await store.append('r1', adding(finding('f-1', 'Sales rose.')));
    const other = await store.append('r2', adding(finding('f-1', 'Sales rose.')));
    const next = await store.append('r1', adding(finding('f-2', 'Sales rose.')));
    expect(sales.id).toBe(createHash('sha256').update(FIRST_CHANGE).digest('hex'));
    expect(new Set([sales.id, other.id, next.id]).size).toBe(3);
  },
  'keeps records in the order in which they were put': async store => {
    await store.append(
      'r1',
      adding(finding('f-9', 'First.'), finding('f-10', 'Second.'), finding('f-1', 'Third.')),
    );
    const state = foldChanges(await store.changes('r1'));
    expect(Object.keys(state.findings)).toEqual(['f-9', 'f-10', 'f-1']);
    expect((await store.findings('r1')).map(f => f.finding.id)).toEqual(['f-9', 'f-10', 'f-1']);
  },
  'refuses a change that was made from another state': async store => {
    await store.append('r1', adding(finding('f-1', 'Sales rose.')));
    await expect(store.append('r1', adding(finding('f-1', 'Sales fell.')))).rejects.toThrow('fork');
    const stale = [finding('f-1', 'Sales stood.'), finding('f-1', 'Sales fell.')] as const;
    await expect(store.append('r1', changing({ 'f-1': stale }))).rejects.toThrow('fork');
    expect(await store.changes('r1')).toHaveLength(1);
  },
  'takes changes that were started together one after the other': async store => {
    const ids = Array.from({ length: 20 }, (_, i) => `f-${i}`);
    await Promise.all(ids.map(id => store.append('r1', adding(finding(id, 'So it is.')))));
    expect((await store.changes('r1')).map(change => change.seq)).toEqual(ids.map((_, i) => i + 1));
    expect(await store.verify()).toEqual([]);
  },
  'lists runs with their titles, the last worked on first': async store => {
    await store.append('r1', opening('r1', 'Sales'));
    await store.append('r2', opening('r2', 'Costs'));
    await store.append('r1', adding(finding('f-1', 'Sales rose.')));
    expect(await store.runs()).toEqual([
      { id: 'r1', title: 'Sales', changes: 2, startedAt: 1, updatedAt: 3 },
      { id: 'r2', title: 'Costs', changes: 1, startedAt: 2, updatedAt: 2 },
    ]);
  },
  'lists findings as they stand, over runs, and the same after a rebuild': async store => {
    const [rose, fell] = [finding('f-1', 'Sales rose.'), finding('f-2', 'Costs fell.')];
    const contested = finding('f-1', 'Sales rose.', 'contested');
    await store.append('r1', adding(rose, fell, finding('f-3', 'Gone tomorrow.')));
    await store.append('r2', adding(fell));
    await store.append(
      'r1',
      changing({ 'f-1': [rose, contested], 'f-3': [finding('f-3', 'Gone tomorrow.'), null] }),
    );
    const listed = [
      { run: 'r1', finding: contested },
      { run: 'r1', finding: fell },
      { run: 'r2', finding: fell },
    ];
    expect(await store.findings()).toEqual(listed);
    expect(await store.findings('r2')).toEqual(listed.slice(2));
    const runs = await store.runs();
    await store.rebuild();
    expect(await store.findings()).toEqual(listed);
    expect(await store.runs()).toEqual(runs);
    expect(await store.verify()).toEqual([]);
  },
};

const SHA = 'a'.repeat(64);
const LIBRARY = documentOf(SHA, [
  [
    text('Annual report 2019', 'title'),
    text('Page 1 of 9 confidential', 'footer'),
    text('Net sales increased due to higher volumes.', 'paragraph', ['Annual report 2019', 'Results']),
  ],
  [
    text('Capital expenditures were $177,866 million in fiscal 2019.', 'paragraph', [
      'Annual report 2019',
      'Cash',
    ]),
  ],
  [table('Greenhouse gas emissions', ['t CO2e', '2018', '2019'], [['Scope 1', '12 345.6', '11,020']])],
  [text('The company spent capital on zero-emission vans; café costs (net) fell 12.5%.')],
  [text('Sales are not net of the things that we expend.')],
]);

const DOCUMENTS: Checks = {
  'come back as they were put': async store => {
    await store.putDocument(LIBRARY);
    expect(await store.getDocument(SHA, READER)).toEqual(LIBRARY);
    expect(await store.getPage(SHA, READER, 3)).toEqual(LIBRARY.pages[2]);
    const reading = LIBRARY.pages[2]?.readings[0];
    expect(await store.getReading(reading?.id ?? '')).toEqual({ sha256: SHA, reading });
  },
  'are null where they are not there': async store => {
    expect(await store.getDocument(SHA, READER)).toBeNull();
    expect(await store.getPage(SHA, READER, 1)).toBeNull();
    expect(await store.getReading('r-0')).toBeNull();
    expect(await store.hasDocument(SHA, READER)).toBe(false);
  },
  'are kept once for each version of the readers': async store => {
    await store.putDocument(LIBRARY);
    await store.putDocument(LIBRARY);
    await store.putDocument({ ...LIBRARY, reader: '2', pages: LIBRARY.pages.slice(0, 2) });
    expect(await store.hasDocument(SHA, '2')).toBe(true);
    expect((await store.getDocument(SHA, READER))?.pages).toHaveLength(5);
    expect((await store.getDocument(SHA, '2'))?.pages).toHaveLength(2);
    const query = { sources: [SHA], terms: [{ term: 'net sales', weight: 1 }], limit: 10 };
    expect(await store.search(query, '2')).toHaveLength(1);
  },
  'may be empty, and may hold the same region twice': async store => {
    const [page] = documentOf('b', [[text('Twice.'), text('Twice.')]]).pages;
    const twice = page?.readings.map(r => ({
      ...r,
      id: page.readings[0]?.id ?? '',
      box: page.readings[0]?.box,
    }));
    const document = { ...documentOf('b', [[], []]), pages: [{ ...page, readings: twice }] } as never;
    await store.putDocument(documentOf('c', []));
    await store.putDocument(document);
    expect(await store.getDocument('c', READER)).toEqual(documentOf('c', []));
    expect(await store.getDocument('b', READER)).toEqual(document);
    expect(await store.verify()).toEqual([]);
  },
};

interface SearchCase {
  readonly says: string;
  readonly terms: readonly (string | readonly [term: string, weight: number])[];
  readonly pages: readonly number[];
}

const SEARCHES: readonly SearchCase[] = [
  { says: 'finds a phrase only where its words stand together', terms: ['net sales'], pages: [1] },
  { says: 'finds other forms of a word', terms: ['volume'], pages: [1] },
  {
    says: 'finds any of the terms, the rarest best',
    terms: ['net', 'volumes'],
    pages: [1, 5, 4],
  },
  {
    says: 'lets weights decide',
    terms: [
      ['emission', 0.1],
      ['vans', 5],
    ],
    pages: [4, 3],
  },
  { says: 'finds what stands under a heading', terms: ['results'], pages: [1] },
  { says: 'counts a heading over everything for little', terms: ['annual', 'volumes'], pages: [1, 1, 2] },
  { says: 'finds a number as printed', terms: ['177,866'], pages: [2] },
  { says: 'finds a number by its digits', terms: ['177866'], pages: [2] },
  { says: 'finds a number however it is grouped', terms: ["11'020", '12,345.6'], pages: [3] },
  { says: 'finds a decimal', terms: ['12.5%'], pages: [4] },
  { says: 'does not join numbers of neighbouring cells', terms: ['2018 2019', '20182019'], pages: [3] },
  { says: 'finds a row label and a column header', terms: ['Scope 1', 't CO2e'], pages: [3] },
  { says: 'looks past accents and case', terms: ['CAFE'], pages: [4] },
  { says: 'finds hyphened words with or without the hyphen', terms: ['zero emission vans'], pages: [4] },
  { says: 'does not index running headers and footers', terms: ['confidential'], pages: [] },
  { says: 'takes FTS5 operators as words', terms: ['"foo" OR NEAR('], pages: [] },
  {
    says: 'takes a column filter as words',
    terms: ['body: net', '{title} : x', '^volumes', '-vans'],
    pages: [1, 4],
  },
  {
    says: 'takes quotes and stars as blanks',
    terms: ['"net" sal*', 'a"b', '*', '"', "'; DROP TABLE x"],
    pages: [],
  },
  {
    says: 'finds nothing for blanks, marks and control characters',
    terms: ['', '  ', '()', '\u0000', '—'],
    pages: [],
  },
  { says: 'survives half characters', terms: ['\ud800', 'vans \udc00'], pages: [4] },
  {
    says: 'passes over weights that are no weights',
    terms: [
      ['net', 0],
      ['net', Number.NaN],
    ],
    pages: [],
  },
];

const SEARCH: Checks = {
  'looks only into the sources that are named': async store => {
    for (const sha of ['a', 'b', 'c']) await store.putDocument(documentOf(sha, [[text('Net sales rose.')]]));
    const find = (sources: string[]) =>
      store
        .search({ sources, terms: weigh(['net sales']), limit: 10 }, READER)
        .then(hits => hits.map(h => h.sha256));
    expect(await find(['a', 'c'])).toEqual(['a', 'c']);
    expect(await find(['b', 'unknown'])).toEqual(['b']);
    expect(await find([])).toEqual([]);
  },
  'ranks the same beside other documents': async store => {
    const query = { sources: [SHA], terms: weigh(['sales', 'capital', 'emissions', 'net']), limit: 10 };
    await store.putDocument(LIBRARY);
    const alone = await store.search(query, READER);
    for (let i = 0; i < 20; i++)
      await store.putDocument(documentOf(`x${i}`, [[text(`Emissions, emissions ${i}.`)]]));
    const beside = await store.search(query, READER);
    expect(beside.map(hit => hit.reading)).toEqual(alone.map(hit => hit.reading));
  },
  'tells page, reading and score, as many as asked for': async store => {
    await store.putDocument(LIBRARY);
    const [hit, ...rest] = await store.search(
      { sources: [SHA], terms: weigh(['capital']), limit: 1 },
      READER,
    );
    expect(rest).toEqual([]);
    expect(hit).toEqual({
      sha256: SHA,
      page: 2,
      reading: LIBRARY.pages[1]?.readings[0]?.id,
      score: expect.any(Number),
    });
    expect(hit?.score).toBeGreaterThan(0);
  },
  'finds the same after the index was made anew': async store => {
    await store.putDocument(LIBRARY);
    const query = { sources: [SHA], terms: weigh(['net', '177866', 'Scope 1']), limit: 10 };
    const before = await store.search(query, READER);
    await store.rebuild();
    expect(await store.search(query, READER)).toEqual(before);
  },
};

function weigh(terms: SearchCase['terms']): { term: string; weight: number }[] {
  return terms.map(term =>
    typeof term === 'string' ? { term, weight: 1 } : { term: term[0], weight: term[1] },
  );
}
