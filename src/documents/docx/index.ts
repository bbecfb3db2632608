import type { Opened } from '../../domain/region.ts';
import { type Backend, FailureError, type OpenOptions } from '../backend.ts';
import { openFlow } from '../flow.ts';
import { OfficePackage } from '../package/office-package.ts';
import { child } from '../package/xml.ts';
import { readBody } from './body.ts';
import { readNotes } from './notes.ts';
import { readNumbering } from './numbering.ts';
import { readStyles } from './styles.ts';

/** Word documents. Pages end where Word last ended them, or at explicit breaks; boxes are stripes in order. */
export const backend: Backend = { open };

async function open(path: string, options: OpenOptions): Promise<Opened> {
  using pack = await OfficePackage.open(path);
  const part = await pack.mainPart('word/document.xml');
  const root = part === undefined ? null : await pack.xml(part);
  const body = child(root, 'body');
  if (part === undefined || !body)
    throw new FailureError('damaged', 'The document has no body that could be read.');
  const optional = async (type: string) => {
    const target = (await pack.relatedByType(part, type).catch(() => undefined))?.target;
    return target === undefined ? null : pack.xml(target).catch(() => null);
  };
  const blocks = await readBody(body, {
    pack,
    part,
    styles: readStyles(await optional('styles')),
    numbering: readNumbering(await optional('numbering')),
    notes: readNotes(await optional('footnotes'), await optional('endnotes')),
  });
  const titled = blocks.find(block => block.kind === 'text' && block.role === 'title');
  const title = (await pack.title()) || (titled?.kind === 'text' ? titled.text : '');
  return openFlow({ kind: 'docx', title, blocks, warnings: pack.warnings }, options);
}
