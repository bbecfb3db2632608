import type { Parts } from '../../zip.ts';
import { editPart, first, orderChildren } from '../dom.ts';

// ECMA-376 part 1, 19.2.1.26.
const ORDER = [
  'p:sldMasterIdLst',
  'p:notesMasterIdLst',
  'p:handoutMasterIdLst',
  'p:sldIdLst',
  'p:sldSz',
  'p:notesSz',
  'p:defaultTextStyle',
  'p:extLst',
];

export function mendPresentation(parts: Parts): void {
  editPart(parts, 'ppt/presentation.xml', document => {
    orderChildren(first(document, 'p:presentation'), ORDER);
    const notes = first(document, 'p:notesSz');
    notes.setAttribute('cx', '6858000');
    notes.setAttribute('cy', '9144000');
  });
}
