import { describe, expect, test } from 'vitest';
import { backend } from '../../../src/documents/pptx/index.ts';
import { deckOf, fileOf, inShort, read, relationships, textShape } from '../packages.ts';

const slide = async (tree: string, parts = {}) => {
  const [page] = (await read(backend, fileOf('deck.pptx', deckOf([tree], parts)))).pages;
  if (!page) throw new Error('no page');
  return page;
};

describe('a slide is a page', () => {
  test('with its title first and its shapes in their order', async () => {
    const { regions, width, height } = await slide(
      textShape(['Below'], { at: [1, 5, 4, 2] }) + textShape(['Sales grew'], { placeholder: 'type="title"' }),
    );
    expect([width, height]).toEqual([720, 405]);
    expect(inShort(regions)).toEqual(['title1: Sales grew', 'paragraph: Below']);
    expect(regions[1]?.box.map(side => Math.round(side * 1e6) / 1e6)).toEqual([0.1, 0.5, 0.4, 0.2]);
  });

  test('short lines of one box are one text that knows its lines, long ones are paragraphs', async () => {
    const { regions } = await slide(
      textShape(['Revenue', '4.2 bn'], { at: [0, 0, 2, 2] }) +
        textShape(['A sentence.', 'Another sentence.'], { at: [2, 0, 2, 2] }),
    );
    expect(inShort(regions)).toEqual([
      'paragraph: Revenue 4.2 bn',
      'paragraph: A sentence.',
      'paragraph: Another sentence.',
    ]);
    expect(regions[0]).toMatchObject({ lines: [{ at: 0 }, { at: 8 }] });
  });

  test.each([
    [
      'the largest words at the top serve as title',
      '<a:rPr sz="2800"/>',
      ['title1: Sales grew', 'paragraph: Text'],
    ],
    ['but not where nothing stands out', '', ['paragraph: Text', 'paragraph: Sales grew']],
  ])('without a title, %s', async (_, size, expected) => {
    const large = textShape(['Sales grew'], { at: [1, 1, 8, 1] }).replace('<a:r>', `<a:r>${size}`);
    const { regions } = await slide(textShape(['Text'], { at: [1, 0, 8, 1] }) + large);
    expect(inShort(regions)).toEqual(expected);
  });

  test('its placeholders take place and bullets from layout and master', async () => {
    const inherited = textShape([], { at: [1, 2, 8, 6], placeholder: 'type="body" idx="1"' });
    const { regions } = await slide(
      '<p:sp><p:nvSpPr><p:nvPr><p:ph idx="1"/></p:nvPr></p:nvSpPr><p:txBody><a:p><a:r><a:t>One</a:t></a:r></a:p><a:p><a:pPr lvl="1"/><a:r><a:t>Two</a:t></a:r></a:p></p:txBody></p:sp>',
      {
        'ppt/slides/_rels/slide1.xml.rels': relationships({ a: 'slideLayout ../slideLayouts/l.xml' }),
        'ppt/slideLayouts/l.xml': `<p:sldLayout><p:cSld><p:spTree>${inherited}</p:spTree></p:cSld></p:sldLayout>`,
        'ppt/slideLayouts/_rels/l.xml.rels': relationships({ a: 'slideMaster ../slideMasters/m.xml' }),
        'ppt/slideMasters/m.xml':
          '<p:sldMaster><p:txStyles><p:bodyStyle><a:lvl1pPr><a:buChar char="•"/></a:lvl1pPr><a:lvl2pPr><a:buChar char="–"/></a:lvl2pPr></p:bodyStyle></p:txStyles></p:sldMaster>',
      },
    );
    expect(inShort(regions)).toEqual(['list1: One', 'list2: Two']);
    const [first, second] = regions.map(region => region.box);
    expect(first?.[0]).toBe(0.1);
    expect(first?.[1]).toBeGreaterThanOrEqual(0.2);
    expect(second?.[1]).toBeCloseTo((first?.[1] ?? 0) + (first?.[3] ?? 0), 6);
  });

  test('groups are opened and placed', async () => {
    const group = `<p:grpSp><p:grpSpPr><a:xfrm><a:off x="4572000" y="0"/><a:ext cx="4572000" cy="5143500"/><a:chOff x="0" y="0"/><a:chExt cx="9144000" cy="5143500"/></a:xfrm></p:grpSpPr>${textShape(['In'], { at: [0, 0, 10, 10] })}</p:grpSp>`;
    const { regions } = await slide(group);
    expect(regions[0]?.box).toEqual([0.5, 0, 0.5, 1]);
  });

  test('a table keeps merged labels, and its cells their boxes', async () => {
    const cell = (text: string, span = '') =>
      `<a:tc${span}><a:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></a:txBody></a:tc>`;
    const rows = [
      cell('') + cell('2024', ' gridSpan="2"') + cell('', ' hMerge="1"'),
      cell('Unit') + cell('Sales') + cell('Staff'),
      cell('North', ' rowSpan="2"') + cell('5') + cell('7'),
      cell('', ' vMerge="1"') + cell('6') + cell('8'),
    ].map(cells => `<a:tr h="100">${cells}</a:tr>`);
    const frame = `<p:graphicFrame><p:xfrm><a:off x="0" y="0"/><a:ext cx="9144000" cy="5143500"/></p:xfrm><a:graphic><a:graphicData><a:tbl><a:tblGrid><a:gridCol w="2"/><a:gridCol w="1"/><a:gridCol w="1"/></a:tblGrid>${rows.join('')}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`;
    const { regions } = await slide(frame);
    const [table] = regions;
    expect(inShort(regions)).toEqual([
      'table: Unit | 2024 Sales | 2024 Staff / North | 5 | 7 / North | 6 | 8',
    ]);
    expect(table?.kind === 'table' && table.boxes[0]?.[1]).toEqual([0.5, 0.5, 0.25, 0.25]);
  });

  test('notes, alternative texts and diagrams are read; empty and hidden shapes are not', async () => {
    const { regions } = await slide(
      '<p:pic><p:nvPicPr><p:cNvPr id="1" name="p" descr="Map of plants"/></p:nvPicPr></p:pic>' +
        '<p:pic><p:nvPicPr><p:cNvPr id="2" name="p" descr="IMG_1.png"/></p:nvPicPr></p:pic>' +
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="h" hidden="1"/></p:nvSpPr><p:txBody><a:p><a:r><a:t>Hidden</a:t></a:r></a:p></p:txBody></p:sp>' +
        textShape([], { placeholder: 'type="body"' }) +
        '<p:graphicFrame><a:graphic><a:graphicData><dgm:relIds r:dm="d"/></a:graphicData></a:graphic></p:graphicFrame>',
      {
        'ppt/slides/_rels/slide1.xml.rels': relationships({
          d: 'diagramData ../diagrams/data1.xml',
          n: 'notesSlide ../notesSlides/n1.xml',
        }),
        'ppt/diagrams/data1.xml':
          '<dgm:dataModel><dgm:ptLst><dgm:pt modelId="0" type="doc"/><dgm:pt modelId="2"><dgm:t><a:p><a:r><a:t>Build</a:t></a:r></a:p></dgm:t></dgm:pt><dgm:pt modelId="1"><dgm:t><a:p><a:r><a:t>Plan</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst><dgm:cxnLst><dgm:cxn srcId="0" destId="1" srcOrd="0"/><dgm:cxn srcId="0" destId="2" srcOrd="1"/></dgm:cxnLst></dgm:dataModel>',
        'ppt/notesSlides/n1.xml': `<p:notes><p:cSld><p:spTree>${textShape(['Say this'], { placeholder: 'type="body"' })}</p:spTree></p:cSld></p:notes>`,
      },
    );
    expect(inShort(regions)).toEqual([
      'figure: Map of plants',
      'figure: ',
      'list1: Plan',
      'list1: Build',
      'note: Say this',
    ]);
  });

  test('a raised number stays apart from the digits before it', async () => {
    const { regions } = await slide(
      '<p:sp><p:txBody><a:p><a:r><a:t>1,234</a:t></a:r><a:r><a:rPr baseline="30000"/><a:t>5</a:t></a:r></a:p></p:txBody></p:sp>',
    );
    expect(inShort(regions)).toEqual(['paragraph: 1,234⁵']);
  });
});

describe('a deck with something wrong is read as far as it goes', () => {
  test('a slide that is missing or broken is a failed page', async () => {
    const bytes = deckOf(['', textShape(['Fine'], { at: [0, 0, 1, 1] })], {
      'ppt/slides/slide1.xml': '<p:sld><broken',
    });
    const { pages } = await read(backend, fileOf('broken.pptx', bytes));
    expect(pages.map(page => page.failure?.code)).toEqual(['damaged', undefined]);
  });

  test('hidden slides are read and told of', async () => {
    const bytes = deckOf(['', ''], { 'ppt/slides/slide2.xml': '<p:sld show="0"><p:cSld/></p:sld>' });
    const { warnings } = await read(backend, fileOf('hidden.pptx', bytes));
    expect(warnings).toEqual(['Hidden slides were read too: 2.']);
  });

  test('without a list of slides they come by number', async () => {
    const bytes = deckOf([textShape(['A'], { at: [0, 0, 1, 1] })], {
      'ppt/presentation.xml': '<p:presentation/>',
    });
    expect((await read(backend, fileOf('unlisted.pptx', bytes))).pageCount).toBe(1);
  });
});
