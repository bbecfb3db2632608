import { type Parts, partText, setPart } from '../../zip.ts';
import { el, val, XML_HEAD, xmlText } from '../xml.ts';
import type { FinishedDeck } from './index.ts';

const NAMESPACES = {
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:p': 'http://schemas.openxmlformats.org/presentationml/2006/main',
};

/** EMU, for notes pages of 6858000 × 9144000. */
const IMAGE = { x: 685800, y: 1143000, cx: 5486400, cy: 3086100 };
const TEXT = { x: 685800, y: 4400550, cx: 5486400, cy: 3600450 };

const COLOURS = [
  'bg1',
  'tx1',
  'bg2',
  'tx2',
  ...[1, 2, 3, 4, 5, 6].map(n => `accent${n}`),
  'hlink',
  'folHlink',
];

/**
 * Notes pages of our own: PptxGenJS puts the whole talk track into one line, and its notes master shares the slides'
 * theme and holds placeholders that PowerPoint takes out again.
 */
export function writeNotes(parts: Parts, { slides, lang }: FinishedDeck): void {
  setPart(parts, 'ppt/notesMasters/notesMaster1.xml', XML_HEAD + notesMaster());
  parts.set('ppt/theme/theme2.xml', parts.get('ppt/theme/theme1.xml') ?? new Uint8Array());
  const master = 'ppt/notesMasters/_rels/notesMaster1.xml.rels';
  setPart(parts, master, partText(parts, master).replace('theme1.xml', 'theme2.xml'));
  slides.forEach(({ notes }, index) => {
    setPart(parts, `ppt/notesSlides/notesSlide${index + 1}.xml`, XML_HEAD + notesSlide(notes, lang));
  });
}

function notesMaster(): string {
  const background = el('p:bg', {}, el('p:bgRef', { idx: 1001 }, val('a:schemeClr', 'bg1')));
  const image = shape(2, 'Slide Image Placeholder 1', { type: 'sldImg', idx: 2 }, frame(IMAGE), '');
  const text = shape(3, 'Notes Placeholder 2', { type: 'body', idx: 3 }, frame(TEXT), textBody(['']));
  const map = COLOURS.map((name): [string, string] => [name, MAPPED[name] ?? name]);
  return el(
    'p:notesMaster',
    NAMESPACES,
    el('p:cSld', {}, background, tree(image, text)),
    el('p:clrMap', Object.fromEntries(map)),
    el(
      'p:notesStyle',
      {},
      el('a:lvl1pPr', { marL: 0, algn: 'l' }, el('a:defRPr', { sz: 1200 }, themeText())),
    ),
  );
}

const MAPPED: Readonly<Record<string, string>> = { bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2' };

function themeText(): string {
  return (
    el('a:solidFill', {}, val('a:schemeClr', 'tx1')) +
    el('a:latin', { typeface: '+mn-lt' }) +
    el('a:ea', { typeface: '+mn-ea' }) +
    el('a:cs', { typeface: '+mn-cs' })
  );
}

function notesSlide(notes: readonly string[], lang: string): string {
  const image = shape(2, 'Slide Image Placeholder 1', { type: 'sldImg' }, '', '');
  const text = shape(3, 'Notes Placeholder 2', { type: 'body', idx: 1 }, '', textBody(notes, lang));
  return el(
    'p:notes',
    NAMESPACES,
    el('p:cSld', {}, tree(image, text)),
    el('p:clrMapOvr', {}, el('a:masterClrMapping')),
  );
}

function shape(
  id: number,
  name: string,
  placeholder: Readonly<Record<string, string | number>>,
  ...[position, body]: readonly [position: string, body: string]
): string {
  const locks: Record<string, number> =
    placeholder.type === 'sldImg' ? { noGrp: 1, noRot: 1, noChangeAspect: 1 } : { noGrp: 1 };
  const identity = el(
    'p:nvSpPr',
    {},
    el('p:cNvPr', { id, name }),
    el('p:cNvSpPr', {}, el('a:spLocks', locks)),
    el('p:nvPr', {}, el('p:ph', placeholder)),
  );
  return el('p:sp', {}, identity, el('p:spPr', {}, position), body);
}

function frame({ x, y, cx, cy }: typeof IMAGE): string {
  return (
    el('a:xfrm', {}, el('a:off', { x, y }), el('a:ext', { cx, cy })) +
    el('a:prstGeom', { prst: 'rect' }, el('a:avLst'))
  );
}

function textBody(paragraphs: readonly string[], lang = 'en'): string {
  const runs = paragraphs.map(text =>
    text === ''
      ? el('a:p')
      : el('a:p', {}, el('a:r', {}, el('a:rPr', { lang }), el('a:t', {}, xmlText(text)))),
  );
  return el('p:txBody', {}, el('a:bodyPr'), el('a:lstStyle'), ...(runs.length > 0 ? runs : [el('a:p')]));
}

function tree(...shapes: readonly string[]): string {
  const zero = { x: 0, y: 0 };
  const group = el(
    'p:grpSpPr',
    {},
    el(
      'a:xfrm',
      {},
      el('a:off', zero),
      el('a:ext', { cx: 0, cy: 0 }),
      el('a:chOff', zero),
      el('a:chExt', { cx: 0, cy: 0 }),
    ),
  );
  const identity = el(
    'p:nvGrpSpPr',
    {},
    el('p:cNvPr', { id: 1, name: '' }),
    el('p:cNvGrpSpPr'),
    el('p:nvPr'),
  );
  return el('p:spTree', {}, identity, group, ...shapes);
}
