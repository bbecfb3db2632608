import { posix } from 'node:path';
import { unzip } from '../../zip.ts';
import { all, type Document, type Element, readPart } from '../dom.ts';

type Parts = ReadonlyMap<string, Uint8Array>;

/** What a chart shows is what its workbook holds: every cached point equals its cell, and no cell computes anything. */
export function chartProblems(parts: Parts): readonly string[] {
  const charts = [...parts.keys()].filter(name => /^ppt\/charts\/[^/]+\.xml$/.test(name));
  return charts.flatMap(name => {
    const workbook = workbookOf(parts, name);
    if (workbook === undefined) return [`${name} has no workbook`];
    const sheet = readPart(unzip(workbook), 'xl/worksheets/sheet1.xml');
    const cells = cellsOf(sheet);
    const formulas = all(sheet, 'x:f').length;
    const differing = cachedCells(readPart(parts, name)).filter(({ ref, value }) => cells.get(ref) !== value);
    return [
      ...(formulas > 0 ? [`${name}: its workbook holds formulas`] : []),
      ...differing.map(
        ({ ref, value }) => `${name}: shows "${value}" where ${ref} holds "${cells.get(ref) ?? ''}"`,
      ),
    ];
  });
}

function workbookOf(parts: Parts, chart: string): Uint8Array | undefined {
  const relations = posix.join(posix.dirname(chart), '_rels', `${posix.basename(chart)}.rels`);
  if (!parts.has(relations)) return undefined;
  const [relation] = all(readPart(parts, relations), 'rel:Relationship');
  return parts.get(posix.join(posix.dirname(chart), relation?.getAttribute('Target') ?? ''));
}

function cellsOf(sheet: Document): ReadonlyMap<string, string> {
  return new Map(all(sheet, 'x:c').map(cell => [cell.getAttribute('r') ?? '', cell.textContent ?? '']));
}

interface CachedCell {
  readonly ref: string;
  readonly value: string;
}

function cachedCells(chart: Document): readonly CachedCell[] {
  return [...all(chart, 'c:strRef'), ...all(chart, 'c:numRef')].flatMap(reference => {
    const range = /^Sheet1!\$([A-Z]+)\$(\d+)/.exec(textOf(reference, 'c:f'));
    const column = range?.[1] ?? '';
    const row = Number(range?.[2] ?? 0);
    return all(reference, 'c:pt').map(point => ({
      ref: `${column}${row + Number(point.getAttribute('idx'))}`,
      value: textOf(point, 'c:v'),
    }));
  });
}

function textOf(parent: Element, name: string): string {
  return all(parent, name)[0]?.textContent ?? '';
}
