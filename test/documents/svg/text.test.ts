import { describe, expect, test } from 'vitest';
import { drawn, texts } from './drawn.ts';

const at = 'x="100" y="50" font-size="10" font-family="Arial"';

describe('text stands', () => {
  test.each<[string, string, string[]]>([
    ['from its point on', `<text ${at}>2019</text>`, ['2019 [100,42,122,52]']],
    ['before its point', `<text ${at} text-anchor="end">2019</text>`, ['2019 [78,42,100,52]']],
    ['around its point', `<text ${at} text-anchor="middle">2019</text>`, ['2019 [89,42,111,52]']],
    ['under its point', `<text ${at} dominant-baseline="hanging">2019</text>`, ['2019 [100,49,122,59]']],
    [
      'on the middle of its point',
      `<text ${at} dominant-baseline="central">2019</text>`,
      ['2019 [100,45,122,55]'],
    ],
    ['a third of an em lower', `<text ${at} dy=".35em">2019</text>`, ['2019 [100,46,122,56]']],
    ['upwards', `<text ${at} transform="rotate(-90 100 50)">2019</text>`, ['2019 [92,28,102,50] -90°']],
    ['aslant', `<text ${at} transform="rotate(45 100 50)">20</text>`, ['20 [99,44,114,59] 45°']],
    [
      'twice as large',
      `<text x="50" y="25" font-size="5" font-family="Arial" transform="scale(2)">2019</text>`,
      ['2019 [100,42,122,52]'],
    ],
    ['as wide as it is set', `<text ${at} textLength="60">2019</text>`, ['2019 [100,42,160,52]']],
    [
      'as wide as its font',
      `<text ${at} style="font-family:'DejaVu Sans'">2019</text>`,
      ['2019 [100,42,125,52]'],
    ],
    [
      'in the font of a shorthand',
      `<text x="100" y="50" style="font: bold 20px Courier">ab</text>`,
      ['ab [100,34,124,54]'],
    ],
  ])('%s', (_, body, expected) => expect(texts(body)).toEqual(expected));
});

describe('texts are', () => {
  test.each<[string, string, string[]]>([
    ['joined over spans', `<text ${at}>20<tspan fill="red">19</tspan></text>`, ['2019 [100,42,122,52]']],
    [
      'joined over letters that are placed one by one',
      `<text ${at} x="100 105.5 111 116.5">2019</text>`,
      ['2019 [100,42,122,52]'],
    ],
    ['parted where a gap is', `<text ${at}>Up<tspan x="118">to</tspan></text>`, ['Up to [100,42,126,52]']],
    [
      'apart in columns',
      `<text ${at}>Up<tspan x="160">to</tspan></text>`,
      ['Up [100,42,113,52]', 'to [160,42,168,52]'],
    ],
    [
      'apart in lines',
      `<text ${at}>Up<tspan x="100" dy="1.2em">to</tspan></text>`,
      ['Up [100,42,113,52]', 'to [100,54,108,64]'],
    ],
    [
      'raised as exponents',
      `<text ${at}>10<tspan dy="-4" font-size="7">3</tspan></text>`,
      ['10³ [100,42,115,52]'],
    ],
    [
      'raised by the baseline',
      `<text ${at}>m<tspan baseline-shift="super" font-size="7">2</tspan></text>`,
      ['m² [100,42,112,52]'],
    ],
    [
      'without the space around lines of code',
      `<text ${at}>\n    Net\n    sales\n  </text>`,
      ['Net sales [100,42,142,52]'],
    ],
    [
      'without what is not displayed',
      `<text ${at}>20<tspan display="none">x</tspan>19</text>`,
      ['2019 [100,42,122,52]'],
    ],
    ['without what has no paint', `<text ${at} fill="none">2019</text>`, []],
    [
      'without what is clipped away',
      `<clipPath id="c"><rect width="50" height="50"/></clipPath><text ${at} clip-path="url(#c)">2019</text>`,
      [],
    ],
    ['with entities', `<text ${at}>R&amp;D &#8805; 5</text>`, ['R&D ≥ 5 [100,42,138,52]']],
    ['not beyond all bounds', `<text x="1e999" font-size="1e999" transform="scale(1e999)">a</text>`, []],
    ['not what is not expanded', `<text ${at}>a&own;b</text>`, ['a&own;b [100,42,139,52]']],
  ])('%s', (_, body, expected) => expect(texts(body)).toEqual(expected));

  test('bold, coloured and large as they are drawn', () => {
    const [text] = drawn('<g font-weight="bold"><text y="20" font-size="2em" fill="teal">A</text></g>').texts;
    expect(text).toMatchObject({ bold: true, color: '#008080', size: 32, confidence: 1 });
  });
});

describe('letters drawn as outlines are read from the comment before them', () => {
  const glyphs = (comment: string, transform = 'translate(100 50) scale(0.1 -0.1)') =>
    `<g><!-- ${comment} --><g transform="${transform}"><defs><path id="a" d="M 10 0 L 50 0 L 50 72 L 10 72 z"/></defs>
      <use href="#a"/><use href="#a" transform="translate(60 0)"/></g></g>`;
  test.each<[string, string, string[]]>([
    ['level', glyphs('12'), ['12 [101,42,111,52]']],
    ['upwards', glyphs('12', 'translate(100 50) rotate(-90) scale(0.1 -0.1)'), ['12 [92,39,102,49] -90°']],
    ['with formulas', glyphs('$\\mathdefault{10^{-2}}$'), ['10⁻² [101,42,111,52]']],
    ['money', glyphs('\\$12'), ['\\$12 [101,42,111,52]']],
  ])('%s', (_, body, expected) => {
    expect(texts(body)).toEqual(expected);
    expect(drawn(body).paths).toEqual([]);
  });

  test('but not where it comments on something else', () => {
    const { texts: none, paths } = drawn('<!-- bars --><g><rect width="5" height="5"/></g>');
    expect([none.length, paths.length]).toEqual([0, 1]);
  });
});
