import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { Page, TextRegion } from '../../domain/region.ts';

/** The title that the file states where it reads like one, else what its pages say; '' where neither does. */
export async function documentTitle(document: PDFDocumentProxy, pages: readonly Page[]): Promise<string> {
  return (await statedTitle(document)) || titleOnPages(pages);
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

/**
 * What a document is to be cited as, else its cover's title, in the words of the running headers where these say more
 * ("SIEMENS SUSTAINABILITY REPORT 2024"), else a heading of its first pages that names more than a chapter; else ''.
 */
export function titleOnPages(pages: readonly Page[]): string {
  const texts = pages.slice(0, FIRST_PAGES).map(page => page.regions.filter(isText));
  const cover = texts[0]?.find(text => text.role === 'title' && isName(text.text))?.text ?? '';
  const running = runningTitle(pages);
  const fuller = running.toLowerCase().includes(cover.toLowerCase()) ? running : '';
  return citedAs(texts.flat()) || fuller || cover || headingOf(texts.flat());
}

const FIRST_PAGES = 3;
const CITATION = /\b(?:recommended|suggested) citation\b|\bcite (?:as|this)\b/i;

function citedAs(texts: readonly TextRegion[]): string {
  const at = texts.findIndex(text => CITATION.test(text.text));
  const cited = at < 0 ? '' : `${texts[at]!.text} ${texts[at + 1]?.text ?? ''}`;
  return /“([^“”]{8,200}?)[.,]?”/.exec(cited)?.[1] ?? '';
}

const REPORT =
  /\b(?:reports?|review|survey|outlook|update|study|strategy|plan|handbook|manual|guide|results|statement|bericht|rapport)\b/i;
const LONGEST_RUNNING = 90;

/** What headers and footers call the document, page numbers and chapters aside, from its first pages on. */
function runningTitle(pages: readonly Page[]): string {
  const seen = new Map<string, number[]>();
  for (const { page, regions } of pages) {
    const edges = regions.filter(isText).filter(({ role }) => role === 'header' || role === 'footer');
    const names = edges.flatMap(({ text }) =>
      text.split(/(?:^|\s)\d{1,3}(?=\s|$)|\s[|•·]\s/).map(name => name.trim()),
    );
    for (const name of new Set(names.filter(isRunning))) seen.set(name, [...(seen.get(name) ?? []), page]);
  }
  const again = [...seen].filter(([, on]) => on.length > 1 && on[0]! <= FIRST_PAGES);
  return again.sort((a, b) => b[1].length - a[1].length)[0]?.[0] ?? '';
}

function isRunning(name: string): boolean {
  return name.length <= LONGEST_RUNNING && name.includes(' ') && REPORT.test(name) && isName(name);
}

function headingOf(texts: readonly TextRegion[]): string {
  const named = texts.filter(
    ({ role, text }) => (role === 'title' || role === 'heading') && isName(text) && !CHAPTER.test(text),
  );
  return (
    (named.find(text => text.role === 'title') ?? named.find(text => text.level === 1) ?? named[0])?.text ??
    ''
  );
}

/** What stands over a part of a document, or over what comes before its first part. */
const CHAPTER =
  /^(?:about|our|key figures|(?:table of )?contents|dear|foreword|preface|editorial|(?:main |key )?findings|overview|introduction|(?:executive )?summary|highlights|acknowledge?ments?|terminology|methodology|abstract|disclaimer|forward-looking|letter|message|chairman|chief|president|we)\b/i;

/** Neither a salutation nor a note: "Dear Shareholders:", "² Social and governance". */
function isName(text: string): boolean {
  return (
    /^[\p{L}\d“"'(]/u.test(text) &&
    !/^[⁰¹²³⁴-⁹]|[:;,]$|>>|^\p{Ll}/u.test(text) &&
    !/^table of contents$/i.test(text)
  );
}

function isText(region: Page['regions'][number]): region is TextRegion {
  return region.kind === 'text';
}
