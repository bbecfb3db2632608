import { createRequire } from 'node:module';
import type pptxgen from 'pptxgenjs';

// Its types describe the CommonJS build, so that is the one that is loaded.
export type Presentation = pptxgen.default;
export type PptxSlide = pptxgen.default.Slide;
export type TableRow = pptxgen.default.TableRow;
export type MasterProps = pptxgen.default.SlideMasterProps;
export type PlaceholderProps = pptxgen.default.PlaceholderProps;

/** A new, empty presentation. The library is loaded here, on first use. */
export function newPresentation(): Presentation {
  const PptxGenJS: typeof pptxgen.default = createRequire(import.meta.url)('pptxgenjs');
  return new PptxGenJS();
}
