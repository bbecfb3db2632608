import type { OpenOptions } from './backend.ts';

/** The pages to read of a document that has `count`, in order, and a warning where the limit leaves some out. */
export function choosePages(
  count: number,
  { pages, maxPages = Number.POSITIVE_INFINITY }: Pick<OpenOptions, 'pages' | 'maxPages'>,
): { readonly pages: readonly number[]; readonly warnings: readonly string[] } {
  const asked = pages
    ? pages.filter(page => page >= 1 && page <= count)
    : Array.from({ length: count }, (_, i) => i + 1);
  if (asked.length <= maxPages) return { pages: asked, warnings: [] };
  const warning = `Only the first ${maxPages} of ${asked.length} pages were read.`;
  return { pages: asked.slice(0, maxPages), warnings: [warning] };
}
