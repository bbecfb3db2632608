import type { Period } from '../domain/value.ts';
import { periodOf } from '../lib/quantity/index.ts';
import { type Grid, type GridRow, isPeriodCell, labelPeriod } from './grid.ts';
import type { Header } from './headers.ts';

interface Cell {
  readonly grid: Grid;
  readonly row: GridRow;
  readonly header: Header;
}

/** The period of a cell: a row headed by one, its column's, a year above with quarter ends, else one named around. */
export function periodOfCell(cell: Cell): Period | null {
  const { row, header } = cell;
  return rowPeriod(row) ?? header.period ?? quarterEnd(cell) ?? mentionedPeriod(row) ?? aroundPeriod(cell);
}

/** Where years run down, a label is a period and nothing else. */
export function rowPeriod({ labels }: GridRow): Period | null {
  const label = labels.find(isPeriodCell);
  return label ? labelPeriod(label) : null;
}

function mentionedPeriod({ labels }: GridRow): Period | null {
  return labels.map(periodOf).find(period => period !== null) ?? null;
}

/** "March 31", "June 30", … under a year are its quarters, where a flow is counted. */
function quarterEnd({ row, header, grid }: Cell): Period | null {
  const ends = row.headers.filter(text => QUARTER_END.test(text));
  const month = QUARTER_END.exec(header.text)?.groups?.month;
  const year = [row.group, grid.title, ...grid.near.lines]
    .map(periodOf)
    .find(period => period?.kind === 'year')?.year;
  if (ends.length < 3 || !month || !year) return null;
  const part = QUARTER_MONTHS.indexOf(month.toLowerCase()) + 1;
  return { label: `Q${part} ${year}`, kind: 'quarter', year, part };
}

const QUARTER_MONTHS = ['march', 'june', 'september', 'december'];
const QUARTER_END = /^\W*(?<month>march|june|september|december) (?:30|31)\W*$/i;

function aroundPeriod({ row, grid }: Cell): Period | null {
  const near = [
    row.group,
    grid.columns[0] ?? '',
    grid.title,
    ...grid.notes,
    grid.near.lead,
    grid.reading.section.at(-1) ?? '',
  ];
  return near.map(periodOf).find(period => period !== null) ?? null;
}
