import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPasswordFile } from '../../src/config/index.ts';

const write = (content: string) => {
  const path = join(mkdtempSync(join(tmpdir(), 'dossier-passwords-')), 'passwords');
  writeFileSync(path, content);
  return path;
};

describe('a password file', () => {
  test.each([
    ['a password for all', 'open sesame \n', [[null, 'open sesame ']]],
    ['a file and its password', 'a/q4.pdf\ts3 cret\t!\n', [['a/q4.pdf', 's3 cret\t!']]],
    [
      'notes, blank lines, a mark of byte order and ends of Windows',
      '\uFEFF# ours\r\n\r\n#1\r\n*.pdf \tx\r\n',
      [
        [null, '#1'],
        ['*.pdf', 'x'],
      ],
    ],
  ])('holds %s', (_, content, expected) => {
    expect(readPasswordFile(write(content)).map(({ file, password }) => [file, password])).toEqual(expected);
  });

  test.each([
    ['nothing', '# none\n', /holds no password/],
    ['no file before a tab', 'a\n\tsecret\n', /passwords:2 has no file before its tab/],
    ['no password after a tab', 'secret.pdf\t\n', /passwords:1 has no password after its tab/],
  ])('that holds %s is refused without a word of it', (_, content, message) => {
    const read = () => readPasswordFile(write(content));
    expect(read).toThrow(message);
    expect(read).not.toThrow(/secret/);
  });

  test('that is not there is named', () => {
    expect(() => readPasswordFile('/none/passwords')).toThrow(/\/none\/passwords can't be read \(ENOENT\)/);
  });
});
