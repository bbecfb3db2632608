import { extname } from 'node:path';
import type { Failure, SourceKind } from '../domain/source.ts';
import { zipNames } from './zip-names.ts';

/**
 * What a file is, by its bytes; its name only tells apart what looks alike (Markdown, CSV, plain text).
 * @param bytes the beginning of the file, and its end where it is long
 */
export function recognise(bytes: Uint8Array, name: string): SourceKind | Failure {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (data.length === 0) return { code: 'empty', message: 'The file has no content.' };
  const head = data.toString('latin1', 0, PDF_HEADER_WITHIN);
  if (head.includes('%PDF-')) return 'pdf';
  const magic = data.toString('hex', 0, 16);
  if (ZIP.test(magic)) return recogniseZip(data);
  if (OLE.test(magic)) return recogniseOle(data, name);
  if (IMAGES.some(signature => signature.test(magic))) return 'image';
  const text = decodeSample(data);
  if (text !== null) return recogniseText(text, name);
  const extension = extname(name).toLowerCase();
  return NAMED_BINARY.has(extension)
    ? { code: 'damaged', message: `The file is named ${extension} but its content is not of that format.` }
    : { code: 'unsupported', message: 'The file is of no format that Dossier reads.' };
}

const NAMED_BINARY: ReadonlySet<string> = new Set([
  '.pdf',
  '.docx',
  '.pptx',
  '.xlsx',
  '.docm',
  '.pptm',
  '.xlsm',
]);

/** Readers accept a header anywhere in the first kilobyte. */
const PDF_HEADER_WITHIN = 1024;

/** First bytes as hex; a dot stands for any digit. */
const ZIP = /^504b(?:0304|0506|0708)/;
const OLE = /^d0cf11e0/;
const IMAGES: readonly RegExp[] = [
  /^89504e470d0a1a0a/,
  /^ffd8ff/,
  /^47494638(?:37|39)61/,
  /^52494646.{8}57454250/,
  /^(?:49492a00|4d4d002a)/,
  /^424d.{8}00000000/,
];

const PACKAGES: readonly (readonly [part: RegExp, kind: SourceKind])[] = [
  [/^ppt\/presentation\.xml$/, 'pptx'],
  [/^word\/document\d*\.xml$/, 'docx'],
  [/^xl\/workbook\.xml$/, 'xlsx'],
  [/^ppt\/slides\//, 'pptx'],
  [/^word\//, 'docx'],
  [/^xl\/worksheets\//, 'xlsx'],
];

function recogniseZip(data: Buffer): SourceKind | Failure {
  const names = zipNames(data);
  if (names.includes('xl/workbook.bin')) {
    return {
      code: 'unsupported',
      message: 'This is a binary Excel workbook (.xlsb); save it as .xlsx first.',
    };
  }
  const found = PACKAGES.find(([part]) => names.some(name => part.test(name)));
  if (found) return found[1];
  return {
    code: 'unsupported',
    message: 'This is a zip archive, but no Word, Excel or PowerPoint file; unpack it first.',
  };
}

const UTF16 = (text: string) => Buffer.from(text, 'utf16le');
const LEGACY: readonly (readonly [stream: string, format: string, save: string])[] = [
  ['PowerPoint Document', 'PowerPoint 97–2003 deck (.ppt)', '.pptx'],
  ['WordDocument', 'Word 97–2003 document (.doc)', '.docx'],
  ['Workbook', 'Excel 97–2003 workbook (.xls)', '.xlsx'],
  ['Book', 'Excel 5 workbook (.xls)', '.xlsx'],
];

function recogniseOle(data: Buffer, name: string): Failure {
  if (data.includes(UTF16('EncryptedPackage'))) {
    return {
      code: 'encrypted',
      message: 'The document is protected with a password; save a copy without one.',
    };
  }
  const [, format, save] = LEGACY.find(([stream]) => data.includes(UTF16(stream))) ??
    LEGACY.find(([, label]) => label.includes(`(${extname(name).toLowerCase()})`)) ?? [
      '',
      'document of an old Office format',
      'a current format',
    ];
  return {
    code: 'legacy_format',
    message: `This is ${/^E/.test(format) ? 'an' : 'a'} ${format}; convert it first: save it as ${save}.`,
  };
}

const SAMPLE = 64 * 1024;

/** The beginning as text, or null where it can't be text. */
function decodeSample(data: Buffer): string | null {
  const sample = data.subarray(0, SAMPLE);
  const utf16 =
    sample[0] === 0xff && sample[1] === 0xfe
      ? 'utf-16le'
      : sample[0] === 0xfe && sample[1] === 0xff
        ? 'utf-16be'
        : null;
  if (utf16) return new TextDecoder(utf16).decode(sample);
  if (sample.includes(0)) return null;
  const odd = sample.filter(byte => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)).length;
  return odd > sample.length * 0.02 ? null : sample.toString('utf8');
}

const BY_NAME: Readonly<Record<string, SourceKind>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.csv': 'csv',
  '.tsv': 'csv',
  '.tab': 'csv',
  '.htm': 'html',
  '.html': 'html',
  '.xhtml': 'html',
};

function recogniseText(text: string, name: string): SourceKind | Failure {
  if (text.trim() === '') return { code: 'empty', message: 'The file holds nothing but white space.' };
  if (/^\uFEFF?\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b/is.test(text)) return 'html';
  const named = BY_NAME[extname(name).toLowerCase()];
  if (named) return named;
  if (/^\s*\{\\rtf/.test(text))
    return { code: 'unsupported', message: 'This is a rich-text file (.rtf); save it as .docx first.' };
  if (
    /^\uFEFF?\s*(?:<\?xml[^>]*>|<!--.*?-->|<!doctype svg[^>[]*(?:\[.*?\]\s*)?>|\s)*<(?:svg:)?svg\b/is.test(
      text,
    )
  )
    return 'svg';
  if (/^\s*<\?xml\b/i.test(text))
    return { code: 'unsupported', message: 'This is an XML file, which Dossier does not read.' };
  return PLAIN.has(extname(name).toLowerCase())
    ? 'text'
    : {
        code: 'unsupported',
        message: 'This is text of no kind that Dossier reads (.txt, .md, .csv, .tsv, .html).',
      };
}

const PLAIN: ReadonlySet<string> = new Set(['', '.txt', '.text', '.log', '.pdf', '.docx', '.pptx', '.xlsx']);
