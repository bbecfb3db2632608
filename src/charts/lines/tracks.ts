import { heightOf, touches, widthOf } from '../bounds.ts';
import { isGray, sameColor } from '../colors.ts';
import { entryOf } from '../legend/entries.ts';
import type { LegendEntry, Line, Shape } from '../types.ts';
import type { View } from '../view.ts';
import { type Polyline, polylineOf, type Spot, spanOf } from './polyline.ts';
import { isStepped } from './steps.ts';

/** One series' line: one piece, or several with gaps between. */
export interface Track {
  readonly color: string;
  readonly entry: LegendEntry | null;
  readonly pieces: readonly Polyline[];
  readonly shapes: readonly Line[];
}

/** The lines across a plot that may be data, each with its pieces in order. Grids, axes, ticks and stems are left out. */
export function findTracks(
  view: View,
  shapes: readonly Shape[],
  entries: readonly LegendEntry[],
): readonly Track[] {
  const lines = shapes.filter((shape): shape is Line => shape.shape === 'line' && mayBeData(view, shape));
  const strands = join(lines.map(line => ({ lines: [line], ...polylineOf(view, line) })));
  const kept = strands.filter(strand => isData(view, strand, entries));
  return withoutHalos(gather(kept, entries));
}

interface Strand extends Polyline {
  readonly lines: readonly Line[];
}

function mayBeData(view: View, line: Line): boolean {
  const open = line.nodes.length >= 4 && !line.mark.closed && !meetsItself(line);
  return open && touches(view.plot, line, 1) && !isOnEdge(view, line) && !isTick(view, line);
}

/** A short stroke inwards from the plot's edge. */
function isTick({ plot }: View, line: Line): boolean {
  const [width, height] = [widthOf(line), heightOf(line)];
  if (line.nodes.length > 4 || Math.min(width, height) > 0.1) return false;
  if (Math.max(width, height) > 0.05 * Math.max(widthOf(plot), heightOf(plot))) return false;
  const onSide = Math.min(Math.abs(line.x0 - plot.x0), Math.abs(line.x1 - plot.x1)) < EDGE && width > height;
  const onEnd = Math.min(Math.abs(line.y0 - plot.y0), Math.abs(line.y1 - plot.y1)) < EDGE && height > width;
  return onSide || onEnd;
}

/** Back where it began: the outline of a marker or an area. */
function meetsItself({ nodes }: Line): boolean {
  return nodes.length > 4 && Math.hypot(nodes[0]! - nodes.at(-2)!, nodes[1]! - nodes.at(-1)!) < 0.1;
}

/** Axes, frames and ticks: drawn on the plot's edge or outside it. A coloured line of several nodes there is data at its limit. */
function isOnEdge({ plot }: View, { nodes, color }: Line): boolean {
  if (nodes.length > 4 && !isGray(color) && isLevel(nodes)) return false;
  for (let i = 0; i < nodes.length; i += 2) {
    const [x, y] = [nodes[i]!, nodes[i + 1]!];
    const inside = x > plot.x0 + EDGE && x < plot.x1 - EDGE && y > plot.y0 + EDGE && y < plot.y1 - EDGE;
    const level = i >= 2 && Math.abs(x - nodes[i - 2]!) > EDGE && Math.abs(y - nodes[i - 1]!) > EDGE;
    if (inside || level) return false;
  }
  return true;
}

const EDGE = 0.8;

function isLevel(nodes: readonly number[]): boolean {
  return nodes.every((n, i) => i % 2 === 0 || Math.abs(n - nodes[1]!) < 0.1);
}

/** Some programs stroke each segment by itself: an end that meets a start of the same pen goes on. */
function join(strands: readonly Strand[]): readonly Strand[] {
  const starts = new Map<string, Strand[]>();
  for (const strand of strands) {
    const key = meeting(strand, strand.nodes[0]!);
    starts.set(key, [...(starts.get(key) ?? []), strand]);
  }
  const taken = new Set<Strand>();
  const follow = (strand: Strand) => {
    const next = starts.get(meeting(strand, strand.nodes.at(-1)!)) ?? [];
    return next.find(other => !taken.has(other) && other !== strand);
  };
  const ends = new Set(strands.map(strand => meeting(strand, strand.nodes.at(-1)!)));
  const heads = strands.filter(strand => !ends.has(meeting(strand, strand.nodes[0]!)));
  const joined: Strand[] = [];
  for (const head of [...heads, ...strands]) {
    if (taken.has(head)) continue;
    taken.add(head);
    const chain = [head];
    for (let next = follow(head); next; next = follow(next)) {
      taken.add(next);
      chain.push(next);
    }
    joined.push(chain.length === 1 ? head : chained(chain));
  }
  return joined;
}

function meeting({ mark }: Strand, { at, across }: Spot): string {
  const pen = `${mark.stroke} ${mark.dashed} ${mark.strokeWidth.toFixed(1)}`;
  return `${pen} ${Math.round(at * 4)} ${Math.round(across * 4)}`;
}

function chained(chain: readonly Strand[]): Strand {
  const head = chain[0]!;
  const boxes = chain.map(strand => strand.bounds);
  return {
    ...head,
    lines: chain.flatMap(strand => strand.lines),
    nodes: chain.flatMap((strand, i) => (i === 0 ? strand.nodes : strand.nodes.slice(1))),
    outline: chain.flatMap((strand, i) => (i === 0 ? strand.outline : strand.outline.slice(1))),
    curved: chain.some(strand => strand.curved),
    bounds: {
      x0: Math.min(...boxes.map(b => b.x0)),
      y0: Math.min(...boxes.map(b => b.y0)),
      x1: Math.max(...boxes.map(b => b.x1)),
      y1: Math.max(...boxes.map(b => b.y1)),
    },
  };
}

/** Two nodes that lie level or plumb are a grid line, a stem, a whisker or a reference, unless the legend names them. */
function isData(view: View, { nodes, lines, mark }: Strand, entries: readonly LegendEntry[]): boolean {
  const { from, to } = spanOf(nodes);
  const long = Math.abs(view.turned ? view.plot.y1 - view.plot.y0 : view.plot.x1 - view.plot.x0);
  if (to - from < 0.4) return false;
  const level = nodes.every(node => Math.abs(node.across - nodes[0]!.across) < 0.3);
  const color = lines[0]!.color;
  const entry = entryOf({ color, form: 'line', dashed: mark.dashed }, entries);
  if (entry?.form === 'line') return true;
  return !(level && nodes.length === 2) && to - from > 0.02 * long && !isFrame(nodes);
}

/** A few strokes along the axes that are no steps draw the sides of panels. */
function isFrame(nodes: readonly Spot[]): boolean {
  const straight = nodes.every((node, i) => {
    const before = nodes[i - 1] ?? node;
    return Math.min(Math.abs(node.at - before.at), Math.abs(node.across - before.across)) < 0.1;
  });
  return straight && !isStepped(nodes) && nodes.some(node => Math.abs(node.across - nodes[0]!.across) > 0.3);
}

/** Pieces of one ink and entry follow each other along the base axis; where they overlap they are different series. */
function gather(strands: readonly Strand[], entries: readonly LegendEntry[]): readonly Track[] {
  const tracks: { color: string; entry: LegendEntry | null; strands: Strand[] }[] = [];
  for (const strand of [...strands].sort((a, b) => spanOf(a.nodes).from - spanOf(b.nodes).from)) {
    const { color } = strand.lines[0]!;
    const entry = entryOf({ color, form: 'line', dashed: strand.mark.dashed }, entries);
    const home = tracks.find(
      track => track.entry === entry && sameColor(track.color, color) && isAfter(track.strands, strand),
    );
    if (home) home.strands.push(strand);
    else tracks.push({ color, entry, strands: [strand] });
  }
  return tracks.map(track => ({
    color: track.color,
    entry: track.entry,
    pieces: track.strands,
    shapes: track.strands.flatMap(strand => strand.lines),
  }));
}

function isAfter(strands: readonly Strand[], next: Strand): boolean {
  const last = strands.at(-1)!;
  const sameWidth =
    Math.abs(last.mark.strokeWidth - next.mark.strokeWidth) < 0.35 * last.mark.strokeWidth + 0.1;
  return sameWidth && spanOf(next.nodes).from >= spanOf(last.nodes).to - 0.5;
}

/** A line under a line on the same nodes is its outline or shadow: the one on top counts. */
function withoutHalos(tracks: readonly Track[]): readonly Track[] {
  return tracks.filter(track => !tracks.some(other => other !== track && lies(track, other)));
}

function lies(under: Track, over: Track): boolean {
  const [a, b] = [under.pieces[0]!, over.pieces[0]!];
  if (a.nodes.length !== b.nodes.length || a.mark.order >= b.mark.order || under.entry !== null) return false;
  return a.nodes.every((node, i) => {
    const other = b.nodes[i]!;
    return Math.abs(node.at - other.at) < 0.2 && Math.abs(node.across - other.across) < 0.2;
  });
}
