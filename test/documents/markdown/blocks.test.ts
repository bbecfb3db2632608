import { expect, test } from 'vitest';
import { backend } from '../../../src/documents/markdown/index.ts';
import { fileOf, inShort, read } from '../packages.ts';

test('Markdown is read block by block', async () => {
  const text = `---
title: "Field notes"
---
# Results

Sales **rose** by 5&nbsp;% [again](https://example.org).
![Chart of sales](chart.png)

- one
  - two

| Region | 2024 |
|---|---:|
| North | 5 |

> Quoted.
`;
  const { title, pages } = await read(backend, fileOf('notes.md', text));
  expect(title).toBe('Field notes');
  expect(inShort(pages[0]?.regions ?? [])).toEqual([
    'heading1: Results',
    'paragraph: Sales rose by 5 % again.',
    'figure: Chart of sales',
    'list1: one',
    'list2: two',
    'table: Region | 2024 / North | 5',
    'paragraph: Quoted.',
  ]);
});
