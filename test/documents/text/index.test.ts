import { expect, test } from 'vitest';
import { backend } from '../../../src/documents/text/index.ts';
import { fileOf, inShort, read } from '../packages.ts';

test('plain text is paragraphs between blank lines, pages between form feeds', async () => {
  const { pages } = await read(backend, fileOf('a.txt', 'One\nline.\r\n\r\nTwo.\fThree.'));
  expect(pages.map(page => inShort(page.regions))).toEqual([
    ['paragraph: One line.', 'paragraph: Two.'],
    ['paragraph: Three.'],
  ]);
  expect(pages[0]?.regions[1]?.box).toEqual([0, 0.5, 1, 0.5]);
});
