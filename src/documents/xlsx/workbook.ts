import type { OfficePackage } from '../package/office-package.ts';
import { attr, child, childrenOf, elements, isOn, prefixed, textOf, type Xml } from '../package/xml.ts';
import { NO_STYLES, readStyles, type Styles } from './styles.ts';

export interface SheetRef {
  readonly name: string;
  readonly part: string | undefined;
  readonly hidden: boolean;
}

/** What all sheets of a workbook share. */
export interface Workbook {
  readonly pack: OfficePackage;
  readonly sheets: readonly SheetRef[];
  readonly strings: readonly string[];
  readonly styles: Styles;
  readonly date1904: boolean;
}

/** Null where there is neither a workbook part nor a sheet. */
export async function readWorkbook(pack: OfficePackage): Promise<Workbook | null> {
  const main = await pack.mainPart('xl/workbook.xml');
  const root = main === undefined ? null : await pack.xml(main).catch(() => null);
  const listed = main === undefined || !root ? [] : await listedSheets(pack, main, root);
  const sheets = listed.length > 0 ? listed : sheetParts(pack);
  if (sheets.length === 0) return null;
  const strings = await siblingXml(pack, main, 'sharedStrings', 'xl/sharedStrings.xml');
  const styles = await siblingXml(pack, main, 'styles', 'xl/styles.xml');
  return {
    pack,
    sheets,
    strings: childrenOf(strings, 'si').map(richText),
    styles: styles ? readStyles(styles) : NO_STYLES,
    date1904: isOn(attr(child(root, 'workbookPr'), 'date1904')),
  };
}

/** Text of a shared or inline string; phonetic hints are left out. */
export function richText(item: Xml): string {
  return elements(item)
    .map(part => (part.name === 't' ? textOf(part) : part.name === 'r' ? textOf(child(part, 't')) : ''))
    .join('');
}

async function listedSheets(pack: OfficePackage, main: string, root: Xml): Promise<readonly SheetRef[]> {
  const relations = await pack.relationships(main).catch(() => []);
  return childrenOf(child(root, 'sheets'), 'sheet').map((sheet, i) => {
    const target = relations.find(relation => relation.id === prefixed(sheet, 'id'))?.target;
    const usual = `xl/worksheets/sheet${i + 1}.xml`;
    const part = [target, usual].find(name => name !== undefined && pack.zip.has(name));
    return { name: attr(sheet, 'name') ?? '', part, hidden: /hidden/i.test(attr(sheet, 'state') ?? '') };
  });
}

function sheetParts(pack: OfficePackage): readonly SheetRef[] {
  return pack.zip.names
    .filter(name => /^xl\/worksheets\/[^/]+\.xml$/i.test(name))
    .map(part => ({ name: part.replace(/^.*\/|\.xml$/gi, ''), part, hidden: false }));
}

async function siblingXml(pack: OfficePackage, main: string | undefined, type: string, usual: string) {
  const named = main === undefined ? undefined : await pack.relatedByType(main, type).catch(() => undefined);
  return pack.xml(named?.target ?? usual).catch(() => null);
}
