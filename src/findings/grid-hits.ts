import type { Question } from '../domain/question.ts';
import { isStock } from './annual.ts';
import { isAside, isComparison, isMovement, isSaved } from './asides.ts';
import { captionMatch } from './caption-match.ts';
import { type Grid, type GridRow, isPeriodCell } from './grid.ts';
import { type Header, restOf } from './headers.ts';
import { cleanLabel, isBarred, isChanger, type LabelMatch, matchLabel, statesAmount } from './labels.ts';
import { segmentIn } from './segment.ts';
import { tellingLabel } from './telling-label.ts';
import { words } from './words.ts';

/** Longer ones are sentences in a cell. */
const MAX_LABEL = 200;

/** Why a cell is about a metric, and what narrows it. */
export interface Hit {
  readonly match: LabelMatch;
  readonly where: 'row' | 'column' | 'group' | 'title';
  /** Words that narrow the value or name its subject, as printed. */
  readonly scope: readonly string[];
  /** Those of them that stand in a column of regions, segments or products: parts of a whole, not rivals. */
  readonly parts: readonly string[];
}

type Found = Omit<Hit, 'parts'>;

/** The metric of one cell: its row's label first, then its column's header, then the group above, then the title. */
export function hitOf(row: GridRow, header: Header, grid: Grid, question: Question): Hit | null {
  const { metrics } = question;
  const labels = row.labels.filter(label => !isPeriodCell(label));
  const foreign = [...labels, row.group].filter(label => !namesChange(label, metrics));
  if (foreign.some(isComparison) || isComparison(header.text) || isMovement(header.rest)) return null;
  if ([...foreign, header.rest].some(label => isAside(label) || isSaved(label))) return null;
  if ([...labels, row.group].some(label => label.length > MAX_LABEL || statesAmount(cleanLabel(label))))
    return null;
  const hit =
    rowHit(row, labels, header, { metrics, grid }) ??
    columnHit(labels, header, metrics) ??
    groupHit(row, labels, header, metrics) ??
    titleHit(row, header, grid, metrics);
  if (!hit || isMovementOf(hit, row, grid)) return null;
  const around = [...stanceAround(grid), ...additionsOf(hit, grid)];
  return { ...hit, scope: [...hit.scope, ...around], parts: partsOf(row, grid) };
}

const PART_COLUMN =
  /^(?:(?:business |operating |reportable |geographic(?:al)? )?(?:segments?|divisions?|units?|areas?|lines?)|regions?|geograph(?:y|ies)|products?(?: (?:lines?|groups?|categor(?:y|ies)))?|categor(?:y|ies)|types?|sectors?|brands?|channels?|markets?)$/i;
const FORECASTER_COLUMN =
  /^(?:forecasts?|projections?|estimates?)(?: by| of)?$|^(?:forecaster|source|according to)s?$/i;

/** Labels under a header that says that they are parts, or whose forecast it is. */
function partsOf({ labels }: GridRow, { columns, labelColumns }: Grid): readonly string[] {
  if (labels.length !== labelColumns) return [];
  return labels.filter((_, c) => {
    const header = (columns[c] ?? '').trim();
    return PART_COLUMN.test(header) || FORECASTER_COLUMN.test(header);
  });
}

/** What a cash-flow statement gives for a balance is how it moved, but for cash itself. */
function isMovementOf({ match }: Found, { group, labels }: GridRow, { title, reading }: Grid): boolean {
  if (!isStock(match.metric.name) || /\bcash\b/i.test(match.metric.name)) return false;
  if (
    /^(?:net )?changes? in\b/i.test(group) ||
    labels.some(label => /^\(?(?:increase|decrease)\b/i.test(label))
  )
    return true;
  return CASH_FLOWS.test(`${title} ${reading.section.at(-1) ?? ''}`);
}

const CASH_FLOWS = /\b(?:statements? of (?:consolidated )?cash flows?|cash flows? statements?)\b/i;

/** What a table's title makes of all its numbers. */
function stanceAround({ title, near, columns, reading }: Grid): readonly string[] {
  const around = [title, near.lead, reading.section.at(-1) ?? ''];
  const proForma = around.some(text => /\bpro[- ]?forma\b/i.test(text));
  const forecast =
    FORECASTER_COLUMN.test((columns[0] ?? '').trim()) || around.some(text => OPENS_AHEAD.test(text));
  return [...(proForma ? ['pro forma'] : []), ...(forecast ? ['forecast'] : [])];
}

/** What segments added to their plant is more than was paid for it: leases and what is not yet paid count too. */
function additionsOf({ where, match }: Found, { title, near }: Grid): readonly string[] {
  const isAdditions =
    where === 'title' && match.metric.id === 'capex' && /\badditions\b/i.test(title || near.lead);
  return isAdditions ? ['additions'] : [];
}

const OPENS_AHEAD = /^(?:forecasts?|projections?|outlook|guidance|plan(?:ned)?)\b/i;

/** "Total", "Consolidated", "Group": the whole, so it narrows nothing. */
export function isWhole(label: string): boolean {
  return /^(?:(?:grand |sub)?totals?|consolidated(?: totals?)?|group|all|overall|company|sum|worldwide|global|as reported|reported|actual|in total|total company|total group|(?:operating |total )?(?:costs and )?expenses|operating costs|costs and expenses|base(?:line|\s?year)|performance|status|results?|progress)$/i.test(
    cleanLabel(label).replace(/^the\s+/i, ''),
  );
}

/** Measures of their own: under a "Revenue" heading they are not revenue. */
const MEASURES =
  /\b(?:incomes?|profits?|loss(?:es)?|earnings|expenses?|cash|ebitda?|tax(?:es)?|assets|liabilities|costs?|margins?|shares?|dividends?|equity|debt|intensity|employees|headcount|number of|rate)\b/i;

/** "Revenue growth" is a comparison, and where it is what was asked for, the measure itself. */
function namesChange(label: string, metrics: Question['metrics']): boolean {
  return matchLabel(label, metrics)?.metric.phrases.some(isComparison) ?? false;
}

function rowHit(
  row: GridRow,
  labels: readonly string[],
  header: Header,
  { metrics, grid }: { readonly metrics: Question['metrics']; readonly grid: Grid },
): Found | null {
  for (let i = labels.length - 1; i >= 0; i--) {
    const match = matchLabel(labels[i] ?? '', metrics);
    if (!match) continue;
    const deeper = labels.slice(i + 1);
    if (deeper.some(label => isChanger(label) || MEASURES.test(label))) return null;
    const segment = segmentOf(grid);
    const inGroup = repeatedLabels(grid).has(labelKey(labels)) && row.group !== '' ? [row.group] : [];
    const whole = [...inGroup, ...labels].join(' ');
    // "Diluted" under "Weighted average common shares outstanding" is no earnings per share.
    if (isBarred(whole, match.metric)) return null;
    const isNamed = matchLabel(whole, [match.metric])?.grade === 'exact';
    return {
      match,
      where: 'row',
      scope: narrowing(
        [...segment, ...(isNamed ? [] : inGroup), ...labels.slice(0, i), ...deeper, header.rest],
        match,
      ),
    };
  }
  return null;
}

/** Under a heading such as "Domestic Streaming Segment" a table's totals are the segment's. */
function segmentOf({ reading, title }: Grid): readonly string[] {
  const segment = segmentIn([title, reading.section.at(-1) ?? '']);
  return segment === '' ? [] : [segment];
}

function columnHit(labels: readonly string[], header: Header, metrics: Question['metrics']): Found | null {
  const match = matchLabel(header.rest, metrics);
  if (!match || labels.some(label => isChanger(label))) return null;
  return { match, where: 'column', scope: narrowing(labels, match) };
}

function groupHit(
  row: GridRow,
  labels: readonly string[],
  header: Header,
  metrics: Question['metrics'],
): Found | null {
  const match = row.group === '' ? null : matchLabel(row.group, metrics);
  if (!match || !mayNarrow([...labels, header.rest], match)) return null;
  return { match, where: 'group', scope: narrowing([...labels, header.rest], match) };
}

function titleHit(
  row: GridRow,
  header: Header,
  { title, near, reading }: Grid,
  metrics: Question['metrics'],
): Found | null {
  const labels = row.labels.filter(label => !isPeriodCell(label));
  if (MEASURES.test(row.group) && !matchTitle(row.group, metrics)) return null;
  const axis = reading.kind === 'chart' ? reading.yTitle : '';
  const headings = [title, axis, near.lead, reading.section.at(-1) ?? ''].filter(text => text !== '');
  const match = headings
    .slice(0, 2)
    .map(text => matchTitle(text, metrics))
    .find(found => found !== null);
  const named = match ?? captionMatch({ title, near, reading }, metrics, [...labels, header.rest]);
  if (!named || !mayNarrow([...labels, header.rest], named)) return null;
  return { match: named, where: 'title', scope: narrowing([...labels, header.rest], named) };
}

/** A title may say more than its metric: "Net sales by segment, 2015–2017". */
function matchTitle(title: string, metrics: Question['metrics']): LabelMatch | null {
  const named = cleanLabel(title).replace(
    /^(?:forecasts?|projections?|outlook|development|overview) (?:for|of) (?:the )?/i,
    '',
  );
  const ranked = RANKED_BY.exec(named)?.groups?.what;
  const head =
    (ranked ?? named).split(
      /\s(?:by|per|in|for|from|of which|,)\s|[,:(–—]|\d{4}|\s(?:is|are|was|were)\s/i,
    )[0] ?? '';
  const match = matchLabel(head, metrics);
  return match?.grade === 'exact' ? match : null;
}

/** "Largest suppliers by market share, 2024": a ranking is of what it ranks by. */
const RANKED_BY =
  /^(?:the )?(?:(?:world[’']s |\w+ )?(?:largest|biggest|leading|top(?: \w+)?)|ranking of|ranked) .{2,60}? by (?<what>.+)$/i;

function mayNarrow(labels: readonly string[], match: LabelMatch): boolean {
  const own = match.metric.phrases.some(phrase => MEASURES.test(phrase));
  return labels.every(label => !isChanger(label) && (own || !MEASURES.test(label)));
}

function narrowing(labels: readonly string[], match: LabelMatch): readonly string[] {
  const said = [...labels.map(tellingLabel), ...match.scope].filter(
    label => restOf(label) !== '' && !isWhole(label) && !isPeriodCell(label),
  );
  const own = new Set(match.metric.phrases);
  return [...new Set(said)].filter(label => !own.has(words(label).join(' ')));
}

function labelKey(labels: readonly string[]): string {
  return labels.map(label => cleanLabel(label).toLowerCase()).join('|');
}

const REPEATED = new WeakMap<Grid, ReadonlySet<string>>();

/** Labels that stand in more than one group: only there does the group say which is meant. */
function repeatedLabels(grid: Grid): ReadonlySet<string> {
  const known = REPEATED.get(grid);
  if (known) return known;
  const groups = new Map<string, Set<string>>();
  for (const row of grid.rows) {
    const key = labelKey(row.labels.filter(label => !isPeriodCell(label)));
    groups.set(key, (groups.get(key) ?? new Set()).add(row.group));
  }
  const repeated = new Set([...groups].filter(([, set]) => set.size > 1).map(([key]) => key));
  REPEATED.set(grid, repeated);
  return repeated;
}
