import type { Parts } from '../../zip.ts';
import { all, editPart, first, fragment } from '../dom.ts';
import { BODY, type Frame, SIZES, TITLE } from '../page.ts';
import { el } from '../xml.ts';

/**
 * The master gets the placeholders that layouts inherit from, and titles that look like ours: PptxGenJS leaves it
 * empty but for a slide number, and its titles are centred at 44 points.
 */
export function mendMaster(parts: Parts): void {
  editPart(parts, 'ppt/slideMasters/slideMaster1.xml', document => {
    const tree = first(document, 'p:spTree');
    const number = all(tree, 'p:sp')[0] ?? null;
    tree.insertBefore(
      fragment(document, placeholder('Title Placeholder 1', { type: 'title' }, TITLE)),
      number,
    );
    tree.insertBefore(
      fragment(document, placeholder('Text Placeholder 2', { type: 'body', idx: 1 }, BODY)),
      number,
    );
    for (const field of all(tree, 'a:t')) field.textContent = '‹#›';
    const style = all(first(document, 'p:titleStyle'), 'a:lvl1pPr')[0];
    style?.setAttribute('algn', 'l');
    const run = style === undefined ? undefined : all(style, 'a:defRPr')[0];
    run?.setAttribute('sz', String(SIZES.title[0] * 100));
    run?.setAttribute('b', '1');
    if (run) all(run, 'a:schemeClr')[0]?.setAttribute('val', 'tx2');
  });
  for (const name of parts.keys()) {
    if (!/^ppt\/slideLayouts\/[^/]+\.xml$/.test(name)) continue;
    editPart(parts, name, document => {
      const data = first(document, 'p:cSld');
      if (data.getAttribute('name') === 'DEFAULT') data.setAttribute('name', 'Blank');
      for (const field of all(document, 'a:fld')) first(field, 'a:t').textContent = '‹#›';
    });
  }
}

function placeholder(name: string, kind: Readonly<Record<string, string | number>>, frame: Frame): string {
  const identity = el(
    'p:nvSpPr',
    {},
    el('p:cNvPr', { id: 1, name }),
    el('p:cNvSpPr', {}, el('a:spLocks', { noGrp: 1 })),
    el('p:nvPr', {}, el('p:ph', kind)),
  );
  const place = el(
    'a:xfrm',
    {},
    el('a:off', { x: emu(frame.x), y: emu(frame.y) }),
    el('a:ext', { cx: emu(frame.w), cy: emu(frame.h) }),
  );
  const shape = el('p:spPr', {}, place, el('a:prstGeom', { prst: 'rect' }, el('a:avLst')));
  const body = el('a:bodyPr', { lIns: 0, tIns: 0, rIns: 0, bIns: 0, anchor: 't' }, el('a:normAutofit'));
  const text = el('a:p', {}, el('a:endParaRPr', { lang: 'en-US' }));
  return el('p:sp', {}, identity, shape, el('p:txBody', {}, body, el('a:lstStyle'), text));
}

function emu(inches: number): number {
  return Math.round(inches * 914400);
}
