import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { FailureError } from '../backend.ts';
import { withoutAttachmentEncryption } from './attachments-only.ts';

export interface LoadOptions {
  readonly password?: string;
  /** Reading skips the pixels of pictures and the outlines of glyphs; drawing needs both. */
  readonly for: 'reading' | 'drawing';
}

/**
 * The document at `path`, to be handed back by `close`.
 * @throws FailureError `encrypted`, `damaged` or `empty`
 */
export async function load(path: string, options: LoadOptions): Promise<PDFDocumentProxy> {
  const data = new Uint8Array(await readFile(path));
  if (data.length === 0) throw new FailureError('empty', 'The file holds no bytes.');
  const open = options.password === undefined ? withoutAttachmentEncryption(data) : null;
  return openBytes(open ?? data, options);
}

async function openBytes(data: Uint8Array, options: LoadOptions): Promise<PDFDocumentProxy> {
  const task = getDocument({
    data,
    ...ASSETS,
    verbosity: 0,
    useSystemFonts: false,
    isEvalSupported: false,
    ...(options.password === undefined ? {} : { password: options.password }),
    ...(options.for === 'reading' ? READING : {}),
  });
  try {
    return await task.promise;
  } catch (cause) {
    await task.destroy().catch(() => undefined);
    throw asFailure(cause, options.password !== undefined);
  }
}

export async function close(document: PDFDocumentProxy): Promise<void> {
  await document.loadingTask.destroy().catch(() => undefined);
}

/** Pictures with more pixels than this are not decoded when a page is read; `ink.ts` finds where they lie. */
const DECODED_PIXELS = 10_000;

// pdf.js traces the outline of every glyph unless it may hand fonts to a browser, so it gets a browser's worth of nothing.
const NO_FONTS_TO_LOAD = {
  createElement: () => ({ sheet: { insertRule: () => 0, cssRules: [] }, remove: () => undefined }),
  documentElement: { getElementsByTagName: () => [{ append: () => undefined }] },
};

const READING = {
  maxImageSize: DECODED_PIXELS,
  disableFontFace: false,
  ownerDocument: NO_FONTS_TO_LOAD,
} as object;

const ROOT = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const ASSETS = {
  standardFontDataUrl: folder('standard_fonts'),
  cMapUrl: folder('cmaps'),
  cMapPacked: true,
  wasmUrl: folder('wasm'),
  iccUrl: folder('iccs'),
};

function folder(name: string): string {
  return join(ROOT, name) + sep;
}

function asFailure(cause: unknown, hadPassword: boolean): FailureError {
  const { name = '', message = String(cause) } = cause as Partial<Error>;
  if (name === 'PasswordException') {
    const what = hadPassword ? 'The password does not open it.' : 'It needs a password.';
    return new FailureError('encrypted', `The PDF is encrypted. ${what}`, { cause });
  }
  return new FailureError('damaged', `The file is not a PDF that can be opened: ${message}`, { cause });
}
