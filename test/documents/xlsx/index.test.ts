import { describe, expect, test } from 'vitest';
import { backend } from '../../../src/documents/xlsx/index.ts';
import { fileOf, inShort, type Parts, read, relationships, zipOf } from '../packages.ts';

type Value = string | number | { readonly v: number; readonly s: number };

/** Cells by their names: `{ A1: 'Year', B1: 2024 }`. */
function sheetXml(cells: Readonly<Record<string, Value>>, more = ''): string {
  const rows = new Map<string, string>();
  for (const [name, value] of Object.entries(cells)) {
    const row = name.replace(/\D/g, '');
    const cell =
      typeof value === 'string'
        ? `<c r="${name}" t="inlineStr"><is><t>${value}</t></is></c>`
        : typeof value === 'number'
          ? `<c r="${name}"><v>${value}</v></c>`
          : `<c r="${name}" s="${value.s}"><v>${value.v}</v></c>`;
    rows.set(row, (rows.get(row) ?? '') + cell);
  }
  const data = [...rows].map(([row, content]) => `<row r="${row}">${content}</row>`).join('');
  return `<worksheet><sheetData>${data}</sheetData>${more}</worksheet>`;
}

function bookOf(sheets: Readonly<Record<string, string>>, parts: Parts = {}): Uint8Array {
  const names = Object.keys(sheets);
  const listed = names.map(
    (name, i) => `<sheet name="${name}" r:id="r${i}"${name.startsWith('hidden') ? ' state="hidden"' : ''}/>`,
  );
  return zipOf({
    '_rels/.rels': relationships({ a: 'officeDocument xl/workbook.xml' }),
    'xl/workbook.xml': `<workbook><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(
      Object.fromEntries(names.map((_, i) => [`r${i}`, `worksheet worksheets/sheet${i + 1}.xml`])),
    ),
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="&quot;$&quot;#,##0"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="164"/><xf numFmtId="17"/></cellXfs></styleSheet>',
    ...Object.fromEntries(
      names.map((name, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheets[name] as string]),
    ),
    ...parts,
  });
}

const regionsOf = async (cells: Readonly<Record<string, Value>>, more = '') => {
  const book = await read(backend, fileOf('book.xlsx', bookOf({ Sheet1: sheetXml(cells, more) })));
  return book.pages.flatMap(page => page.regions);
};

describe('a sheet is a page', () => {
  test('labelled and headed by its name; hidden ones are told of', async () => {
    const bytes = bookOf({ Revenue: sheetXml({ A1: 'x' }), 'hidden data': sheetXml({ A1: 'y' }) });
    const { pages, warnings } = await read(backend, fileOf('sheets.xlsx', bytes));
    expect(pages.map(page => page.label)).toEqual(['Revenue', 'hidden data']);
    expect(inShort(pages[0]?.regions ?? [])[0]).toBe('heading1: Revenue');
    expect(warnings).toEqual(['Hidden sheets were read too: hidden data.']);
  });

  test('with numbers as printed', async () => {
    const regions = await regionsOf({
      A1: 'When',
      B1: 'Share',
      C1: 'Sales',
      A2: { v: 45382, s: 3 },
      B2: { v: 0.0725, s: 1 },
      C2: { v: 1234567, s: 2 },
    });
    expect(inShort(regions)).toEqual(['table: When | Share | Sales / 2024-03 | 7.25% | $1,234,567']);
  });

  test('shared strings, booleans and formula results are read', async () => {
    const rows =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2"><c r="A2" t="str"><f>A1</f><v>word</v></c><c r="B2" t="b"><v>1</v></c></row>';
    const strings =
      '<sst><si><t>A</t></si><si><r><t>ri</t></r><r><t>ch</t></r><rPh><t>!</t></rPh></si></sst>';
    const bytes = bookOf(
      { Sheet1: `<worksheet><sheetData>${rows}</sheetData></worksheet>` },
      { 'xl/sharedStrings.xml': strings },
    );
    const { pages } = await read(backend, fileOf('strings.xlsx', bytes));
    expect(inShort(pages[0]?.regions ?? [])).toEqual(['table: A | rich / word | TRUE']);
  });
});

describe('tables of a sheet are told apart', () => {
  const table = (at: string, row: number) => ({
    [`${at}${row}`]: 'Name',
    [`${String.fromCharCode(at.charCodeAt(0) + 1)}${row}`]: 'Value',
    [`${at}${row + 1}`]: 'a',
    [`${String.fromCharCode(at.charCodeAt(0) + 1)}${row + 1}`]: 1,
  });

  test.each<[string, Record<string, Value>, string[]]>([
    [
      'below each other',
      { ...table('A', 1), ...table('A', 4) },
      ['table: Name | Value / a | 1', 'table: Name | Value / a | 1'],
    ],
    [
      'side by side',
      { ...table('A', 1), ...table('D', 1) },
      ['table: Name | Value / a | 1', 'table: Name | Value / a | 1'],
    ],
    [
      'but a blank row inside a table does not end it',
      { ...table('A', 1), A4: 'b', B4: 2, A5: 'c', B5: 3 },
      ['table: Name | Value / a | 1 / b | 2 / c | 3'],
    ],
    [
      'nor a blank column between labels and numbers',
      { A2: 'a', A3: 'b', C1: '2023', D1: '2024', C2: 1, D2: 2, C3: 3, D3: 4 },
      ['table:  | 2023 | 2024 / a | 1 | 2 / b | 3 | 4'],
    ],
  ])('%s', async (_, cells, expected) => {
    expect(inShort(await regionsOf(cells))).toEqual(expected);
  });

  test('what stands above is title and note, what stands below a footnote', async () => {
    const regions = await regionsOf({
      A1: 'Sales by region',
      A2: 'in EUR million',
      A3: 'Region',
      B3: '2024',
      A4: 'North',
      B4: 5,
      A5: 'Source: accounts',
    });
    expect(regions[0]).toMatchObject({ kind: 'table', title: 'Sales by region', note: 'in EUR million' });
    expect(inShort(regions)).toEqual(['table: Region | 2024 / North | 5', 'footnote: Source: accounts']);
  });

  test('cells have their boxes', async () => {
    const [region] = await regionsOf({ A1: 'N', B1: 'V', A2: 'a', B2: 1 });
    expect(region?.kind === 'table' && region.boxes[0]).toEqual([
      [0, 0.5, 0.5, 0.5],
      [0.5, 0.5, 0.5, 0.5],
    ]);
  });
});

test('a chart without cached data takes it from the cells', async () => {
  const chart =
    '<c:chartSpace><c:chart><c:plotArea><c:lineChart><c:ser><c:tx><c:strRef><c:f>Data!$B$1</c:f></c:strRef></c:tx><c:cat><c:strRef><c:f>Data!$A$2:$A$3</c:f></c:strRef></c:cat><c:val><c:numRef><c:f>Data!$B$2:$B$3</c:f></c:numRef></c:val></c:ser></c:lineChart></c:plotArea></c:chart></c:chartSpace>';
  const bytes = bookOf(
    { Data: sheetXml({ A1: 'Year', B1: 'Sales', A2: '2023', B2: 5, A3: '2024', B3: 7 }) },
    {
      'xl/worksheets/_rels/sheet1.xml.rels': relationships({ d: 'drawing ../drawings/d.xml' }),
      'xl/drawings/d.xml':
        '<xdr:wsDr><xdr:twoCellAnchor><xdr:from><xdr:col>3</xdr:col><xdr:row>0</xdr:row></xdr:from><xdr:to><xdr:col>5</xdr:col><xdr:row>5</xdr:row></xdr:to><xdr:graphicFrame><a:graphic><a:graphicData><c:chart r:id="c"/></a:graphicData></a:graphic></xdr:graphicFrame></xdr:twoCellAnchor></xdr:wsDr>',
      'xl/drawings/_rels/d.xml.rels': relationships({ c: 'chart ../charts/c.xml' }),
      'xl/charts/c.xml': chart,
    },
  );
  const { pages } = await read(backend, fileOf('chart.xlsx', bytes));
  expect(pages[0]?.regions.find(region => region.kind === 'chart')).toMatchObject({
    chart: 'line',
    categories: ['2023', '2024'],
    series: [{ name: 'Sales', values: [5, 7] }],
    box: [0.5, 0, 0.5, 1],
  });
});
