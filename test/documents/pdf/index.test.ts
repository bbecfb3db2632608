import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { backend } from '../../../src/documents/pdf/index.ts';
import type { Document, Page } from '../../../src/domain/region.ts';
import { makePdf, writePdf } from './pdf.ts';

const PROSE =
  'Net sales rose by a tenth in the year that ended in December. Costs fell in every region we serve.';

async function open(path: string, options = {}): Promise<Document> {
  const opened = await backend.open(path, options);
  if (!opened.ok) throw new Error(opened.failure.message);
  return opened.document;
}

function texts(page: Page | undefined): string[] {
  return (page?.regions ?? []).map(region =>
    region.kind === 'text' ? `${region.role}: ${region.text}` : region.kind,
  );
}

describe('a report of three pages', async () => {
  const page = (chapter: string) => (pdf: PDFKit.PDFDocument) => {
    pdf.font('Helvetica').fontSize(8).text('Annual report', 50, 25);
    pdf.font('Helvetica-Bold').fontSize(18).text(chapter, 50, 80);
    pdf.font('Helvetica').fontSize(10).text(PROSE, 50, 120, { width: 220, align: 'left' });
    pdf.text(`${PROSE} More.`, 300, 120, { width: 220 });
  };
  const path = await makePdf([page('Overview'), page('Results'), page('Outlook')], {
    info: { Title: 'Annual Report 2024' },
  });
  const streamed: number[] = [];
  const document = await open(path, { onPage: (p: Page) => streamed.push(p.page) });

  it('has its title, its pages, and streams them in order', () => {
    expect(document).toMatchObject({ kind: 'pdf', title: 'Annual Report 2024', pageCount: 3, warnings: [] });
    expect(streamed).toEqual([1, 2, 3]);
  });

  it('is read column by column, with headings and running headers apart', () => {
    expect(texts(document.pages[1])).toEqual([
      'header: Annual report',
      'heading: Results',
      `paragraph: ${PROSE}`,
      `paragraph: ${PROSE} More.`,
    ]);
  });

  it('boxes each line of a text', () => {
    const paragraph = document.pages[1]!.regions.find(r => r.kind === 'text' && r.role === 'paragraph');
    if (paragraph?.kind !== 'text') throw new Error('no paragraph');
    const [first, second] = paragraph.lines;
    expect(paragraph.text.slice(second!.at)).toMatch(/^\S/);
    expect(first!.box[0]).toBeCloseTo(50 / 595.28, 3);
    expect(second!.box[1]).toBeGreaterThan(first!.box[1]);
  });

  it('gives only the pages asked for, and says what it left out', async () => {
    const two = await open(path, { pages: [2, 3], maxPages: 1 });
    expect(two.pages.map(p => p.page)).toEqual([2]);
    expect(two.warnings).toEqual(['Only 1 of 2 pages were read.']);
  });

  it('can be drawn, whole or in part, within a limit of pixels', async () => {
    const whole = await backend.raster!(path, 1, { dpi: 72 });
    expect([whole.width, whole.height]).toEqual([595, 841]);
    expect([...whole.png.subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
    const part = await backend.raster!(path, 1, { dpi: 144, box: [0, 0, 0.5, 0.25] });
    expect([part.width, part.height]).toEqual([595, 420]);
    const small = await backend.raster!(path, 1, { dpi: 300, maxPixels: 10_000 });
    expect(small.width * small.height).toBeLessThanOrEqual(10_000);
    await expect(backend.raster!(path, 9, {})).rejects.toThrow('There is no page 9');
  });
});

describe('figures', () => {
  it('a chart of bars keeps its labels out of the paragraphs', async () => {
    const path = await makePdf([
      pdf => {
        pdf.fontSize(10).text(`${PROSE} ${PROSE}`, 50, 60, { width: 480 });
        pdf.font('Helvetica-Bold').text('Sales by year', 50, 175);
        for (const [i, height] of [40, 90, 60, 120].entries()) {
          pdf.rect(80 + i * 60, 320 - height, 30, height).fill('#336699');
        }
        pdf.font('Helvetica').fillColor('#000').fontSize(8);
        for (const i of [0, 1, 2, 3]) pdf.text(`${2021 + i}`, 85 + i * 60, 324, { lineBreak: false });
        pdf.fontSize(10).text(PROSE, 50, 400, { width: 480 });
      },
    ]);
    const { pages } = await open(path);
    const figure = pages[0]!.regions.find(region => region.kind === 'figure');
    expect(figure).toMatchObject({ drawing: 'vector', caption: 'Sales by year' });
    expect(texts(pages[0]).filter(text => text.startsWith('line:'))).toEqual(['line: 2021 2022 2023 2024']);
    expect(texts(pages[0]).filter(text => text.startsWith('paragraph:'))).toHaveLength(2);
  });
});

describe('tables', () => {
  it('have the borders of their cells where these are drawn in white', async () => {
    const rows = [
      ['Water', 'Share of plants with a plan for the droughts of the years to come', 'All of them by 2030'],
      ['Waste', 'Share of landfills that were turned into parks', 'Half of them in 2027, the rest in 2030'],
      ['Power', 'Plants that run on the sun or on the wind alone', 'None as yet'],
    ];
    const path = await makePdf([
      pdf => {
        pdf.fontSize(10).strokeColor('#ffffff').lineWidth(2);
        for (const [i, row] of rows.entries()) {
          const y = 80 + i * 40;
          for (const [j, text] of row.entries()) {
            pdf.rect(60 + j * 120, y, 120, 40).stroke();
            pdf.text(text, 64 + j * 120, y + 5, { width: 112 });
          }
        }
      },
    ]);
    const { pages } = await open(path);
    expect(pages[0]!.regions).toMatchObject([{ kind: 'table', rows }]);
  });

  it('are read on a page that is drawn sideways, and boxed as it is displayed', async () => {
    const path = await makePdf([
      pdf => {
        pdf.rotate(90).translate(0, -595).fontSize(10);
        for (const [i, row] of [
          ['', '2022', '2023'],
          ['Sales', '1,200', '1,340'],
          ['Costs', '900', '950'],
          ['Profit', '300', '390'],
        ].entries()) {
          row.forEach((cell, j) => void pdf.text(cell, 100 + j * 150, 100 + i * 20, { lineBreak: false }));
        }
      },
    ]);
    const [page] = (await open(path)).pages;
    const [table] = page!.regions;
    expect(table).toMatchObject({ kind: 'table', columns: ['', '2022', '2023'] });
    const sales = table?.kind === 'table' ? table.boxes[0]![1]! : [];
    expect(sales[0]! * 595).toBeCloseTo(595 - 120 - 10, -1);
    expect(sales[1]! * 842).toBeCloseTo(250, -1);
  });
});

describe('what is no sound PDF', async () => {
  const sound = await makePdf([pdf => pdf.text('secret')]);
  const bytes = await readFile(sound);
  const CASES: readonly [name: string, make: () => Promise<string>, code: string][] = [
    [
      'an encrypted one',
      () => makePdf([pdf => pdf.text('secret')], { userPassword: 'a', ownerPassword: 'b' }),
      'encrypted',
    ],
    ['one of no bytes', () => writePdf(Buffer.alloc(0)), 'empty'],
    ['one of other bytes', () => writePdf(Buffer.from('just text')), 'damaged'],
    ['one cut off in its header', () => writePdf(bytes.subarray(0, 40)), 'damaged'],
  ];
  it.each(CASES)('%s is a failure', async (_, make, code) => {
    expect(await backend.open(await make(), {})).toMatchObject({ ok: false, failure: { code } });
  });

  it('one with a password opens with it', async () => {
    const path = await makePdf([pdf => pdf.text('secret')], { userPassword: 'a', ownerPassword: 'b' });
    expect(texts((await open(path, { passwords: ['a'] })).pages[0])[0]).toContain('secret');
  });

  it('one whose table of objects is wrong is mended', async () => {
    const broken = bytes.toString('latin1').replace(/startxref\s+\d+/, 'startxref\n7');
    const opened = await open(await writePdf(Buffer.from(broken, 'latin1')));
    expect(texts(opened.pages[0])[0]).toContain('secret');
  });
});
