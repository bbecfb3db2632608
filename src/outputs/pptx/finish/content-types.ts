import { BugError } from '../../../errors.ts';
import { type Parts, setPart } from '../../zip.ts';
import { el, XML_HEAD } from '../xml.ts';

const OFFICE = 'application/vnd.openxmlformats-officedocument';

const DEFAULTS: Readonly<Record<string, string>> = {
  rels: 'application/vnd.openxmlformats-package.relationships+xml',
  xml: 'application/xml',
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
};

const TYPES: readonly (readonly [part: RegExp, type: string])[] = [
  [/^ppt\/presentation\.xml$/, `${OFFICE}.presentationml.presentation.main+xml`],
  [/^ppt\/slides\/[^/]+\.xml$/, `${OFFICE}.presentationml.slide+xml`],
  [/^ppt\/slideLayouts\/[^/]+\.xml$/, `${OFFICE}.presentationml.slideLayout+xml`],
  [/^ppt\/slideMasters\/[^/]+\.xml$/, `${OFFICE}.presentationml.slideMaster+xml`],
  [/^ppt\/notesSlides\/[^/]+\.xml$/, `${OFFICE}.presentationml.notesSlide+xml`],
  [/^ppt\/notesMasters\/[^/]+\.xml$/, `${OFFICE}.presentationml.notesMaster+xml`],
  [/^ppt\/presProps\.xml$/, `${OFFICE}.presentationml.presProps+xml`],
  [/^ppt\/viewProps\.xml$/, `${OFFICE}.presentationml.viewProps+xml`],
  [/^ppt\/tableStyles\.xml$/, `${OFFICE}.presentationml.tableStyles+xml`],
  [/^ppt\/theme\/[^/]+\.xml$/, `${OFFICE}.theme+xml`],
  [/^ppt\/charts\/[^/]+\.xml$/, `${OFFICE}.drawingml.chart+xml`],
  [/^docProps\/core\.xml$/, 'application/vnd.openxmlformats-package.core-properties+xml'],
  [/^docProps\/app\.xml$/, `${OFFICE}.extended-properties+xml`],
];

/**
 * Writes `[Content_Types].xml` anew from the parts that are there: PptxGenJS names a slide master for every slide,
 * which makes PowerPoint repair the file, and gives JPEG a type that doesn't exist.
 */
export function writeContentTypes(parts: Parts): void {
  parts.delete('[Content_Types].xml');
  const names = [...parts.keys()].sort();
  const extensions = new Set(names.map(name => name.slice(name.lastIndexOf('.') + 1)));
  const defaults = Object.entries(DEFAULTS)
    .filter(([extension]) => extensions.has(extension))
    .map(([extension, type]) => el('Default', { Extension: extension, ContentType: type }));
  const overrides = names
    .filter(name => name.endsWith('.xml'))
    .map(name => el('Override', { PartName: `/${name}`, ContentType: typeOf(name) }));
  const xmlns = 'http://schemas.openxmlformats.org/package/2006/content-types';
  setPart(parts, '[Content_Types].xml', XML_HEAD + el('Types', { xmlns }, ...defaults, ...overrides));
}

function typeOf(name: string): string {
  const found = TYPES.find(([part]) => part.test(name));
  if (found === undefined) throw new BugError(`No content type is known for the part ${name}`);
  return found[1];
}
