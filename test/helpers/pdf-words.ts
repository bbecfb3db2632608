import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface PdfWord {
  readonly text: string;
  /** Fractions of the page, origin at the top left. */
  readonly box: readonly [x: number, y: number, width: number, height: number];
}

/** The text runs of every page, as pdf.js gives them: apart from our own reader, so that it can be held against it. */
export async function pdfWords(bytes: Uint8Array): Promise<readonly (readonly PdfWord[])[]> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: false });
  const document = await task.promise;
  const pages: PdfWord[][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    pages.push(
      items.flatMap(item => {
        if (!('str' in item) || item.str.trim() === '') return [];
        const [x, y] = [item.transform[4] as number, item.transform[5] as number];
        const box = [
          x / width,
          (height - y - item.height) / height,
          item.width / width,
          item.height / height,
        ] as const;
        return [{ text: item.str, box }];
      }),
    );
  }
  await task.destroy();
  return pages;
}
