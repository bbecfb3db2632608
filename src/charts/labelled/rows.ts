import type { Bounds } from '../../domain/mark.ts';
import { findCategories } from '../axes/categories.ts';
import { parsePrinted } from '../axes/numbers.ts';
import { joinLines } from '../text/index.ts';
import type { Label } from '../types.ts';
import type { Bundle, Rod } from './rods.ts';

/** Rods beside each other or end to end under one name. */
export interface Row {
  /** The middle of their thickness together. */
  readonly at: number;
  readonly thickness: number;
  readonly rods: readonly Rod[];
  /** '' where nothing is printed. */
  readonly name: string;
  readonly label: Label | null;
}

/** The rows of lying rods from the top, or the columns of upright ones from the left, with their names. */
export function rowsOf({ rods, turned, bounds }: Bundle, labels: readonly Label[]): Row[] {
  const places = groupsOf(placesOf(rods));
  const names = turned ? besideNames(places, bounds, labels) : belowNames(places, bounds, labels);
  const rows = places.map((place, i) => ({ ...place, name: names[i]?.text ?? '', label: names[i] ?? null }));
  return turned ? headed(rows, labels) : rows;
}

type Place = Pick<Row, 'at' | 'thickness' | 'rods'>;

function placesOf(rods: readonly Rod[]): Place[] {
  const places: Rod[][] = [];
  for (const rod of [...rods].sort((a, b) => a.at - b.at)) {
    const place = places.at(-1);
    if (place && rod.at - place[0]!.at < 0.25 * rod.thickness) place.push(rod);
    else places.push([rod]);
  }
  return places.map(own => ({ at: own[0]!.at, thickness: own[0]!.thickness, rods: own }));
}

/** Single rods of different colours that touch belong together; where one is missing, its room is kept. */
function groupsOf(places: readonly Place[]): Place[] {
  if (places.some(({ rods }) => rods.length > 1)) return [...places];
  const groups: Rod[][] = [];
  for (const [rod] of places.map(({ rods }) => rods)) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const touches = last && rod!.at - last.at < 1.35 * rod!.thickness;
    if (touches && !group!.some(({ shape }) => shape.color === rod!.shape.color)) group!.push(rod!);
    else groups.push([rod!]);
  }
  const most = Math.max(...groups.map(group => group.length));
  const full = groups.filter(group => group.length === most);
  if (most === 1 || full.length < 0.5 * groups.length) return [...places];
  const order = full[0]!.map(({ shape }) => shape.color);
  return groups.map(rods => {
    const { thickness, shape, at } = rods[0]!;
    const first = at - thickness * Math.max(order.indexOf(shape.color), 0);
    return { rods, thickness: most * thickness, at: first + ((most - 1) / 2) * thickness };
  });
}

function belowNames(places: readonly Place[], bounds: Bounds, labels: readonly Label[]): (Label | null)[] {
  const scale = findCategories(bounds, 'x', labels);
  return places.map(({ at, thickness }) => {
    const own = scale?.categories.find(category => Math.abs(category.at - at) < 0.5 * thickness + 1);
    return own ? { ...own.label, text: own.name } : null;
  });
}

/** Words left of the rods whose lines together stand halfway up each row. */
function besideNames(places: readonly Place[], bounds: Bounds, labels: readonly Label[]): (Label | null)[] {
  const left = labels.filter(({ angle, x0, y0, y1 }) => {
    const at = (y0 + y1) / 2;
    return angle === 0 && x0 < bounds.x0 + 1 && at > bounds.y0 - 15 && at < bounds.y1 + 15;
  });
  const lines = places.map(place => {
    const start = Math.min(...place.rods.map(({ from }) => from));
    const before = left.filter(({ x1 }) => x1 < start + 2);
    const words = before.filter(label => !isNet(label, start));
    const others = places.filter(other => other !== place).map(({ at }) => at);
    return nameAt(place, words.length > 0 ? words : before, others);
  });
  return withNextLines(lines, left).map(own => (own.length > 0 ? joinLines(own) : null));
}

/** Wrapped names are at times set off the middle of their row: lines that touch a name and are no row's go on with it. */
function withNextLines(names: readonly (readonly Label[])[], left: readonly Label[]): readonly Label[][] {
  const taken = new Set(names.flat());
  return names.map(own => {
    const lines = [...own];
    for (;;) {
      const next = left.find(label => !taken.has(label) && lines.some(line => goesOn(line, label)));
      if (!next) return lines;
      taken.add(next);
      lines.push(next);
    }
  });
}

function goesOn(line: Label, { x0, x1, y0, y1, size, bold, color, text }: Label): boolean {
  const gap = Math.max(y0 - line.y1, line.y0 - y1);
  const alike = Math.abs(size - line.size) < 0.3 && bold === line.bold && color === line.color;
  const edges = [x0 - line.x0, x1 - line.x1, (x0 + x1 - line.x0 - line.x1) / 2];
  const aligned = edges.some(edge => Math.abs(edge) < 0.4 * size);
  return alike && aligned && gap > -0.3 * size && gap < 0.25 * size && /\p{L}/u.test(text);
}

/** A number close to the rods sums them up; one further off is a name, such as a year. */
function isNet({ text, x1, size }: Label, start: number): boolean {
  const isNumber = parsePrinted(text) !== null && !/\p{L}/u.test(text);
  return isNumber && start - x1 < 2.2 * size && !/^(?:19|20)\d\d$/.test(text);
}

/** The longest run of lines about a row whose middle is the row's; lines that stand at other rows are theirs. */
function nameAt(
  { at, thickness, rods }: Place,
  words: readonly Label[],
  others: readonly number[],
): readonly Label[] {
  const grouped = thickness > 1.5 * rods[0]!.thickness;
  const column = [...words].sort((a, b) => a.y0 - b.y0);
  const runs = column.flatMap((_, i) => {
    const found: Label[][] = [];
    for (let end = i; end < column.length && end < i + 5; end++) {
      const next = column[end]!;
      if (end > i && next.y0 - column[end - 1]!.y1 > 0.45 * next.size) break;
      found.push(column.slice(i, end + 1));
    }
    return found;
  });
  const isElsewhere = ({ y0, y1, size }: Label) =>
    others.some(other => Math.abs((y0 + y1) / 2 - other) < 0.25 * size);
  const centred = runs.filter(run => {
    if (run.length > 1 && run.some(isElsewhere)) return false;
    const middle = (run[0]!.y0 + run.at(-1)!.y1) / 2;
    const near = Math.min(0.42 * run[0]!.size, 0.5 * thickness + 1);
    return Math.abs(middle - at) < (grouped ? Math.max(near, 0.3 * thickness) : near);
  });
  const [longest] = centred.sort((a, b) => b.length - a.length);
  return longest ?? [];
}

/** Rows of one name are told apart by the heading above them: "Men / 2018". */
function headed(rows: readonly Row[], labels: readonly Label[]): Row[] {
  const seen = new Map<string, number>();
  for (const { name } of rows) seen.set(name, (seen.get(name) ?? 0) + 1);
  return rows.map((row, i) => {
    if (row.name === '' || seen.get(row.name) === 1) return row;
    const heading = headingAbove(rows, i, labels);
    return heading ? { ...row, name: `${heading.text} / ${row.name}` } : row;
  });
}

/** The last words above a row that name no row themselves and stand where names do. */
function headingAbove(rows: readonly Row[], index: number, labels: readonly Label[]): Label | null {
  const { label } = rows[index]!;
  if (!label) return null;
  const names = new Set(rows.flatMap(row => row.label?.runs ?? []));
  const above = labels.filter(other => {
    const isWord = /\p{L}/u.test(other.text) || /^(?:19|20)\d\d$/.test(other.text);
    const free = !other.runs.some(run => names.has(run)) && isWord;
    const aligned = Math.min(Math.abs(other.x0 - label.x0), Math.abs(other.x1 - label.x1)) < 4 * label.size;
    return free && aligned && other.angle === 0 && other.y1 <= label.y0 + 0.3 * label.size;
  });
  const [nearest] = above.sort((a, b) => b.y1 - a.y1);
  return nearest && label.y0 - nearest.y1 < 8 * label.size ? nearest : null;
}
