import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { PADDING, withEmptyUserPassword } from '../../../src/documents/pdf/empty-owner.ts';
import { backend } from '../../../src/documents/pdf/index.ts';
import { EMPTY_OWNER } from './locked.ts';
import { makePdf, writePdf } from './pdf.ts';

const SAID = 'The quarter closed with orders of forty million.';
const VERSIONS = ['1.3', '1.4', '1.6', '1.7', '1.7ext3'] as const;
type Version = (typeof VERSIONS)[number];

const locked = (pdfVersion: Version, passwords: { userPassword?: string; ownerPassword?: string }) =>
  makePdf([pdf => pdf.text(SAID)], { pdfVersion, ...passwords });
const ours = { userPassword: 'user', ownerPassword: 'owner' };

describe('a PDF that is encrypted', () => {
  test.each(VERSIONS)('of version %s needs one of its passwords', async version => {
    const path = await locked(version, ours);
    expect(await outcome(path)).toBe('encrypted');
    expect(await outcome(path, ['wrong'])).toBe('wrong_password');
    expect(await outcome(path, ['wrong', 'again'])).toBe('wrong_password');
    expect(await outcome(path, ['user'])).toBe(SAID);
    expect(await outcome(path, ['wrong', 'owner'])).toBe(SAID);
  });

  test.each([
    ['letters beyond ASCII', '1.6', 'Grüße'],
    ['letters beyond ASCII, in UTF-8', '1.7ext3', 'Grüße'],
    ['compatibility characters and a soft hyphen, as they are prepared', '1.7ext3', 'ⅨSo\u00adft', 'IXSoft'],
  ] as const)('opens with a password of %s', async (_, version, given, inFile: string = given) => {
    const path = await locked(version, { userPassword: inFile, ownerPassword: 'owner' });
    expect(await outcome(path, [given])).toBe(SAID);
  });

  test('opens without a password where its user has none, whatever was given', async () => {
    const path = await locked('1.7', { ownerPassword: 'owner' });
    expect([await outcome(path), await outcome(path, ['wrong'])]).toEqual([SAID, SAID]);
  });

  test('is drawn with its password', async () => {
    const path = await locked('1.7', ours);
    expect(await backend.raster?.(path, 1, { passwords: ['user'], dpi: 20 })).toMatchObject({ width: 165 });
    await expect(backend.raster?.(path, 1, { dpi: 20 })).rejects.toMatchObject({
      failure: { code: 'encrypted' },
    });
  });
});

describe("a PDF whose owner's password is empty opens without one", () => {
  test.each(['revision 5', 'revision 6'] as const)('of %s', async revision => {
    const path = await writePdf(Buffer.from(EMPTY_OWNER[revision], 'base64'));
    expect(await outcome(path)).toBe('The owner of this page forgot to choose a password.');
  });

  test.each(['1.3', '1.4', '1.6'] as const)('of version %s', async version => {
    expect(await outcome(await locked(version, { userPassword: 'user', ownerPassword: PADDING }))).toBe(SAID);
  });

  test('by a change of its encryption dictionary that moves nothing', () => {
    const before = Buffer.from(EMPTY_OWNER['revision 6'], 'base64');
    const after = withEmptyUserPassword(before);
    const end = before.indexOf('/Filter /Standard');
    expect(after).toHaveLength(before.length);
    expect(Buffer.from(after ?? []).subarray(0, end)).toEqual(before.subarray(0, end));
    expect(withEmptyUserPassword(Buffer.from('%PDF-1.7 trailer <</Root 1 0 R>>'))).toBeNull();
  });
});

describe('a PDF that says it is encrypted and is not opens as it stands', () => {
  const wrong = '<00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff>';
  test.each([
    ['with keys that prove nothing', `/Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O ${wrong} /U ${wrong}`],
    ['with a dictionary cut short', '/Filter /Standard /V 5 /R 6'],
    ['by a method that is not known', '/Filter /Other.Method /V 4'],
  ])('%s', async (_, dictionary) => {
    const plain = (await readFile(await makePdf([pdf => pdf.text(SAID)]))).toString('latin1');
    const hooked = plain.replace(/trailer\s*<</, `trailer\n<< /Encrypt << ${dictionary} >> /ID [<00> <00>]`);
    expect(await outcome(await writePdf(Buffer.from(hooked, 'latin1')))).toBe(SAID);
  });

  test('but not where its pages are ciphered by a method that is not known', async () => {
    const path = await locked('1.6', ours);
    const other = (await readFile(path)).toString('latin1').replace('/Filter /Standard', '/Filter /Standart');
    expect(await outcome(await writePdf(Buffer.from(other, 'latin1')))).toBe('encrypted');
  });
});

/** The text of the first page, or the code of the failure. */
async function outcome(path: string, passwords?: readonly string[]): Promise<string> {
  const opened = await backend.open(path, passwords ? { passwords } : {});
  if (!opened.ok) return opened.failure.code;
  const [region] = opened.document.pages[0]?.regions ?? [];
  return region?.kind === 'text' ? region.text : '';
}
