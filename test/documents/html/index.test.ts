import { describe, expect, test } from 'vitest';
import { backend } from '../../../src/documents/html/index.ts';
import { fileOf, inShort, read } from '../packages.ts';

const open = (body: string, head = '') =>
  read(backend, fileOf('page.html', `<!doctype html><html><head>${head}</head><body>${body}</body></html>`));
const regionsOf = async (body: string) => inShort((await open(body)).pages.flatMap(page => page.regions));

describe('a web page is read', () => {
  test.each<[string, string, string[]]>([
    [
      'in blocks',
      '<h2>Results</h2><p>Sales <b>rose</b><br>again.</p>Loose<div>Inner<span> text</span></div>',
      ['heading2: Results', 'paragraph: Sales rose again.', 'paragraph: Loose', 'paragraph: Inner text'],
    ],
    [
      'without what is no content',
      '<nav>Menu</nav><script>x</script><p hidden>a</p><p style="display:none">b</p><p>Text</p><footer>Imprint</footer>',
      ['paragraph: Text'],
    ],
    [
      'but with navigation where there is nothing else',
      '<nav><p>Only this</p></nav>',
      ['paragraph: Only this'],
    ],
    ['with nested lists', '<ul><li>One<ul><li>Two</li></ul></li></ul>', ['list1: One', 'list2: Two']],
    [
      'with bold lines as headings',
      '<p><b>Outlook</b></p><p>Text</p>',
      ['heading4: Outlook', 'paragraph: Text'],
    ],
    ['with superscripts apart', '<p>1,234<sup>5</sup></p>', ['paragraph: 1,234⁵']],
    ['with pictures that say something', '<img src="x" alt="Map"><img src="y">', ['figure: Map']],
    [
      'with tables and their spans',
      '<table><caption>Sales</caption><tr><th rowspan="2">Region</th><th colspan="2">2024</th></tr><tr><th>Q1</th><th>Q2</th></tr><tr><td>North</td><td>5</td><td>6</td></tr></table>',
      ['table: Region | 2024 Q1 | 2024 Q2 / North | 5 | 6'],
    ],
    [
      'with blank spacer columns left out',
      '<table><tr><td>Sales</td><td></td><td>5</td></tr><tr><td>Costs</td><td></td><td>6</td></tr></table>',
      ['table:  |  / Sales | 5 / Costs | 6'],
    ],
    [
      'through tables that only place things',
      '<table><tr><td><h1>Title</h1><p>Text</p></td><td><p>More</p></td></tr></table>',
      ['heading1: Title', 'paragraph: Text', 'paragraph: More'],
    ],
  ])('%s', async (_, body, expected) => {
    expect(await regionsOf(body)).toEqual(expected);
  });

  const CHART = `<svg width="400" height="200"><title>Sales</title>${[1, 2, 3, 4]
    .map(
      n =>
        `<rect class="bar" x="${n * 40}" y="${200 - n * 20}" width="20" height="${n * 20}"/><text x="${n * 40}" y="190">${n}</text>`,
    )
    .join('')}</svg>`;

  test('with charts as figures in their place, under the style of the page', async () => {
    const { pages } = await open(`<p>Before</p>${CHART}<p>After</p>`, '<style>.bar{fill:teal}</style>');
    const regions = pages[0]?.regions ?? [];
    expect(inShort(regions)).toEqual(['paragraph: Before', 'figure: Sales', 'paragraph: After']);
    const [, figure] = regions;
    if (figure?.kind !== 'figure' || !figure.marks) throw new Error('the chart has no marks');
    const { frame, width, height, texts, paths } = figure.marks;
    const box = [
      frame.x0 / width,
      frame.y0 / height,
      (frame.x1 - frame.x0) / width,
      (frame.y1 - frame.y0) / height,
    ];
    for (const [i, side] of box.entries()) expect(side).toBeCloseTo(figure.box[i] ?? Number.NaN, 6);
    expect([texts.length, paths.length, paths[0]?.fill]).toEqual([4, 4, '#008080']);
  });

  test('with icons in the middle of a line', async () => {
    const icon = '<svg width="16" height="16"><title>Up</title><path d="M0,0H9V9"/></svg>';
    expect(await regionsOf(`<p>Sales ${icon} rose</p>`)).toEqual(['paragraph: Sales rose']);
  });

  test('without charts that are hidden', async () => {
    expect(await regionsOf(`<div hidden>${CHART}</div><p>Text</p>`)).toEqual(['paragraph: Text']);
  });

  test('from its main part, titled by its metadata', async () => {
    const text = 'A sentence that is long enough to be taken as content. '.repeat(5);
    const { title, pages } = await open(`<p>Around</p><main><p>${text}</p></main>`, '<title>My page</title>');
    expect(title).toBe('My page');
    expect(inShort(pages[0]?.regions ?? [])).toEqual([`paragraph: ${text.trim()}`]);
  });

  test('in pages where it marks their ends', async () => {
    const { pages } = await open('<p>A</p><hr style="page-break-after: always"><p>B</p>');
    expect(pages.map(page => inShort(page.regions))).toEqual([['paragraph: A'], ['paragraph: B']]);
  });

  test('however deep it is nested', async () => {
    expect(await regionsOf(`${'<div>'.repeat(100_000)}Deep`)).toEqual(['paragraph: Deep']);
  });

  test('in the encoding it names', async () => {
    const bytes = Buffer.from('<meta charset="iso-8859-2"><p>\xb1</p>', 'latin1');
    const { pages } = await read(backend, fileOf('named.html', bytes));
    expect(inShort(pages[0]?.regions ?? [])).toEqual(['paragraph: ą']);
  });
});
