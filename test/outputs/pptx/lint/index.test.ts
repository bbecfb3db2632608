import { beforeAll, expect, test } from 'vitest';
import { renderPptx } from '../../../../src/outputs/pptx/index.ts';
import { lintPackage } from '../../../../src/outputs/pptx/lint/index.ts';
import { type Parts, partText, setPart, unzip, zip } from '../../../../src/outputs/zip.ts';
import { deck, slides } from '../../sample.ts';

let parts: Parts;
beforeAll(async () => {
  parts = unzip(
    await renderPptx({ ...deck, slides: slides.filter(slide => slide.kind !== 'text').slice(0, 3) }),
  );
});

const replace = (broken: Parts, name: string, from: string | RegExp, to: string) =>
  setPart(broken, name, partText(broken, name).replace(from, to));

const faults: readonly (readonly [string, (broken: Parts) => unknown, string])[] = [
  [
    'a phantom override',
    p =>
      replace(
        p,
        '[Content_Types].xml',
        '</Types>',
        '<Override PartName="/ppt/slideMasters/slideMaster2.xml" ContentType="x"/></Types>',
      ),
    'An override names ppt/slideMasters/slideMaster2.xml',
  ],
  [
    'a media type that is none',
    p =>
      replace(
        p,
        '[Content_Types].xml',
        '</Types>',
        '<Default Extension="jpg" ContentType="image/jpg"/></Types>',
      ),
    'image/jpg',
  ],
  ['a part without a type', p => setPart(p, 'ppt/media/a.wmf', 'x'), 'ppt/media/a.wmf has no content type'],
  [
    'a part that nothing relates to',
    p => setPart(p, 'ppt/orphan.xml', '<a/>'),
    'Nothing relates to ppt/orphan.xml',
  ],
  [
    'a relation to nothing',
    p => p.delete('ppt/charts/chart1.xml'),
    "relates to ppt/charts/chart1.xml, which isn't there",
  ],
  [
    'a link to a file',
    p =>
      replace(
        p,
        'ppt/slides/_rels/slide1.xml.rels',
        '</Relationships>',
        '<Relationship Id="rId99" Type="x" Target="file:///etc/passwd" TargetMode="External"/></Relationships>',
      ),
    'links to file:///etc/passwd',
  ],
  [
    'two shapes of one id',
    p => replace(p, 'ppt/slides/slide2.xml', /id="3"/, 'id="2"'),
    'two shapes have the id 2',
  ],
  [
    'a chart without alternative text',
    p => replace(p, 'ppt/slides/slide3.xml', / descr="[^"]*"/, ''),
    'Chart 1 has no alternative text',
  ],
  [
    'a colour of its own',
    p => replace(p, 'ppt/charts/chart1.xml', '<a:schemeClr val="accent1"/>', '<a:srgbClr val="FF0000"/>'),
    "the colour FF0000 isn't of the theme",
  ],
  [
    'a slide without a title',
    p => replace(p, 'ppt/slides/slide2.xml', /<p:ph[^>]*type="title"[^>]*\/>/, ''),
    'the slide has no title',
  ],
  [
    'a chart that shows what its workbook does not hold',
    p => replace(p, 'ppt/charts/chart1.xml', '<c:v>1730</c:v>', '<c:v>1731</c:v>'),
    'shows "1731" where B6 holds "1730"',
  ],
  [
    'a chart without a workbook',
    p => p.delete('ppt/charts/_rels/chart1.xml.rels'),
    'ppt/charts/chart1.xml has no workbook',
  ],
];

test.each(faults)('finds %s', (_, spoil, expected) => {
  const broken: Parts = new Map(parts);
  spoil(broken);
  expect(lintPackage(zip(broken)).join('\n')).toContain(expected);
});

test('finds nothing in the deck as it was written', () => {
  expect(lintPackage(zip(parts))).toEqual([]);
});
