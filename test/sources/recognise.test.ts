import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { recognise } from '../../src/sources/index.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');
const zip = (...names: string[]) => zipSync(Object.fromEntries(names.map(name => [name, strToU8('x')])));
const ole = (stream: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(stream, 'utf16le')]);

describe('a file is what its bytes say', () => {
  test.each([
    ['a PDF under another name', bytes('%PDF-1.7\n'), 'notes.txt', 'pdf'],
    ['a PDF behind junk', bytes(`${'x'.repeat(500)}%PDF-1.4`), 'a.pdf', 'pdf'],
    ['a deck', zip('[Content_Types].xml', 'ppt/presentation.xml'), 'a.bin', 'pptx'],
    ['a Word document', zip('[Content_Types].xml', 'word/document.xml'), 'a.zip', 'docx'],
    ['a workbook', zip('xl/workbook.xml'), 'a.xlsx', 'xlsx'],
    [
      'a workbook of a program that writes backslashes',
      zip('[content_types].xml', 'xl\\workbook.xml'),
      'a',
      'xlsx',
    ],
    ['a deck whose end is cut off', zip('ppt/presentation.xml', 'b', 'c').subarray(0, 90), 'a', 'pptx'],
    ['a drawing', bytes('<?xml version="1.0"?><svg xmlns="x"/>'), 'a.svg', 'svg'],
    ['a picture', bytes('\x89PNG\r\n\x1a\n....'), 'a', 'image'],
    ['a photograph', bytes('\xff\xd8\xff\xe0'), 'a.pdf', 'image'],
    ['a web page called .pdf', bytes('<!DOCTYPE html><html></html>'), 'a.pdf', 'html'],
    ['Markdown', bytes('# Title'), 'a.md', 'markdown'],
    ['a table', bytes('a;b\n1;2'), 'a.csv', 'csv'],
    ['plain text', bytes('Hello.'), 'a.txt', 'text'],
    ['UTF-16 text', Buffer.from('\ufeffHello', 'utf16le'), 'a.txt', 'text'],
  ])('%s', (_, content, name, kind) => {
    expect(recognise(content, name)).toBe(kind);
  });

  test.each([
    ['an empty file', new Uint8Array(), 'a.pdf', 'empty'],
    ['white space', bytes(' \n'), 'a.txt', 'empty'],
    ['an old Word document', ole('WordDocument'), 'a.doc', 'legacy_format'],
    ['an old deck', ole('PowerPoint Document'), 'a.pptx', 'legacy_format'],
    ['a protected workbook', ole('EncryptedPackage'), 'a.xlsx', 'encrypted'],
    ['any other archive', zip('readme.txt'), 'a.zip', 'unsupported'],
    ['an archive of documents', zip('report/word/document.xml.docx'), 'a.zip', 'unsupported'],
    ['what is only called a PDF', Buffer.from([0, 1, 2, 3]), 'a.pdf', 'damaged'],
    ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1]), 'a', 'unsupported'],
    ['source code', bytes('let x = 1;'), 'a.js', 'unsupported'],
  ])('%s is refused as it should be', (_, content, name, code) => {
    expect(recognise(content, name)).toMatchObject({ code, message: expect.stringMatching(/\.$/) });
  });
});
