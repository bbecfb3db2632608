import { describe, expect, test } from 'vitest';
import { backend } from '../../../src/documents/docx/index.ts';
import { fileOf, inShort, type Parts, read, relationships, zipOf } from '../packages.ts';

const open = (body: string, parts: Parts = {}) =>
  read(
    backend,
    fileOf(
      'text.docx',
      zipOf({
        '_rels/.rels': relationships({ a: 'officeDocument word/document.xml' }),
        'word/document.xml': `<w:document><w:body>${body}</w:body></w:document>`,
        'word/_rels/document.xml.rels': relationships({
          s: 'styles styles.xml',
          n: 'numbering numbering.xml',
          f: 'footnotes footnotes.xml',
        }),
        ...parts,
      }),
    ),
  );
const p = (text: string, properties = '') =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const styled = (style: string) => `<w:pStyle w:val="${style}"/>`;
const style = (id: string, name: string, more = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;
const regionsOf = async (body: string, parts: Parts = {}) =>
  inShort((await open(body, parts)).pages.flatMap(page => page.regions));

describe('a Word document is read in order', () => {
  test('with titles, headings, captions and lists by their styles', async () => {
    const styles = `<w:styles>${style('T', 'Title')}${style('U1', 'heading 1')}${style('U2', 'Own', '<w:basedOn w:val="U1"/>')}${style('C', 'caption')}</w:styles>`;
    const body =
      p('Report', styled('T')) +
      p('Results', styled('U1')) +
      p('Also', styled('U2')) +
      p('Text.') +
      p('Item', '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>') +
      p('Table 1', styled('C'));
    expect(await regionsOf(body, { 'word/styles.xml': styles })).toEqual([
      'title1: Report',
      'heading1: Results',
      'heading1: Also',
      'paragraph: Text.',
      'list2: Item',
      'caption: Table 1',
    ]);
  });

  test('with the numbers that Word prints before paragraphs', async () => {
    const level = (i: number, format: string, text: string) =>
      `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = `<w:numbering><w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '%1.%2)')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
    const item = (text: string, i: number) =>
      p(text, `<w:numPr><w:ilvl w:val="${i}"/><w:numId w:val="1"/></w:numPr>`);
    const body = item('One', 0) + item('Sub', 1) + item('Sub', 1) + item('Two', 0) + item('Sub', 1);
    expect(await regionsOf(body, { 'word/numbering.xml': numbering })).toEqual([
      'list1: 1. One',
      'list2: 1.a) Sub',
      'list2: 1.b) Sub',
      'list1: 2. Two',
      'list2: 2.a) Sub',
    ]);
  });

  test('with tables, merged cells where they belong', async () => {
    const tc = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;
    const rows = [
      tc('Region') + tc('2024', '<w:gridSpan w:val="2"/>'),
      tc('') + tc('Sales') + tc('Staff'),
      tc('North', '<w:vMerge w:val="restart"/>') + tc('5') + tc('7'),
      tc('', '<w:vMerge/>') + tc('6') + tc('8'),
    ].map(cells => `<w:tr>${cells}</w:tr>`);
    expect(await regionsOf(`<w:tbl>${rows.join('')}</w:tbl>`)).toEqual([
      'table: Region | 2024 Sales | 2024 Staff / North | 5 | 7 / North | 6 | 8',
    ]);
  });

  test('without deleted text, with inserted text, links, footnotes and superscripts', async () => {
    const body =
      '<w:p><w:r><w:t>Sales</w:t></w:r><w:del><w:r><w:delText>fell</w:delText></w:r></w:del><w:ins><w:r><w:t xml:space="preserve"> rose</w:t></w:r></w:ins><w:hyperlink><w:r><w:t xml:space="preserve"> much</w:t></w:r></w:hyperlink><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t xml:space="preserve"> by 5 m</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r></w:p>';
    const footnotes = `<w:footnotes><w:footnote w:id="0" w:type="separator">${p('-')}</w:footnote><w:footnote w:id="2">${p('Audited.')}</w:footnote></w:footnotes>`;
    expect(await regionsOf(body, { 'word/footnotes.xml': footnotes })).toEqual([
      'paragraph: Sales rose much by 5 m²',
      'footnote: Audited.',
    ]);
  });

  test('pictures by their alternative text, text boxes as text', async () => {
    const body =
      '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" descr="Our plant"/><pic:pic/></wp:inline></w:drawing></w:r></w:p>' +
      `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${p('Boxed')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${p('Boxed')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    expect(await regionsOf(body)).toEqual(['figure: Our plant', 'paragraph: Boxed']);
  });
});

describe('pages end', () => {
  const pageTexts = async (body: string) =>
    (await open(body)).pages.map(page => inShort(page.regions).join(' + '));

  test.each([
    [
      'where Word last ended them',
      `${p('A')}<w:p><w:r><w:t>B</w:t><w:lastRenderedPageBreak/><w:t>C</w:t></w:r></w:p><w:p><w:r><w:br w:type="page"/></w:r></w:p>${p('D')}`,
      ['paragraph: A + paragraph: B', 'paragraph: C + paragraph: D'],
    ],
    [
      'at explicit breaks where nothing was recorded',
      `${p('A')}<w:p><w:r><w:br w:type="page"/></w:r></w:p>${p('B')}${p('C', '<w:pageBreakBefore/>')}`,
      ['paragraph: A', 'paragraph: B', 'paragraph: C'],
    ],
  ])('%s', async (_, body, pages) => {
    expect(await pageTexts(body)).toEqual(pages);
  });

  test('by length where the file says nothing, with a warning', async () => {
    const { pages, warnings } = await open(
      Array.from({ length: 400 }, (_, i) => p(`Paragraph ${i}.`)).join(''),
    );
    expect(pages.length).toBeGreaterThan(2);
    expect(warnings.join()).toMatch(/counted by length/);
  });
});
