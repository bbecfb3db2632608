import type { Page, Region, TextRegion } from '../../domain/region.ts';
import { boxOnPage } from '../../lib/box.ts';
import type { Block } from './blocks.ts';
import type { Book } from './book.ts';
import { type Bounds, shareInside } from './bounds.ts';
import { tablesOutsideCharts } from './chart-tables.ts';
import { rolesOf } from './company.ts';
import { type Around, figureMarks } from './figure-marks.ts';
import { type Figure, findFigures } from './figures.ts';
import { type FlowItem, labelLines, toFlow } from './flow.ts';
import { findKeyFigures, type KeyFigure } from './key-figures.ts';
import { legendKeys } from './legend-keys.ts';
import { toLine, toLines } from './lines.ts';
import { mendSentences } from './mending.ts';
import { type NearText, nameFigure, nameTable, titleOn } from './naming.ts';
import { findPanels } from './panels.ts';
import type { Role } from './roles.ts';
import { type Segment, toSegments } from './segments.ts';
import type { Sheet } from './sheet.ts';
import { type SheetTable, tableRegion } from './sheet-tables.ts';
import { textMarks } from './text-marks.ts';
import { textRegion } from './text-region.ts';
import { titleBlock } from './title.ts';

type Solid = Figure | SheetTable | KeyFigure;

/** A sheet as a page of regions in reading order, with what the whole document taught about its type and its edges. */
export function layOut(sheet: Sheet, book: Book): Page {
  const all = toSegments(sheet.words);
  const furniture = book.furniture.find(sheet.page, all, sheet.height);
  const body = all.filter(segment => !furniture.has(segment));
  const { tables, segments } = tablesOutsideCharts(sheet, body);
  const figures = findFigures({ sheet, segments, taken: tables, body: book.styles.body });
  const labels = new Set(figures.flatMap(figure => figure.labels));
  const unlabelled = segments.filter(segment => !labels.has(segment));
  const keyFigures = findKeyFigures(unlabelled, book.styles.body);
  const told = new Set(keyFigures.flatMap(figure => figure.segments));
  const panels = findPanels(sheet, segments).filter(
    panel => !figures.some(figure => overlaps(panel, figure)),
  );
  const flow = mendSentences(
    toFlow<Solid>({
      segments: unlabelled.filter(segment => !told.has(segment)),
      solids: [...tables, ...figures, ...keyFigures],
      panels,
    }),
    book.styles.body,
  );
  const edges = (edge: 'header' | 'footer') =>
    [...furniture].filter(([, at]) => at === edge).map(([segment]) => segment);
  const [width, height] = sheet.turn % 2 === 0 ? [sheet.width, sheet.height] : [sheet.height, sheet.width];
  return {
    page: sheet.page,
    ...(sheet.label === '' ? {} : { label: sheet.label }),
    width,
    height,
    regions: [
      ...furnitureRegions(edges('header'), 'header', sheet, book),
      ...flowRegions(flow, [...furniture.keys()], sheet, book),
      ...askewRegions(sheet, book),
      ...furnitureRegions(edges('footer'), 'footer', sheet, book),
    ],
  };
}

/** A shaded box that is a drawing's background, or part of the drawing. */
function overlaps(panel: Bounds, figure: Figure): boolean {
  return shareInside(figure, panel) > 0.9 || shareInside(panel, figure) > 0.5;
}

function furnitureRegions(
  segments: readonly Segment[],
  role: 'header' | 'footer',
  sheet: Sheet,
  book: Book,
): TextRegion[] {
  return toLines(segments).map(line => asText({ lines: [line] }, { role }, sheet, book));
}

function asText(block: Pick<Block, 'lines'>, role: Role, sheet: Sheet, book: Book): TextRegion {
  return textRegion({
    lines: block.lines,
    ...role,
    hyphens: book.hyphens,
    toBox: (b: Bounds) => boxOnPage(b, sheet),
  });
}

function flowRegions(
  flow: readonly FlowItem<Solid>[],
  furniture: readonly Bounds[],
  sheet: Sheet,
  book: Book,
): Region[] {
  const title = titleBlock(
    flow.flatMap(item => ('block' in item ? [item.block] : [])),
    sheet,
    book.styles,
  );
  const roles = rolesOf(flow, title, sheet, book.styles);
  const near = [...roles].map(([block, role]) => nearText(block, role, sheet, book));
  const solids = flow.flatMap(item => ('block' in item ? [] : [item.solid]));
  const drawn = solids.filter(solid => 'drawing' in solid && solid.drawing === 'vector');
  const foreign = [...furniture, ...solids, ...near.filter(({ text }) => text.length > LONGEST_CAPTION)];
  const around = {
    near,
    foreign,
    keys: legendKeys(sheet, drawn, foreign),
    texts: drawn.length > 0 ? textMarks([...sheet.words, ...sheet.askew]) : [],
  };
  return flow.flatMap((item): Region[] => {
    if ('block' in item) return [asText(item.block, roles.get(item.block)!, sheet, book)];
    if ('lines' in item.solid) return [asText(item.solid, { role: 'paragraph' }, sheet, book)];
    if ('grid' in item.solid) return [tableRegion(item.solid, nameTable(item.solid, near), sheet)];
    return figureRegions(item.solid, around, sheet, book);
  });
}

function nearText(block: Block, { role }: Role, sheet: Sheet, book: Book): NearText {
  const { x0, y0, x1, y1, bold, size } = block;
  const { text } = asText(block, { role }, sheet, book);
  return { x0, y0, x1, y1, bold, size, text, heading: role === 'heading' || role === 'title' };
}

interface Surroundings extends Omit<Around, 'keys'> {
  readonly near: readonly NearText[];
  /** Of every drawing the keys of its legend. */
  readonly keys: ReadonlyMap<Bounds, ReadonlySet<Bounds>>;
}

/** Characters: a longer text beside a figure isn't about it alone. */
const LONGEST_CAPTION = 280;

function figureRegions(
  figure: Figure,
  { near, texts, foreign, keys }: Surroundings,
  sheet: Sheet,
  book: Book,
): Region[] {
  const labels = labelLines(figure.labels);
  const others = foreign.filter(other => other !== figure);
  const around = { texts, foreign: others, keys: keys.get(figure) ?? new Set<Bounds>() };
  const marks = figure.drawing === 'vector' ? figureMarks(sheet, figure, around) : undefined;
  return [
    {
      kind: 'figure',
      drawing: figure.drawing,
      caption: nameFigure(figure, near).title || titleOn(figure, labels),
      box: boxOnPage(figure, sheet),
      ...(marks ? { marks } : {}),
    },
    ...labels.map(line => asText({ lines: [line] }, { role: 'line' }, sheet, book)),
  ];
}

/** Text that runs across the page's direction, such as the title of a vertical axis: one line for each of its runs. */
function askewRegions({ askew, ...sheet }: Sheet, book: Book): TextRegion[] {
  return toSegments(askew).map(segment =>
    asText({ lines: [toLine([segment])] }, { role: 'line' }, { ...sheet, askew }, book),
  );
}
