import { describe, expect, test } from 'vitest';
import { backend } from '../../../src/documents/svg/index.ts';
import { fileOf, inShort, read } from '../packages.ts';

const SVG = 'xmlns="http://www.w3.org/2000/svg"';
const open = (content: string | Uint8Array) => read(backend, fileOf('a.svg', content));
const failureOf = (content: string) =>
  open(content).then(
    () => '',
    error => error.failure?.code,
  );

describe('a drawing is a page with a figure', () => {
  test('of its marks, its words beside it, its title as caption', async () => {
    const { title, pages } = await open(
      `<svg ${SVG} width="400" height="200"><title>Sales by region</title><text x="10" y="20">North</text><text x="10" y="90">12</text><text x="60" y="90">15</text></svg>`,
    );
    const [page] = pages;
    expect([title, page?.width, page?.height]).toEqual(['Sales by region', 300, 150]);
    expect(inShort(page?.regions ?? []).slice(1)).toEqual(['line: North', 'line: 12 15']);
    expect(page?.regions[0]).toMatchObject({
      kind: 'figure',
      drawing: 'vector',
      caption: 'Sales by region',
      box: [0, 0, 1, 1],
      marks: { texts: [{ text: 'North' }, { text: '12' }, { text: '15' }] },
    });
  });

  test('without the title that a program gives to all of its drawings', async () => {
    const { title } = await open(`<svg ${SVG}><title>Gnuplot</title><text y="20">North</text></svg>`);
    expect(title).toBe('');
  });

  test('that has to be seen, where all letters in it are outlines', async () => {
    const { pages } = await open(`<svg ${SVG} width="400" height="200"><path d="M10,10H20V90Z"/></svg>`);
    expect(pages[0]?.regions).toEqual([
      { kind: 'figure', drawing: 'raster', box: [0, 0, 1, 1], caption: '' },
    ]);
  });

  test('whose marks are left out where they are beyond count, as those of a map', async () => {
    const coast = Array.from({ length: 61_000 }, (_, i) => `${i % 399},${(i * 7) % 199}`).join(' ');
    const { pages } = await open(
      `<svg ${SVG} width="400" height="200"><text y="20">Sea</text><polyline points="${coast}"/></svg>`,
    );
    expect(pages[0]?.regions[0]).toEqual({
      kind: 'figure',
      drawing: 'vector',
      box: [0, 0, 1, 1],
      caption: '',
    });
  });

  test('one after the other, where a program put a deck into it', async () => {
    const slide = (id: string, name: string) =>
      `<g visibility="hidden"><g id="container-${id}"><g id="${id}" class="Slide"><text y="20">${name}</text></g></g></g>`;
    const { pageCount, pages } = await open(
      `<svg ${SVG} width="400" height="200"><g class="SlideGroup"><g>${slide('id1', 'First')}</g><g>${slide('id2', 'Second')}</g></g></svg>`,
    );
    expect(pageCount).toBe(2);
    expect(pages.map(({ regions }) => inShort(regions.slice(1)))).toEqual([
      ['line: First'],
      ['line: Second'],
    ]);
  });

  test.each([
    ['UTF-8', Buffer.from(`<?xml version="1.0" encoding="UTF-8"?><svg ${SVG}><text y="20">Öl</text></svg>`)],
    [
      'UTF-16',
      Buffer.from(
        `\ufeff<?xml version="1.0" encoding="UTF-16"?><svg ${SVG}><text y="20">Öl</text></svg>`,
        'utf16le',
      ),
    ],
    [
      'Latin-1',
      Buffer.from(
        `<?xml version="1.0" encoding="ISO-8859-1"?><svg ${SVG}><text y="20">Öl</text></svg>`,
        'latin1',
      ),
    ],
  ])('written in %s', async (_, bytes) => {
    const { pages } = await open(bytes);
    expect(inShort(pages[0]?.regions.slice(1) ?? [])).toEqual(['line: Öl']);
  });
});

describe('a drawing can do no harm', () => {
  const bomb = Array.from(
    { length: 12 },
    (_, i) => `<g id="u${i + 1}">${`<use href="#u${i}"/>`.repeat(10)}</g>`,
  );
  test.each([
    [
      'entities that stand for billions are not expanded',
      `<!DOCTYPE svg [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><svg ${SVG}><text y="9">&b;</text></svg>`,
      '',
    ],
    [
      'files that entities name are not read',
      `<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg ${SVG}><text y="9">&a;</text></svg>`,
      '',
    ],
    [
      'parts that use each other without end',
      `<svg ${SVG}><g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g></svg>`,
      '',
    ],
    [
      'an element that uses what it is in',
      `<svg ${SVG}><g id="a"><rect width="5" height="5"/><use href="#a"/></g></svg>`,
      '',
    ],
    [
      'parts that stand for billions',
      `<svg ${SVG}><defs><g id="u0"><rect width="5" height="5"/></g>${bomb.join('')}</defs><use href="#u12"/></svg>`,
      'too_large',
    ],
    ['elements nested without end', `<svg ${SVG}>${'<g>'.repeat(5_000)}`, 'unsafe'],
    ['markup that is broken', `<svg ${SVG}><g></svg>`, 'damaged'],
    ['markup that ends early', `<svg ${SVG}><rect width="5"`, 'damaged'],
    [
      'gradients that refer to themselves',
      `<svg ${SVG}><linearGradient id="a" href="#a"/><rect width="5" height="5" fill="url(#a)"/></svg>`,
      '',
    ],
    [
      'variables that stand for themselves',
      `<svg ${SVG}><rect style="--a:var(--a);fill:var(--a)" width="5" height="5"/></svg>`,
      '',
    ],
  ])('%s', async (_, content, code) => expect(await failureOf(content)).toBe(code));
});

describe('a drawing can be rendered', () => {
  const file = fileOf(
    'b.svg',
    `<svg ${SVG} width="400pt" height="200pt" viewBox="0 0 40 20"><rect width="40" height="20" fill="red"/></svg>`,
  );
  test('as large as what it draws, where it states no size', async () => {
    const open = fileOf(
      'c.svg',
      `<svg ${SVG} width="100%"><rect x="380" y="190" width="20" height="10"/></svg>`,
    );
    const picture = await backend.raster?.(open, 1, { dpi: 72 });
    expect([picture?.width, picture?.height]).toEqual([304, 154]);
  });

  test.each([
    ['whole', { dpi: 72 }, [400, 200]],
    ['finer', { dpi: 144 }, [800, 400]],
    ['a box of it', { dpi: 72, box: [0.5, 0.5, 0.25, 0.5] }, [100, 100]],
    ['within a number of pixels', { maxPixels: 20_000 }, [200, 100]],
  ])('%s', async (_, options, size) => {
    const picture = await backend.raster?.(file, 1, options as object);
    expect([picture?.width, picture?.height]).toEqual(size);
    expect(Buffer.from(picture?.png ?? []).toString('latin1', 1, 4)).toBe('PNG');
  });
});
