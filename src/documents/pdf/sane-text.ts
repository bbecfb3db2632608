import type { PDFDocumentProxy } from 'pdfjs-dist';

/** Pages looked at, and letters that they must show. */
const PAGES = 5;
const LETTERS = 20;
/** Of text, what is letters, digits, blanks and common signs; bytes that were ciphered have about half. */
const SANE_SHARE = 0.9;

/** Whether the first pages show text that reads as text. */
export async function hasSaneText(document: PDFDocumentProxy): Promise<boolean> {
  const texts: string[] = [];
  for (let page = 1; page <= Math.min(PAGES, document.numPages); page++) {
    texts.push(await textOf(document, page).catch(() => ''));
  }
  const text = texts.join(' ').replace(/\s+/g, ' ');
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const sane = text.match(/[\p{L}\p{N} .,;:!?()%$€£&/'"“”‘’–—-]/gu)?.length ?? 0;
  return letters >= LETTERS && sane >= SANE_SHARE * text.length;
}

async function textOf(document: PDFDocumentProxy, number: number): Promise<string> {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  return items.map(item => ('str' in item ? item.str : '')).join(' ');
}
