import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { FailureError } from '../backend.ts';
import { unhooked, withoutAttachmentEncryption } from './attachments-only.ts';
import { PADDING, withEmptyUserPassword } from './empty-owner.ts';
import { spellings } from './passwords.ts';
import { hasSaneText } from './sane-text.ts';

export interface LoadOptions {
  /** Tried in turn where the file doesn't open without one. */
  readonly passwords?: readonly string[];
  /** Reading skips the pixels of pictures and the outlines of glyphs; drawing needs both. */
  readonly for: 'reading' | 'drawing';
}

/**
 * The document at `path`, to be handed back by `close`.
 * @throws FailureError `encrypted`, `wrong_password`, `damaged` or `empty`
 */
export async function load(path: string, options: LoadOptions): Promise<PDFDocumentProxy> {
  const data = new Uint8Array(await readFile(path));
  if (data.length === 0) throw new FailureError('empty', 'The file holds no bytes.');
  try {
    return await openBytes(withoutAttachmentEncryption(data) ?? Uint8Array.from(data), options);
  } catch (error) {
    const opened = await openAllTheSame(data, options);
    if (opened) return opened;
    throw asFailure(error, options.passwords?.length ?? 0);
  }
}

/**
 * A document whose encryption stops pdf.js and not others: its owner's password is empty, or what it says of its
 * encryption isn't true and its pages can be read as they stand.
 */
async function openAllTheSame(data: Uint8Array, options: LoadOptions): Promise<PDFDocumentProxy | null> {
  const unlocked = withEmptyUserPassword(data);
  if (unlocked) return openBytes(unlocked, options).catch(() => null);
  const bare = unhooked(data);
  const document = bare && (await openBytes(bare, options).catch(() => null));
  if (!document || (await hasSaneText(document))) return document;
  await close(document);
  return null;
}

async function openBytes(
  data: Uint8Array,
  { passwords = [], ...options }: LoadOptions,
): Promise<PDFDocumentProxy> {
  const task = getDocument({
    data,
    ...ASSETS,
    verbosity: 0,
    useSystemFonts: false,
    isEvalSupported: false,
    ...(options.for === 'reading' ? READING : {}),
  });
  const untried = [...passwords.flatMap(spellings), PADDING];
  task.onPassword = (give: (password: string | Error) => void) => {
    give(untried.shift() ?? new Error('No password is left to try.'));
  };
  try {
    return await task.promise;
  } catch (cause) {
    await task.destroy().catch(() => undefined);
    throw cause;
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

const FOREIGN_METHOD =
  /unknown encryption method|unsupported encryption algorithm|unknown crypto method|crypt filter/i;

function asFailure(cause: unknown, passwords: number): FailureError {
  const { name = '', message = String(cause) } = cause as Partial<Error>;
  if (FOREIGN_METHOD.test(message)) {
    const what = 'The PDF is encrypted in a way that no password opens; save a copy without protection.';
    return new FailureError('encrypted', what, { cause });
  }
  if (name !== 'PasswordException') {
    return new FailureError('damaged', `The file is not a PDF that can be opened: ${message}`, { cause });
  }
  if (passwords === 0) {
    return new FailureError('encrypted', 'The PDF is encrypted. It needs a password.', { cause });
  }
  const tried =
    passwords === 1
      ? "The password given for it doesn't open it"
      : `None of the ${passwords} passwords given for it opens it`;
  return new FailureError('wrong_password', `The PDF is encrypted. ${tried}.`, { cause });
}
