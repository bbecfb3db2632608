import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { Page, TextRegion } from '../../domain/region.ts';

/** The title that the file states where it reads like one, else the first title or top heading in its first pages, else ''. */
export async function documentTitle(document: PDFDocumentProxy, pages: readonly Page[]): Promise<string> {
  return (await statedTitle(document)) || firstTitle(pages);
}

/** The title in the file's metadata; '' where there is none or it is a file's name. */
export async function statedTitle(document: PDFDocumentProxy): Promise<string> {
  const metadata = await document.getMetadata().catch(() => null);
  const stated = (metadata?.info as { Title?: unknown } | undefined)?.Title;
  const title = typeof stated === 'string' ? stated.replace(/\s+/g, ' ').trim() : '';
  return isSane(title) ? title : '';
}

const FILE_NAME =
  /\.(?:docx?|pdf|pptx?|xlsx?|indd|qxd|html?|tex|dvi|ps|rtf|txt|tmp|p65|ai)\b|[\\/]|^microsoft |^untitled|^slide \d|^document\d*$|^\W*$|_\w+_/i;

export function isSane(title: string): boolean {
  const words = title.split(' ').length;
  return (
    title.length >= 4 &&
    title.length <= 200 &&
    /\p{L}{3}/u.test(title) &&
    !FILE_NAME.test(title) &&
    (words > 1 || /^\p{Lu}\p{Ll}+$/u.test(title))
  );
}

function firstTitle(pages: readonly Page[]): string {
  const texts = pages.slice(0, 3).flatMap(page => page.regions.filter(isTitle));
  const best = texts.find(text => text.role === 'title') ?? texts.find(text => text.level === 1) ?? texts[0];
  return best?.text ?? '';
}

function isTitle(region: Page['regions'][number]): region is TextRegion {
  return region.kind === 'text' && (region.role === 'title' || region.role === 'heading');
}
