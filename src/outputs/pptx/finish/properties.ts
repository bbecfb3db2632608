import { type Parts, setPart } from '../../zip.ts';
import { el, XML_HEAD, xmlText } from '../xml.ts';
import type { FinishedDeck } from './index.ts';

/** When a deck was made is in `run.json`; in the package it would make equal decks differ. */
const FIXED_TIME = '2000-01-01T00:00:00Z';

export function writeProperties(parts: Parts, { title, slides }: FinishedDeck): void {
  setPart(parts, 'docProps/core.xml', XML_HEAD + core(title));
  setPart(parts, 'docProps/app.xml', XML_HEAD + app(slides.length));
}

function core(title: string): string {
  const time = (name: string) => el(`dcterms:${name}`, { 'xsi:type': 'dcterms:W3CDTF' }, FIXED_TIME);
  return el(
    'cp:coreProperties',
    {
      'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    el('dc:title', {}, xmlText(title)),
    el('dc:creator', {}, 'Dossier'),
    el('cp:lastModifiedBy', {}, 'Dossier'),
    el('cp:revision', {}, '1'),
    time('created'),
    time('modified'),
  );
}

function app(slides: number): string {
  return el(
    'Properties',
    { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
    el('TotalTime', {}, '0'),
    el('Application', {}, 'Dossier'),
    el('PresentationFormat', {}, 'Widescreen'),
    el('Slides', {}, String(slides)),
    el('Notes', {}, String(slides)),
    el('HiddenSlides', {}, '0'),
  );
}
