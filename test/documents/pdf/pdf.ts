import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';

type Draw = (pdf: PDFKit.PDFDocument) => void;

/** A PDF of A4 pages in a folder of its own. Each function draws one page. */
export async function makePdf(
  pages: readonly Draw[],
  options: PDFKit.PDFDocumentOptions = {},
): Promise<string> {
  const pdf = new PDFDocument({ size: 'A4', margin: 50, autoFirstPage: false, ...options });
  const chunks: Buffer[] = [];
  pdf.on('data', chunk => chunks.push(chunk));
  const done = new Promise(resolve => pdf.on('end', resolve));
  for (const draw of pages) {
    pdf.addPage();
    draw(pdf);
  }
  pdf.end();
  await done;
  return writePdf(Buffer.concat(chunks));
}

export async function writePdf(bytes: Uint8Array): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'dossier-pdf-')), 'made.pdf');
  await writeFile(path, bytes);
  return path;
}
