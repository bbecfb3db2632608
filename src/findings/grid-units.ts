import type { MetricRef } from '../domain/question.ts';
import type { Profile } from '../domain/state.ts';
import type { Dimension } from '../domain/value.ts';
import { currencyIn, parseUnitNote, type UnitHint } from '../lib/quantity/index.ts';
import type { Grid, GridRow } from './grid.ts';

const UNSCALED: ReadonlySet<Dimension> = new Set(['percent', 'points', 'ratio']);

/**
 * The unit that the words around a cell give it, nearest first: unit column, column header, row label, group,
 * title, note, headings. A scale alone ("in millions") does not reach percentages or amounts per share.
 */
export function unitHints(row: GridRow, column: number, grid: Grid, metric: MetricRef): UnitHint {
  const perShare = perShareHint(ownName(row), grid);
  if (perShare) return perShare;
  const { unitColumn, title, notes, near: around, reading } = grid;
  const close = [
    unitColumn >= 0 ? (row.cells[unitColumn] ?? '') : '',
    row.headers[column] ?? '',
    ...row.labels,
    row.group,
  ];
  const far = [
    unitColumn >= 0 ? '' : (row.headers[0] ?? ''),
    title,
    ...notes,
    ...(isCount(metric) ? [] : around.pageUnits),
    around.lead,
    reading.section.at(-1) ?? '',
  ];
  const hints = [
    ...close.map(text => usable(parseUnitNote(text), metric, { percent: true })),
    ...far.map(text => usable(parseUnitNote(text), metric, { percent: false })),
  ];
  return hints.reduce(combine, {});
}

/** Stores, employees, members: what is only ever counted. */
function isCount({ dimensions }: MetricRef): boolean {
  return dimensions.length > 0 && dimensions.every(dimension => dimension === 'count');
}

/** More than any company has: such an amount was printed in full. */
const IMPLAUSIBLE = 1e13;

/** Money in a table without a scale is in the document's, unless it was plainly printed in full. */
export function withScale(hint: UnitHint, cell: string, { scale }: Profile): UnitHint {
  if (hint.dimension !== 'money' || hint.scale !== undefined || scale === undefined) return hint;
  const amount = Number(cell.replace(/[^\d.]/g, ''));
  return / per /.test(hint.unit ?? '') || amount * scale > IMPLAUSIBLE ? hint : { ...hint, scale };
}

/** Money that no word gives a currency takes the table's, then the document's. */
export function withCurrency(hint: UnitHint, grid: Grid, profile: Profile, metric: MetricRef): UnitHint {
  if (hint.dimension !== undefined || !metric.dimensions.includes('money')) return hint;
  const currency = tableCurrency(grid) ?? (profile.currency === '' ? null : profile.currency);
  return currency ? { ...hint, dimension: 'money', unit: currency, currency } : hint;
}

/**
 * A unit the metric can't have is about something else in the words: "(1.5°C target)". Close by, a percentage says
 * that the numbers are another measure: it stays, so that they are refused.
 */
function usable(
  stated: UnitHint,
  { dimensions, phrases }: MetricRef,
  allowed: { readonly percent: boolean },
): UnitHint {
  const hint = ofEmissions(stated, phrases);
  if (hint.dimension === undefined || dimensions.length === 0) return hint;
  return dimensions.includes(hint.dimension) || (allowed.percent && hint.dimension === 'percent') ? hint : {};
}

/** Tonnes of an emission are tonnes of CO2e. */
export function ofEmissions(hint: UnitHint, phrases: readonly string[]): UnitHint {
  const plain = hint.dimension === 'mass' && hint.unit !== undefined && !hint.unit.includes('CO2e');
  const emission =
    plain && phrases.some(phrase => /\b(?:ghg|greenhouse|co2e?|carbon|scope [123])\b/.test(phrase));
  return emission ? { ...hint, unit: `${hint.unit} CO2e` } : hint;
}

function combine(sure: UnitHint, further: UnitHint): UnitHint {
  if (sure.dimension && further.dimension && sure.dimension !== further.dimension) return sure;
  const dimension = sure.dimension ?? further.dimension;
  if (dimension && UNSCALED.has(dimension)) return sure.dimension ? sure : { ...further };
  const named = sure.unit === undefined ? further : sure;
  const scale = sure.scale ?? further.scale;
  return {
    ...(dimension ? { dimension } : {}),
    ...(named.unit === undefined ? {} : { unit: named.unit }),
    ...(named.currency ? { currency: named.currency } : {}),
    ...(scale ? { scale } : {}),
  };
}

/** "Diluted" is read with the line that it stands under: "Net income per common share:". */
function ownName({ labels, group }: GridRow): string {
  const label = labels.join(' ');
  return /^(?:basic|diluted)(?: and diluted)?\W*$/i.test(label.trim()) ? `${group} ${label}` : label;
}

function perShareHint(label: string, grid: Grid): UnitHint | null {
  if (!/\bper (?:\w+ ){0,2}share\b|\beps\b/i.test(label)) return null;
  const currency = tableCurrency(grid) ?? 'USD';
  return { dimension: 'money', unit: `${currency} per share`, currency, scale: 1 };
}

const CURRENCIES = new WeakMap<Grid, string | null>();

function tableCurrency(grid: Grid): string | null {
  const known = CURRENCIES.get(grid);
  if (known !== undefined) return known;
  const words = [
    ...grid.notes,
    ...grid.near.pageUnits,
    grid.title,
    ...grid.columns,
    ...grid.rows.flatMap(row => row.cells),
  ].join('\n');
  const currency = currencyIn(words);
  CURRENCIES.set(grid, currency);
  return currency;
}
