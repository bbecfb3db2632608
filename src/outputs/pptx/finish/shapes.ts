import type { Parts } from '../../zip.ts';
import { all, type Document, type Element, editPart, fragment } from '../dom.ts';
import type { FinishedDeck } from './index.ts';

const EMPTY_TEXT = '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-US"/></a:p></p:txBody>';

/** Mends what PptxGenJS leaves wrong or out in slides, layouts and the master. */
export function mendShapes(parts: Parts, { slides, lang }: FinishedDeck): void {
  for (const name of parts.keys()) {
    if (!/^ppt\/(slides|slideLayouts|slideMasters)\/[^/]+\.xml$/.test(name)) continue;
    editPart(parts, name, document => {
      uniqueIds(document);
      themeFonts(document);
      textBodies(document);
      backgrounds(document);
      bulletColours(document);
      for (const part of all(document, 'a:tblPr')) part.setAttribute('firstRow', '1');
      for (const run of all(document, 'a:rPr')) {
        run.setAttribute('lang', lang);
        run.removeAttribute('dirty');
      }
    });
  }
  slides.forEach(({ alts }, index) => {
    editPart(parts, `ppt/slides/slide${index + 1}.xml`, document => {
      describe(document, alts);
      for (const placeholder of all(document, 'p:ph')) placeholder.removeAttribute('hasCustomPrompt');
      for (const data of all(document, 'p:cSld')) data.removeAttribute('name');
    });
  });
}

/** Ids count from 1 in drawing order: PptxGenJS repeats them where a slide has a table or a slide number. */
function uniqueIds(document: Document): void {
  all(document, 'p:cNvPr').forEach((shape, index) => {
    shape.setAttribute('id', String(index + 1));
  });
}

/** `+mn-lt` is the Latin font only; East Asian and complex scripts have theme fonts of their own. */
function themeFonts(document: Document): void {
  for (const [name, suffix] of [
    ['a:ea', 'ea'],
    ['a:cs', 'cs'],
  ] as const) {
    for (const font of all(document, name)) {
      const face = font.getAttribute('typeface') ?? '';
      font.setAttribute('typeface', face.replace(/^(\+m[jn])-lt$/, `$1-${suffix}`));
    }
  }
  for (const name of ['a:latin', 'a:ea', 'a:cs']) {
    for (const font of all(document, name)) {
      font.removeAttribute('pitchFamily');
      font.removeAttribute('charset');
    }
  }
}

function textBodies(document: Document): void {
  for (const shape of all(document, 'p:sp')) {
    if (all(shape, 'p:txBody').length === 0) shape.appendChild(fragment(document, EMPTY_TEXT));
  }
}

/** Bullets and numbers in the first accent colour; the order of children is fixed, so it goes before their size. */
function bulletColours(document: Document): void {
  for (const size of all(document, 'a:buSzPct')) {
    const colour = fragment(document, '<a:buClr><a:schemeClr val="accent1"/></a:buClr>');
    size.parentNode?.insertBefore(colour, size);
  }
}

function backgrounds(document: Document): void {
  for (const background of all(document, 'p:bgPr')) {
    if (all(background, 'a:effectLst').length === 0) {
      background.appendChild(fragment(document, '<a:effectLst/>'));
    }
  }
}

/** Alternative text on what isn't text; lines are decoration and say so. */
function describe(document: Document, alts: ReadonlyMap<string, string>): void {
  for (const shape of all(document, 'p:cNvPr')) {
    const alt = alts.get(shape.getAttribute('name') ?? '');
    if (alt !== undefined) shape.setAttribute('descr', alt);
    if (shape.getAttribute('name') === 'Rule') markDecorative(document, shape);
  }
}

function markDecorative(document: Document, shape: Element): void {
  shape.appendChild(
    fragment(
      document,
      '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">' +
        '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>' +
        '</a:ext></a:extLst>',
    ),
  );
}
