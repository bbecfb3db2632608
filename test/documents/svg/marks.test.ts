import { describe, expect, test } from 'vitest';
import { drawn, paths } from './drawn.ts';

const BLACK = 'fill #000000';

describe('what is drawn becomes paths', () => {
  test.each<[string, string, string[]]>([
    ['a rectangle', '<rect x="10" y="20" width="30" height="40"/>', [`10,20 40,20 40,60 10,60 Z ${BLACK}`]],
    ['a line', '<line x1="1" y1="2" x2="3" y2="4" stroke="red"/>', ['1,2 3,4 stroke #ff0000/1']],
    [
      'a polyline',
      '<polyline points="0,0 5,5 10 0" fill="none" stroke="red"/>',
      ['0,0 5,5 10,0 stroke #ff0000/1'],
    ],
    ['a polygon', '<polygon points="0,0 5,5 10,0"/>', [`0,0 5,5 10,0 Z ${BLACK}`]],
    ['a circle in quarters', '<circle cx="5" cy="5" r="5"/>', [`10,5 5,10 0,5 5,0 Z ~ ${BLACK}`]],
    ['an ellipse', '<ellipse cx="9" cy="5" rx="9" ry="5"/>', [`18,5 9,10 0,5 9,0 Z ~ ${BLACK}`]],
    [
      'a rounded rectangle',
      '<rect width="10" height="10" rx="2"/>',
      [`2,0 8,0 10,2 10,8 8,10 2,10 0,8 0,2 Z ~ ${BLACK}`],
    ],
    ['a path that returns without being closed', '<path d="M0,0H9V9H0V0"/>', [`0,0 9,0 9,9 0,9 Z ${BLACK}`]],
    ['straight lines written as curves', '<path d="M0,0C1,1 2,2 3,3L3,0"/>', [`0,0 3,3 3,0 Z ${BLACK}`]],
    [
      'each subpath',
      '<path d="M0,0H9M0,5H9" stroke="red" fill="none"/>',
      ['0,0 9,0 stroke #ff0000/1', '0,5 9,5 stroke #ff0000/1'],
    ],
    [
      'percentages of the drawing',
      '<rect width="100%" height="50%"/>',
      [`0,0 400,0 400,100 0,100 Z ${BLACK}`],
    ],
    ['geometry from a style', '<rect style="width:4px;height:4px"/>', [`0,0 4,0 4,4 0,4 Z ${BLACK}`]],
    [
      'names with a prefix',
      '<svg:rect xmlns:svg="http://www.w3.org/2000/svg" width="1" height="1"/>',
      [`0,0 1,0 1,1 0,1 Z ${BLACK}`],
    ],
  ])('%s', (_, body, expected) => expect(paths(body)).toEqual(expected));

  test.each([
    ['without an area', '<rect width="0" height="5"/>'],
    ['without paint', '<rect width="5" height="5" fill="none"/>'],
    ['with clear paint', '<rect width="5" height="5" fill="rgba(192,192,192,0.0001)"/>'],
    ['that is hidden', '<g visibility="hidden"><rect width="5" height="5"/></g>'],
    ['that is not displayed', '<g style="display:none"><rect width="5" height="5"/></g>'],
    ['that is see-through', '<g opacity="0"><rect width="5" height="5"/></g>'],
    [
      'that is only defined',
      '<defs><rect width="5" height="5"/></defs><symbol><rect width="5" height="5"/></symbol>',
    ],
    ['outside of the page', '<rect x="500" width="5" height="5"/>'],
    ['with numbers that are none', '<path d="M0,0L1e999,5L9,9"/>'],
  ])('nothing %s', (_, body) => expect(paths(body)).toEqual([]));

  test('in order, and what one element paints in a group', () => {
    const { paths: marks } = drawn('<path d="M0,0H9M0,5H9" stroke="red"/><line x2="9" y2="9" stroke="red"/>');
    expect(marks.map(({ order, group }) => [order, group])).toEqual([
      [0, 0],
      [1, 0],
      [2, 1],
    ]);
  });

  test('curves are flattened to a tenth of a point', () => {
    const [circle] = drawn('<circle cx="100" cy="100" r="80"/>').paths;
    const { outline = [] } = circle ?? {};
    for (let i = 0; i < outline.length; i += 2) {
      const j = (i + 2) % outline.length;
      const middle = [
        (outline[i]! + outline[j]!) / 2 - 100,
        (outline[i + 1]! + outline[j + 1]!) / 2 - 100,
      ] as const;
      expect(Math.abs(Math.hypot(...middle) - 80)).toBeLessThan(0.12);
    }
  });

  test('pictures have a place', () => {
    const { images } = drawn(
      '<image x="10" y="10" width="20" height="30" href="https://example.org/a.png"/>',
    );
    expect(images).toEqual([{ x0: 10, y0: 10, x1: 30, y1: 40, order: 0 }]);
  });
});

describe('paint comes from', () => {
  const square = 'd="M0,0H9V9H0Z"';
  const painted = (body: string) => paths(body).map(path => path.replace('0,0 9,0 9,9 0,9 Z ', ''));
  test.each<[string, string, string]>([
    [
      'attributes',
      `<path ${square} fill="red" stroke="blue" stroke-width="2"/>`,
      'fill #ff0000 stroke #0000ff/2',
    ],
    ['what is above', `<g fill="red"><g><path ${square}/></g></g>`, 'fill #ff0000'],
    ['the style over attributes', `<path ${square} fill="red" style="fill:blue"/>`, 'fill #0000ff'],
    [
      'a rule over attributes',
      `<style>.a{fill:blue}</style><path class="a" ${square} fill="red"/>`,
      'fill #0000ff',
    ],
    [
      'the style over a rule',
      `<style>.a{fill:blue}</style><path class="a" ${square} style="fill:red"/>`,
      'fill #ff0000',
    ],
    ['the current colour', `<g color="teal"><path ${square} fill="currentColor"/></g>`, 'fill #008080'],
    ['a variable', `<g style="--main:teal"><path ${square} style="fill:var(--main)"/></g>`, 'fill #008080'],
    [
      'a variable of the root',
      `<style>:root{--main:teal}</style><path ${square} fill="var(--main, red)"/>`,
      'fill #008080',
    ],
    ['a variable that is not there', `<path ${square} fill="var(--main, red)"/>`, 'fill #ff0000'],
    ['the light theme', `<path ${square} style="fill:light-dark(rgb(255,0,0), #000)"/>`, 'fill #ff0000'],
    [
      'the middle of a gradient',
      `<linearGradient id="a"><stop offset="0" stop-color="white"/><stop offset="1" stop-color="black"/></linearGradient><path ${square} fill="url(#a)"/>`,
      'fill #808080',
    ],
    [
      'a gradient with the stops of another',
      `<linearGradient id="b"><stop offset="50%" style="stop-color:red"/></linearGradient><radialGradient id="a" xlink:href="#b"/><path ${square} fill="url(#a)"/>`,
      'fill #ff0000',
    ],
    [
      'the lines of a pattern',
      `<pattern id="a" width="4" height="4"><rect width="4" height="4" fill="white"/><path d="M0,0L4,4" stroke="green"/></pattern><path ${square} fill="url('#a')"/>`,
      'fill #008000',
    ],
    ['what stands in for a server that is not there', `<path ${square} fill="url(#a) red"/>`, 'fill #ff0000'],
    ['opacities together', `<g opacity=".5"><path ${square} fill-opacity=".5"/></g>`, 'fill #000000 @0.25'],
    ['dashes', `<path ${square} fill="none" stroke="red" stroke-dasharray="4,2"/>`, 'stroke #ff0000/1--'],
    ['no dashes', `<path ${square} fill="none" stroke="red" stroke-dasharray="none"/>`, 'stroke #ff0000/1'],
    [
      'widths that are scaled',
      `<g transform="scale(3)"><path d="M0,0H3V3H0Z" fill="none" stroke="red" stroke-width="2"/></g>`,
      'stroke #ff0000/6',
    ],
  ])('%s', (_, body, expected) => expect(painted(body)).toEqual([expected]));
});

describe('an element is placed', () => {
  const dot = '<rect width="1" height="1"/>';
  const at = (body: string, attributes?: string) =>
    drawn(body, attributes).paths.map(({ x0, y0 }) => [x0, y0].map(value => Number(value.toFixed(2))));
  test.each<[string, string, number[]]>([
    ['by a move', `<g transform="translate(10,20)">${dot}</g>`, [10, 20]],
    [
      'by moves inside moves',
      `<g transform="translate(10 20)"><g transform="translate(5)">${dot}</g></g>`,
      [15, 20],
    ],
    [
      'by several, the last one first',
      `<g transform="translate(10,0) scale(2)"><rect x="5" width="1" height="1"/></g>`,
      [20, 0],
    ],
    [
      'by a turn about a point',
      '<rect transform="rotate(90 10 10)" x="10" y="5" width="1" height="1"/>',
      [14, 10],
    ],
    ['by a matrix', `<g transform="matrix(1 0 0 1 7 8)">${dot}</g>`, [7, 8]],
    ['by a style', `<g style="transform: translate(10px, 20px)">${dot}</g>`, [10, 20]],
    ['by being used', `<defs><g id="a">${dot}</g></defs><use href="#a" x="30" y="40"/>`, [30, 40]],
    [
      'by being used under an old name',
      `<defs><g id="a">${dot}</g></defs><use xlink:href="#a" x="30" transform="translate(1,1)"/>`,
      [31, 1],
    ],
    [
      'by the box of a symbol',
      `<symbol id="a" viewBox="0 0 10 10"><rect x="5" width="1" height="1"/></symbol><use href="#a" width="100" height="100"/>`,
      [50, 0],
    ],
    [
      'by a drawing inside the drawing',
      `<svg x="100" y="50" width="100" height="100" viewBox="0 0 10 10">${dot}</svg>`,
      [100, 50],
    ],
    [
      'in the first branch that can be drawn',
      `<switch><foreignObject/><g transform="translate(3,3)">${dot}</g>${dot}</switch>`,
      [3, 3],
    ],
  ])('%s', (_, body, expected) => expect(at(body)).toEqual([expected]));

  test.each<[string, string, string[]]>([
    [
      'what lies inside stays as it is',
      '<path d="M10,10L20,40L30,10" fill="none" stroke="red"/>',
      ['10,10 20,40 30,10 stroke #ff0000/1'],
    ],
    ['what lies outside is gone', '<path d="M10,60L30,60" stroke="red"/>', []],
    [
      'a rectangle is cut',
      '<rect x="-5" y="10" width="20" height="100"/>',
      [`0,50 0,10 15,10 15,50 Z ${BLACK}`],
    ],
    [
      'a line keeps the points that are seen',
      '<path d="M-20,10L10,10L20,40L30,100" fill="none" stroke="red"/>',
      ['10,10 20,40 stroke #ff0000/1'],
    ],
    [
      'a line across is cut at both ends',
      '<path d="M-20,10L200,10" fill="none" stroke="red"/>',
      ['0,10 100,10 stroke #ff0000/1'],
    ],
    [
      'a line that comes back falls apart',
      '<path d="M10,10L20,20L30,90L40,20L50,10" fill="none" stroke="red"/>',
      ['10,10 20,20 stroke #ff0000/1', '40,20 50,10 stroke #ff0000/1'],
    ],
  ])('clipped: %s', (_, body, expected) => {
    const clip = '<clipPath id="c"><rect width="100" height="50"/></clipPath>';
    expect(paths(`${clip}<g clip-path="url(#c)">${body}</g>`)).toEqual(expected);
  });
});
