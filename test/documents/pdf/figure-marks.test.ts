import { describe, expect, it } from 'vitest';
import { backend } from '../../../src/documents/pdf/index.ts';
import type { Marks } from '../../../src/domain/mark.ts';
import type { FigureRegion } from '../../../src/domain/region.ts';
import { makePdf } from './pdf.ts';

type Pdf = PDFKit.PDFDocument;

const HEIGHTS = [80, 120, 60, 100];
const PROSE =
  'Net sales rose by a tenth in the year that ended in December. Costs fell in every region that we serve. ' +
  'Prices went up in the spring and down again in autumn, while volumes held steady through most of the year. ' +
  'The board expects that both will rise in the year to come, if nothing else happens in between.';

/** Four blue bars over a black axis at y 400, 20 wide, with ticks at the left and years below. */
function drawBars(pdf: Pdf): void {
  pdf.font('Helvetica').fontSize(8);
  pdf.lineWidth(0.5).moveTo(140, 400).lineTo(340, 400).stroke('#000000');
  HEIGHTS.forEach((height, i) => {
    pdf.rect(150 + i * 50, 400 - height, 20, height).fill('#336699');
    pdf.fillColor('#000000').text(String(2021 + i), 150 + i * 50, 405, { lineBreak: false });
  });
  for (const tick of [0, 50, 100]) {
    const text = String(tick);
    pdf.text(text, 134 - pdf.widthOfString(text), 396 - tick, { lineBreak: false });
  }
}

async function figures(draw: (pdf: Pdf) => void): Promise<FigureRegion[]> {
  const opened = await backend.open(await makePdf([draw]), {});
  if (!opened.ok) throw new Error(opened.failure.message);
  return opened.document.pages[0]!.regions.filter(region => region.kind === 'figure');
}

async function marksOf(draw: (pdf: Pdf) => void): Promise<Marks> {
  const found = await figures(draw);
  expect(found.map(figure => figure.drawing)).toEqual(['vector']);
  return found[0]!.marks!;
}

function bars({ paths }: Marks): number[][] {
  return paths
    .filter(path => path.fill === '#336699')
    .map(path => [path.x0, path.y0, path.x1, path.y1].map(Math.round));
}

const UPRIGHT = HEIGHTS.map((height, i) => [150 + i * 50, 400 - height, 170 + i * 50, 400]);
const page = (pdf: Pdf) =>
  (pdf.page as unknown as { dictionary: { data: Record<string, unknown> } }).dictionary.data;

const PAGES: readonly [
  name: string,
  draw: (pdf: Pdf) => void,
  bars: readonly (readonly number[])[],
  page: Pick<Marks, 'width' | 'height' | 'turn'>,
][] = [
  ['upright', drawBars, UPRIGHT, { width: 595.28, height: 841.89, turn: 0 }],
  [
    'turned as displayed',
    pdf => {
      page(pdf).Rotate = 90;
      drawBars(pdf);
    },
    UPRIGHT,
    { width: 595.28, height: 841.89, turn: 1 },
  ],
  [
    'turned by its operators',
    pdf => {
      pdf.rotate(90).translate(0, -595.28);
      drawBars(pdf);
    },
    UPRIGHT,
    { width: 841.89, height: 595.28, turn: 1 },
  ],
  [
    'turned both ways is upright',
    pdf => {
      page(pdf).Rotate = 270;
      pdf.rotate(90).translate(0, -595.28);
      drawBars(pdf);
    },
    UPRIGHT,
    { width: 841.89, height: 595.28, turn: 0 },
  ],
  [
    'cropped',
    pdf => {
      page(pdf).CropBox = [100, 300, 500, 700];
      drawBars(pdf);
    },
    // The crop box's top is 841.89 - 700 from the page's.
    UPRIGHT.map(([x0, y0, x1, y1]) => [x0! - 100, y0! - 142, x1! - 100, y1! - 142]),
    { width: 400, height: 400, turn: 0 },
  ],
];

describe('the marks of a chart on a page that is', () => {
  it.each(PAGES)('%s', async (_, draw, expected, { width, height, turn }) => {
    const marks = await marksOf(draw);
    expect([marks.width, marks.height].map(Math.round)).toEqual([width, height].map(Math.round));
    expect(marks.turn).toBe(turn);
    expect(bars(marks)).toEqual(expected);
    expect(marks.texts.map(text => text.text).sort()).toEqual(
      ['0', '100', '2021', '2022', '2023', '2024', '50'].sort(),
    );
    expect(marks.texts.every(text => text.angle === 0)).toBe(true);
  });
});

describe('figureMarks', () => {
  it('keeps texts that stand side by side apart, and turned ones with their angle', async () => {
    const { texts } = await marksOf(pdf => {
      drawBars(pdf);
      pdf.rotate(-90, { origin: [105, 350] }).text('Sales in euros', 105, 350, { lineBreak: false });
    });
    expect(texts.find(text => text.text === 'Sales in euros')?.angle).toBe(-90);
    expect(texts.filter(text => /^20/.test(text.text))).toHaveLength(4);
  });

  it('takes its title and source along, and leaves running text', async () => {
    const { texts } = await marksOf(pdf => {
      drawBars(pdf);
      pdf.font('Helvetica-Bold').fontSize(10).text('Sales by year', 140, 250, { lineBreak: false });
      pdf.font('Helvetica').fontSize(7).text('Source: company', 140, 425, { lineBreak: false });
      pdf.fontSize(10).text(PROSE, 140, 445, { width: 220 });
    });
    const said = texts.map(text => text.text);
    expect(said).toContain('Sales by year');
    expect(said).toContain('Source: company');
    expect(said.join(' ')).not.toContain('Net sales');
  });

  it.each<[string, (pdf: Pdf) => void]>([
    ['a square', pdf => pdf.rect(200, 455, 6, 6).fill('#336699')],
    ['a stroke', pdf => pdf.moveTo(185, 458).lineTo(206, 458).lineWidth(2).stroke('#336699')],
  ])('takes a legend along that stands off the chart, keyed by %s', async (_, draw) => {
    const { texts, paths } = await marksOf(pdf => {
      drawBars(pdf);
      draw(pdf);
      pdf.rect(420, 700, 6, 6).fill('#336699');
      pdf.fontSize(8).fillColor('#000000').text('Sales', 212, 454.5, { lineBreak: false });
    });
    expect(texts.map(text => text.text)).toContain('Sales');
    expect(paths.filter(path => path.y0 > 440)).toHaveLength(1);
  });

  it('gives a legend to the nearest chart that has its colours', async () => {
    const found = await figures(pdf => {
      drawBars(pdf);
      const heights = [90, 40, 110];
      pdf.lineWidth(0.5).moveTo(420, 400).lineTo(560, 400).stroke('#000000');
      heights.forEach((height, i) => {
        pdf.rect(430 + i * 45, 400 - height, 20, height).fill('#cc6600');
        pdf.fillColor('#000000').text(String(2021 + i), 430 + i * 45, 405, { lineBreak: false });
      });
      pdf.rect(352, 340, 6, 6).fill('#cc6600');
      pdf.fillColor('#000000').text('Costs', 362, 339.5, { lineBreak: false });
    });
    const keys = found.map(({ marks }) => marks!.paths.filter(path => path.x1 - path.x0 < 10 && path.fill));
    expect(found.map(({ box }) => box[0] < 0.5)).toEqual([true, false]);
    expect(keys[1]?.map(key => key.fill)).toEqual(['#cc6600']);
    expect(found[1]?.marks?.texts.map(text => text.text)).toContain('Costs');
  });

  it('keeps order, dashes, opacity and what is white', async () => {
    const { paths } = await marksOf(pdf => {
      drawBars(pdf);
      pdf.dash(3, {}).moveTo(140, 350).lineTo(340, 350).lineWidth(2).stroke('#cc0000').undash();
      pdf.fillOpacity(0.5).rect(150, 340, 20, 20).fill('#00cc00').fillOpacity(1);
      pdf.rect(200, 300, 20, 20).fill('#ffffff');
    });
    const [dashed, faint, white] = ['#cc0000', '#00cc00', '#ffffff'].map(color =>
      paths.find(path => path.fill === color || path.stroke === color),
    );
    expect(dashed).toMatchObject({ dashed: true, strokeWidth: 2, closed: false, fill: '' });
    expect(faint).toMatchObject({ opacity: 0.5, dashed: false, stroke: '', closed: true });
    expect(white!.order).toBeGreaterThan(faint!.order);
    expect(faint!.order).toBeGreaterThan(dashed!.order);
  });

  it('gives a gradient the form of its clip and the colour in its middle', async () => {
    const { paths } = await marksOf(pdf => {
      drawBars(pdf);
      const gradient = pdf.linearGradient(0, 200, 0, 400).stop(0, '#ff0000').stop(1, '#0000ff');
      pdf.save().moveTo(250, 400).lineTo(270, 340).lineTo(290, 400).clip();
      pdf.rect(0, 0, 600, 800).fill(gradient).restore();
    });
    const triangle = paths.find(path => path.fill === '#800080' || path.fill === '#7f007f');
    expect(triangle?.nodes.map(Math.round)).toEqual([250, 400, 270, 340, 290, 400]);
  });

  it('ends what a box clips at the box', async () => {
    const { paths } = await marksOf(pdf => {
      drawBars(pdf);
      pdf.save().rect(140, 280, 200, 120).clip();
      pdf.moveTo(150, 350).lineTo(330, 350).lineTo(330, 100).lineWidth(1).stroke('#cc0000').restore();
    });
    const line = paths.find(path => path.stroke === '#cc0000');
    expect(line!.y0).toBeGreaterThan(278);
    expect(line!.nodes.slice(0, 4).map(Math.round)).toEqual([150, 350, 330, 350]);
  });

  it('hands over nothing where there is too much', async () => {
    const found = await figures(pdf => {
      drawBars(pdf);
      for (let i = 0; i < 60; i++) {
        pdf.moveTo(150, 380 - i);
        for (let j = 1; j < 400; j++) pdf.lineTo(150 + j * 0.4, 380 - i - (j % 2));
        pdf.stroke('#cc0000');
      }
    });
    expect(found).toHaveLength(1);
    expect(found[0]!.marks).toBeUndefined();
  });
});
