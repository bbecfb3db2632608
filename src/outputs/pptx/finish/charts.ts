import { BugError } from '../../../errors.ts';
import { type Parts, partText, setPart } from '../../zip.ts';
import { chartPart } from '../chart/part.ts';
import { chartWorkbook } from '../chart/workbook.ts';
import { el, XML_HEAD } from '../xml.ts';
import type { FinishedDeck } from './index.ts';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/**
 * Puts our charts and workbooks where PptxGenJS has put its own, counted from 1 in the order of the slides: its
 * numbers count on through the whole process.
 */
export function replaceCharts(parts: Parts, { slides, theme }: FinishedDeck): void {
  for (const name of [...parts.keys()]) {
    if (/^ppt\/(charts|embeddings)\//.test(name)) parts.delete(name);
  }
  let number = 0;
  slides.forEach(({ charts }, index) => {
    const relations = `ppt/slides/_rels/slide${index + 1}.xml.rels`;
    const targets = [...partText(parts, relations).matchAll(/\/ppt\/charts\/chart\d+\.xml/g)].map(
      found => found[0],
    );
    if (targets.length !== charts.length) throw new BugError(`Slide ${index + 1} has lost a chart`);
    charts.forEach(({ chart, frame }, position) => {
      number += 1;
      setPart(parts, `ppt/charts/chart${number}.xml`, chartPart(chart, theme, frame));
      setPart(parts, `ppt/charts/_rels/chart${number}.xml.rels`, XML_HEAD + workbookRelation(number));
      parts.set(`ppt/embeddings/workbook${number}.xlsx`, chartWorkbook(chart));
      const text = partText(parts, relations);
      setPart(parts, relations, text.replace(`"${targets[position]}"`, `"../charts/chart${number}.xml"`));
    });
  });
}

function workbookRelation(number: number): string {
  const xmlns = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const Target = `../embeddings/workbook${number}.xlsx`;
  return el(
    'Relationships',
    { xmlns },
    el('Relationship', { Id: 'rId1', Type: `${RELATIONS}/package`, Target }),
  );
}
