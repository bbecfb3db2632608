import type { PDFPageProxy } from 'pdfjs-dist';
import { readInk } from './ink.ts';
import type { Matrix } from './matrix.ts';
import { withMinusSigns } from './minus.ts';
import type { FontFace } from './pen.ts';
import { type Sheet, toSheet } from './sheet.ts';

export interface SheetSource {
  readonly proxy: PDFPageProxy;
  readonly label: string;
  /** Whether an optional content group is shown. */
  readonly visible: (group: unknown) => boolean;
}

/** One page's ink, read in a single pass over its operators: pdf.js's own text extraction would parse it a second time. */
export async function readSheet({ proxy, label, visible }: SheetSource): Promise<Sheet> {
  const viewport = proxy.getViewport({ scale: 1 });
  const { width, height } = viewport;
  const operators = await proxy.getOperatorList();
  const ink = readInk({
    operators,
    viewport: viewport.transform as unknown as Matrix,
    page: { x0: 0, y0: 0, x1: width, y1: height },
    font: fontsOf(proxy),
    visible,
    gradient: name => (proxy.objs.has(name) ? proxy.objs.get(name) : null),
  });
  const sheet = toSheet(ink, {
    page: proxy.pageNumber,
    label,
    width,
    height,
    operators: operators.fnArray.length,
  });
  return withMinusSigns(sheet);
}

/** Besides the plain words: the bold faces of Nimbus and of Computer Modern. */
const BOLD = /bold|black|heavy|demi|-bd\b|-medi(?:obli|ital)?$|(?:^|\+)(?:cmbx|sfbx|cmssbx)/i;
const ITALIC = /italic|oblique|-it\b/i;
const THOUSANDTH = [0.001, 0, 0, 0.001, 0, 0];

/** A font of pdf.js, as far as it is declared here. */
interface PdfFont {
  readonly name?: string;
  readonly bold?: boolean;
  readonly black?: boolean;
  readonly italic?: boolean;
  readonly vertical?: boolean;
  readonly isType3Font?: boolean;
  readonly fontMatrix?: ArrayLike<number>;
  readonly defaultVMetrics?: readonly [number, number, number];
}

function fontsOf(proxy: PDFPageProxy): (id: string) => FontFace | null {
  const known = new Map<string, FontFace | null>();
  return id => {
    let face = known.get(id);
    if (face === undefined) {
      face = proxy.commonObjs.has(id) ? toFace(proxy.commonObjs.get(id) as PdfFont) : null;
      known.set(id, face);
    }
    return face;
  };
}

function toFace(font: PdfFont): FontFace {
  const name = font.name ?? '';
  return {
    name,
    bold: font.bold === true || font.black === true || BOLD.test(name),
    italic: font.italic === true || ITALIC.test(name),
    type3: font.isType3Font === true,
    vertical: font.vertical === true,
    matrix: font.fontMatrix ?? THOUSANDTH,
    ...(font.defaultVMetrics ? { defaultVMetrics: font.defaultVMetrics } : {}),
  };
}
