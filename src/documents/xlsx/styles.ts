import { attr, child, childrenOf, numberAttr, type Xml } from '../package/xml.ts';

export interface Styles {
  /** Number format of a cell by its style index; `General` where it has none. */
  formatOf(style: number | undefined): string;
}

export const NO_STYLES: Styles = { formatOf: () => 'General' };

export function readStyles(root: Xml): Styles {
  const own = new Map(
    childrenOf(child(root, 'numFmts'), 'numFmt').map(format => [
      numberAttr(format, 'numFmtId') ?? -1,
      attr(format, 'formatCode') ?? 'General',
    ]),
  );
  const formats = childrenOf(child(root, 'cellXfs'), 'xf').map(xf => {
    const id = numberAttr(xf, 'numFmtId') ?? 0;
    return own.get(id) ?? BUILT_IN[id] ?? 'General';
  });
  return { formatOf: style => (style === undefined ? 'General' : (formats[style] ?? 'General')) };
}

/** ECMA-376 part 1, 18.8.30; the rest are local variants of dates. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'yyyy-mm-dd',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy-mm-dd h:mm',
  37: '#,##0;(#,##0)',
  38: '#,##0;(#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;(#,##0.00)',
  41: '#,##0;(#,##0)',
  42: '"$"#,##0;("$"#,##0)',
  43: '#,##0.00;(#,##0.00)',
  44: '"$"#,##0.00;("$"#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss',
};
