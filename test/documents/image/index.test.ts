import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { backend } from '../../../src/documents/image/index.ts';
import { fileOf, read } from '../packages.ts';

const png = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#369' } })
    .png()
    .toBuffer();
const raster = async (options: object) =>
  backend.raster?.(fileOf('small.png', await png(400, 200)), 1, options);

describe('a picture is a page with one figure', () => {
  test('as large as it is looked at', async () => {
    const turned = await sharp(await png(400, 200))
      .withMetadata({ orientation: 6, density: 144 })
      .jpeg()
      .toBuffer();
    const { pages } = await read(backend, fileOf('turned.jpg', turned));
    expect(pages[0]).toMatchObject({
      width: 100,
      height: 200,
      regions: [{ kind: 'figure', drawing: 'raster', box: [0, 0, 1, 1] }],
    });
  });

  test.each([
    ['whole', {}, [400, 200]],
    ['a box of it', { box: [0.5, 0.5, 0.25, 0.5] }, [100, 100]],
    ['never larger than it is', { dpi: 600 }, [400, 200]],
    ['smaller on demand', { dpi: 48 }, [200, 100]],
    ['within a number of pixels', { maxPixels: 20_000 }, [200, 100]],
  ])('and can be rendered: %s', async (_, options, size) => {
    const rendered = await raster(options);
    expect([rendered?.width, rendered?.height]).toEqual(size);
    expect(Buffer.from(rendered?.png ?? []).toString('latin1', 1, 4)).toBe('PNG');
  });

  test('a drawing in SVG is one too', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="96" height="48"><rect width="9" height="9"/></svg>';
    const { pages } = await read(backend, fileOf('a.svg', svg));
    expect(pages[0]?.regions).toHaveLength(1);
  });

  test.each([
    [
      'too many pixels',
      '<svg xmlns="http://www.w3.org/2000/svg" width="20000" height="20000"/>',
      'too_large',
    ],
    ['bytes that are none', '\x89PNG\r\n\x1a\nbroken', 'damaged'],
  ])('%s: %s', async (_, bytes, code) => {
    const opened = read(backend, fileOf('bad', Buffer.from(bytes, 'latin1')));
    await expect(opened).rejects.toMatchObject({
      failure: { code: expect.stringMatching(`${code}|unsupported`) },
    });
  });
});
