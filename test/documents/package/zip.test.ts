import { describe, expect, test } from 'vitest';
import { Zip } from '../../../src/documents/package/zip.ts';
import { fileOf, zipOf } from '../packages.ts';

const two = Buffer.from(zipOf({ 'a.xml': 'first '.repeat(50), 'B/c.xml': 'second' }));

describe('an archive is read entry by entry', () => {
  test('by name, whatever its case', async () => {
    using zip = await Zip.open(fileOf('two.zip', two));
    expect(zip.names).toEqual(['a.xml', 'B/c.xml']);
    expect(String(await zip.read('/b/C.xml'))).toBe('second');
    expect(await zip.read('d.xml')).toBeNull();
    expect(zip.repaired).toBe(false);
  });

  test.each([
    ['the directory is cut off', two.subarray(0, two.length - 60), ['a.xml', 'B/c.xml']],
    ['the second entry is cut off', two.subarray(0, two.indexOf('B/c.xml') + 9), ['a.xml']],
    ['something follows the end', Buffer.concat([two, Buffer.from('more')]), ['a.xml', 'B/c.xml']],
  ])('where %s, what is whole is found', async (_, bytes, names) => {
    using zip = await Zip.open(bytes);
    expect(zip.names).toEqual(names);
    expect(String(await zip.read('a.xml'))).toMatch(/^first first/);
    expect(zip.repaired).toBe(true);
  });
});

describe('an archive is refused', () => {
  const named = (name: string) => Buffer.from(zipOf({ [name]: 'x' }));
  const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`${i}`, '']));
  const overlapping = Buffer.from(zipOf({ 'a.xml': 'x'.repeat(100), 'b.xml': 'y'.repeat(100) }));
  const directory = overlapping.indexOf('PK\x01\x02', 0, 'latin1');
  overlapping.writeUInt32LE(0, overlapping.indexOf('PK\x01\x02', directory + 4, 'latin1') + 42);

  test.each([
    ['that is packed more than 200 to 1', Buffer.from(zipOf({ a: new Uint8Array(8_000_000) })), 'unsafe'],
    ['with a path that leaves it', named('../../etc/passwd'), 'unsafe'],
    ['with an absolute path', named('/etc/passwd'), 'unsafe'],
    ['with too many entries', Buffer.from(zipOf(many)), 'unsafe'],
    ['whose entries overlap', overlapping, 'unsafe'],
    ['that is none', Buffer.from('PK but nothing else'), 'damaged'],
  ])('%s', async (_, bytes, code) => {
    await expect(Zip.open(bytes)).rejects.toMatchObject({ failure: { code } });
  });

  test('when an entry is longer than it says', async () => {
    const lying = Buffer.from(two);
    lying.writeUInt32LE(10, lying.indexOf('PK\x01\x02', 0, 'latin1') + 24);
    using zip = await Zip.open(lying);
    await expect(zip.read('a.xml')).rejects.toMatchObject({ failure: { code: 'damaged' } });
  });
});
