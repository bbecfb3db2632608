import { describe, expect, test } from 'vitest';
import { parseDeclarations, parseStyleSheet } from '../../../src/documents/svg/css.ts';

const element = (name: string, attributes: Record<string, string> = {}) => ({
  name,
  attributes,
  children: [],
});
const path = element('path', { id: 'first', class: 'line thick' });
const above = [element('svg'), element('g', { class: 'plot' }), element('g', { class: 'series' })];
const fillBy = (css: string) =>
  parseStyleSheet(css)
    .matching(path, above)
    .reduce((fill, declarations) => declarations.fill ?? fill, '');

describe('a rule applies', () => {
  test.each([
    ['by tag', 'path{fill:red}', 'red'],
    ['by class', '.line{fill:red}', 'red'],
    ['by several classes', '.thick.line{fill:red}', 'red'],
    ['by id', 'path#first{fill:red}', 'red'],
    ['to all', '*{fill:red}', 'red'],
    ['in a list', 'rect, path {fill:red}', 'red'],
    ['inside an ancestor', '.plot path{fill:red}', 'red'],
    ['inside a parent', '.series > .line{fill:red}', 'red'],
    ['on the screen', '@media screen { .line{fill:red} }', 'red'],
    ['behind a comment', '/* .line{fill:blue} */ .line{fill:red}', 'red'],
    ['over a weaker one that comes later', '#first{fill:red} .line{fill:blue} path{fill:green}', 'red'],
    ['over an equal one that comes earlier', '.line{fill:blue} .thick{fill:red}', 'red'],
  ])('%s', (_, css, fill) => expect(fillBy(css)).toBe(fill));

  test.each([
    ['another tag', 'rect{fill:red}'],
    ['another class', '.bar{fill:red}'],
    ['a parent that is none', '.plot > .line{fill:red}'],
    ['only the root', ':root{fill:red}'],
    ['another medium', '@media print { .line{fill:red} }'],
    ['the dark', '@media (prefers-color-scheme: dark) { .line{fill:red} }'],
    ['a state', '.line:hover{fill:red}'],
    ['a font', '@font-face{fill:red}'],
  ])('not to %s', (_, css) => expect(fillBy(css)).toBe(''));
});

test.each([
  ['a colon inside brackets', 'fill: url(data:a;b); stroke: red', { fill: 'url(data:a;b)', stroke: 'red' }],
  ['what is important comes last', 'fill: red !important; fill: blue', { fill: 'red' }],
  ['variables keep their case', '--Main: red', { '--Main': 'red' }],
  ['scraps', ';; fill ; stroke:blue;', { stroke: 'blue' }],
])('declarations with %s', (_, text, expected) => expect(parseDeclarations(text)).toEqual(expected));
