import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SeenTable, Sight, VisionModel } from '../../src/domain/vision.ts';
import { openLens } from '../../src/lens/index.ts';
import { column, type DrawnLine, drawnPage } from './drawn-page.ts';

let lens: VisionModel;
beforeAll(async () => {
  lens = await openLens({ processes: 1 });
});
afterAll(() => lens[Symbol.asyncDispose]());

function said({ blocks }: Sight): readonly string[] {
  return blocks.flatMap(block => (block.kind === 'text' ? block.lines.map(({ text }) => text) : []));
}

function tablesOf({ blocks }: Sight): readonly SeenTable[] {
  return blocks.filter(block => block.kind === 'table');
}

const text = (lines: readonly DrawnLine[]) => lines.map(line => line.text);

describe('a page', () => {
  const lines = column(24, 120, 120);

  test.each([-4, -2.5, -1, -0.4, 0.4, 1, 2.5, 4])('that slopes by %d degrees is levelled', async degrees => {
    const sight = await lens.see(await drawnPage({ lines, degrees }));
    expect(sight.turn).toBe(0);
    expect(Math.abs(sight.skew - degrees)).toBeLessThan(0.15);
    expect(said(sight)).toEqual(text(lines));
  });

  test.each([90, 180, 270])('turned by %d degrees is set upright', async degrees => {
    const sight = await lens.see(await drawnPage({ lines, degrees }));
    expect([sight.turn, sight.skew]).toEqual([360 - degrees, 0]);
    expect(said(sight)).toEqual(text(lines));
  });

  test('of two columns is read down the one and then down the other', async () => {
    const columns = [...column(14, 80, 200), ...column(14, 660, 200, 5)];
    const title = { text: 'Report of the board for the year 2024 to all holders', x: 80, y: 120, size: 34 };
    expect(said(await lens.see(await drawnPage({ lines: [...columns, title] })))).toEqual(
      text([title, ...columns]),
    );
  });

  test.each([28, 34, 44])('has headings where letters of %d pixels stand over those of 22', async size => {
    const heading = { text: 'Outlook for the coming year', x: 120, y: 110, size, bold: true };
    const { blocks } = await lens.see(await drawnPage({ lines: [heading, ...column(8, 120, 190)] }));
    expect(blocks.map(block => block.kind === 'text' && [block.role, block.lines[0]?.text])).toEqual([
      ['heading', heading.text],
      ['paragraph', column(8, 120, 190)[0]?.text],
    ]);
  });
});

describe('a table', () => {
  const rows = [
    ['Region', '2022', '2023', '2024'],
    ['Europe', '1,204', '1,310', '1,287'],
    ['North America', '988', '1,042', '1,119'],
    ['Asia', '655', '702', '731'],
    ['Other', '61', '58', '72'],
  ];
  const [left, top, pitch, step] = [140, 240, 44, 220];
  const lines = rows.flatMap((row, r) =>
    row.map((cell, c) => ({ text: cell, x: left + c * step, y: top + r * pitch, size: 22 })),
  );
  const level = rows.map(
    (_, r) => `<rect x="${left - 10}" y="${top + r * pitch + 12}" width="840" height="2" fill="#444"/>`,
  );
  const upright = [0, 1, 2, 3, 4].map(
    c => `<rect x="${left - 12 + c * step}" y="${top - 30}" width="2" height="220" fill="#444"/>`,
  );
  const banded = [1, 3].map(
    r => `<rect x="${left - 10}" y="${top + r * pitch - 30}" width="840" height="44" fill="#dde6f0"/>`,
  );

  test.each([
    { name: 'without rules', shapes: [] },
    { name: 'with level rules', shapes: level },
    { name: 'with a box around each cell', shapes: [...level, ...upright] },
    { name: 'with tinted rows', shapes: banded },
  ])('$name is read cell by cell', async ({ shapes }) => {
    const sight = await lens.see(await drawnPage({ lines, shapes: shapes.join('') }));
    const [table] = tablesOf(sight);
    expect(table?.rows.map(row => row.map(cell => cell?.text ?? ''))).toEqual(rows);
  });
});

describe('a slide', () => {
  const words = ['Three in four buyers', 'compare prices first', 'Source: survey of 2,050'];
  const slide = (changes: Partial<DrawnLine>) =>
    words.map((one, i) => ({ text: one, x: 120, y: 200 + 150 * i, size: 48, ...changes }));
  const size = { width: 1600, height: 900 };

  test.each([
    { name: 'light on dark', paper: '#0b1a33', ink: '#ffffff', spacing: 0 },
    { name: 'dark on a colour', paper: '#f2b632', ink: '#1d1d1d', spacing: 0 },
    { name: 'with letters spaced out', paper: '#ffffff', ink: '#222222', spacing: 12 },
  ])('$name is read', async ({ paper, ...changes }) => {
    const sight = await lens.see(await drawnPage({ lines: slide(changes), paper, ...size }));
    expect(said(sight)).toEqual(words);
  });

  test('with words over a photograph is read', async () => {
    const lines = words.map((one, i) => ({ text: one, x: 80, y: 120 + 130 * i, size: 40, ink: '#ffffff' }));
    const sight = await lens.see(await overPhotograph(lines));
    expect(said(sight)).toEqual(expect.arrayContaining(words));
  });

  test('with boxes strewn over it is read box by box', async () => {
    const boxes = [column(4, 60, 120), column(5, 660, 150, 4), column(4, 90, 420, 6), column(3, 700, 500, 2)];
    const sight = await lens.see(await drawnPage({ lines: boxes.flat(), ...size }));
    const found = sight.blocks.map(block => (block.kind === 'text' ? block.lines.map(one => one.text) : []));
    for (const box of boxes) expect(found).toContainEqual(text(box));
  });
});

/** Blurred blotches of all greys, as a photograph has them, with the lines over it. */
async function overPhotograph(lines: readonly DrawnLine[]): Promise<Uint8Array> {
  const [width, height] = [960, 540];
  const noise = Uint8Array.from({ length: 64 * 36 }, (_, i) => ((i * 7919) % 251) * 0.75);
  const ground = await sharp(noise, { raw: { width: 64, height: 36, channels: 1 } })
    .resize(width, height, { kernel: 'cubic' })
    .png()
    .toBuffer();
  const words = await drawnPage({ lines, width, height, paper: '#000000' });
  return sharp(ground)
    .composite([{ input: Buffer.from(words), blend: 'lighten' }])
    .png()
    .toBuffer();
}
