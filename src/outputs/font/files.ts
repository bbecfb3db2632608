import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Liberation Sans, whose widths equal Arial's; pdfjs-dist ships it, so that it is the same on every machine. */
export interface FontFiles {
  readonly regular: string;
  readonly bold: string;
}

export function fontFiles(): FontFiles {
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const file = (name: string) => join(root, 'standard_fonts', `LiberationSans-${name}.ttf`);
  return { regular: file('Regular'), bold: file('Bold') };
}
