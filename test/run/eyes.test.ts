import { expect, test } from 'vitest';
import { DocumentPool } from '../../src/documents/pool.ts';
import type { FigureRegion, Page } from '../../src/domain/region.ts';
import { Eyes } from '../../src/run/eyes.ts';
import { bar, figure, outlined } from '../perception/letters/block-letters.ts';

test('words that are outlines are read by Lens and become texts of their drawing', async () => {
  await using pool = new DocumentPool({ workers: 1 });
  await using eyes = new Eyes(pool, 1);
  const drawing = figure([
    ...outlined('HILL', 20, 20),
    ...outlined('LEFT', 20, 40),
    ...outlined('THE FIELT', 20, 60),
    bar(60, 20, 160, 28, '#0000ff'),
  ]);
  const page: Page = { page: 1, width: 400, height: 400, regions: [drawing] };
  const [looked] = await eyes.look({ path: 'none.pdf', kind: 'pdf', sha256: '' }, [page]);
  const { texts, paths } = (looked!.regions[0] as FigureRegion).marks!;
  expect(texts.map(({ text }) => text).sort()).toEqual(['HILL', 'LEFT', 'THE FIELT']);
  expect(paths).toHaveLength(1);
});
