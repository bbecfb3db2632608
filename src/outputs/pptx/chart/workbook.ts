import type { ChartSpec } from '../../../domain/report.ts';
import { seriesName } from '../../chart-look.ts';
import { type Parts, setPart, zip } from '../../zip.ts';
import { el, XML_HEAD, xmlText } from '../xml.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * The workbook behind a native chart, which "Edit data" opens: categories in column A, one series a column from B.
 * Texts are inline strings, never formulas, so that nothing from a document is ever computed; a gap has no cell.
 */
export function chartWorkbook(chart: ChartSpec): Uint8Array {
  const parts: Parts = new Map();
  setPart(parts, '[Content_Types].xml', XML_HEAD + contentTypes());
  setPart(parts, '_rels/.rels', XML_HEAD + relations([['officeDocument', 'xl/workbook.xml']]));
  setPart(parts, 'xl/workbook.xml', XML_HEAD + workbook());
  setPart(
    parts,
    'xl/_rels/workbook.xml.rels',
    XML_HEAD +
      relations([
        ['worksheet', 'worksheets/sheet1.xml'],
        ['styles', 'styles.xml'],
      ]),
  );
  setPart(parts, 'xl/styles.xml', XML_HEAD + styles());
  setPart(parts, 'xl/worksheets/sheet1.xml', XML_HEAD + sheet(chart));
  return zip(parts);
}

/** `B` for the first series, as formulas name it. */
export function seriesColumn(index: number): string {
  let name = '';
  for (let left = index + 2; left > 0; left = Math.floor((left - 1) / 26)) {
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  }
  return name;
}

function sheet(chart: ChartSpec): string {
  const head = row(1, [
    textCell('A1', ''),
    ...chart.series.map((_, i) => textCell(`${seriesColumn(i)}1`, seriesName(chart, i))),
  ]);
  const body = chart.categories.map((category, index) =>
    row(index + 2, [
      textCell(`A${index + 2}`, category),
      ...chart.series.map(({ values }, i) =>
        numberCell(`${seriesColumn(i)}${index + 2}`, values[index] ?? null),
      ),
    ]),
  );
  return el('worksheet', { xmlns: MAIN }, el('sheetData', {}, head, ...body));
}

function row(number: number, cells: readonly string[]): string {
  return el('row', { r: number }, ...cells);
}

function textCell(ref: string, text: string): string {
  const shown = xmlText(text);
  return shown === '' ? '' : el('c', { r: ref, t: 'inlineStr' }, el('is', {}, el('t', {}, shown)));
}

function numberCell(ref: string, value: number | null): string {
  return value === null ? '' : el('c', { r: ref }, el('v', {}, String(value)));
}

function workbook(): string {
  const first = el('sheet', { name: 'Sheet1', sheetId: 1, 'r:id': 'rId1' });
  return el('workbook', { xmlns: MAIN, 'xmlns:r': RELATIONS }, el('sheets', {}, first));
}

function styles(): string {
  return el(
    'styleSheet',
    { xmlns: MAIN },
    el('fonts', { count: 1 }, el('font', {}, el('sz', { val: 11 }), el('name', { val: 'Arial' }))),
    el('fills', { count: 2 }, fill('none'), fill('gray125')),
    el(
      'borders',
      { count: 1 },
      el('border', {}, ...['left', 'right', 'top', 'bottom', 'diagonal'].map(s => el(s))),
    ),
    el('cellStyleXfs', { count: 1 }, el('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })),
    el('cellXfs', { count: 1 }, el('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0, xfId: 0 })),
  );
}

function fill(pattern: string): string {
  return el('fill', {}, el('patternFill', { patternType: pattern }));
}

function contentTypes(): string {
  const override = (part: string, type: string) =>
    el('Override', { PartName: part, ContentType: `${SHEET_TYPE}.${type}+xml` });
  return el(
    'Types',
    { xmlns: `${PACKAGE}/content-types` },
    el('Default', {
      Extension: 'rels',
      ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
    }),
    el('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    override('/xl/workbook.xml', 'sheet.main'),
    override('/xl/worksheets/sheet1.xml', 'worksheet'),
    override('/xl/styles.xml', 'styles'),
  );
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  return el(
    'Relationships',
    { xmlns: `${PACKAGE}/relationships` },
    ...targets.map(([type, target], index) =>
      el('Relationship', { Id: `rId${index + 1}`, Type: `${RELATIONS}/${type}`, Target: target }),
    ),
  );
}
