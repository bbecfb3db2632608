import { expect, test } from 'vitest';
import { backend } from '../../../src/documents/csv/index.ts';
import { fileOf, inShort, read } from '../packages.ts';

test('a delimited file is one page with one table', async () => {
  const { pages } = await read(backend, fileOf('sales.csv', 'Region;2023;2024\nNorth;1,5;2,5\n'));
  expect(inShort(pages[0]?.regions ?? [])).toEqual(['table: Region | 2023 | 2024 / North | 1,5 | 2,5']);
});

test('in any usual encoding', async () => {
  const { pages } = await read(
    backend,
    fileOf('latin.csv', Buffer.from('Stra\xdfe,L\xe4nge\nA,5', 'latin1')),
  );
  expect(inShort(pages[0]?.regions ?? [])).toEqual(['table: Straße | Länge / A | 5']);
});

test('without cells it is empty', async () => {
  await expect(read(backend, fileOf('none.csv', ',,\n,,'))).rejects.toMatchObject({
    failure: { code: 'empty' },
  });
});
