import type { Bounds } from '../../domain/mark.ts';
import type { Direction } from '../axes/aligned.ts';
import { touches } from '../bounds.ts';
import type { Shape } from '../types.ts';
import type { Stand } from './index.ts';
import { acrossOf, alongOf, lengthOf, type Span } from './spans.ts';

/** Panels in a row or column that share an axis printed at one of them only: each gets it, and those without any appear. */
export function withSiblings(stands: readonly Stand[], shapes: readonly Shape[]): Stand[] {
  const panels = stands.flatMap(stand => panelsBeside(stand, stands, shapes));
  const distinct = panels.filter(
    (panel, i) => !panels.slice(0, i).some(other => touches(other.plot, panel.plot, -2)),
  );
  return [...stands, ...distinct].map(stand => {
    const missing = (['x', 'y'] as const).filter(
      d => !stand.rulers.some(({ ruler }) => ruler.direction === d),
    );
    const shared = missing.flatMap(direction => sharedRulers(stand, direction, stands));
    return { ...stand, rulers: [...stand.rulers, ...shared] };
  });
}

/** The rulers of the nearest stand of the same extent along them. */
function sharedRulers(stand: Stand, direction: Direction, stands: readonly Stand[]): Stand['rulers'] {
  const own = alongOf(direction, stand.plot);
  const away = ({ plot }: Stand) =>
    Math.abs(acrossOf(direction, plot).from - acrossOf(direction, stand.plot).from);
  const [nearest] = stands
    .filter(other => other !== stand && areAlike(alongOf(direction, other.plot), own))
    .filter(other => other.rulers.some(({ ruler }) => ruler.direction === direction))
    .sort((a, b) => away(a) - away(b));
  const rulers = nearest?.rulers ?? [];
  return rulers.filter(({ ruler, side }) => ruler.direction === direction && side === 'main');
}

function areAlike(a: Span, b: Span): boolean {
  return Math.abs(a.from - b.from) < 1.5 && Math.abs(a.to - b.to) < 1.5;
}

/** Frames or backgrounds as high as a measured plot, beside it in its row, that no ruler of their own measures. */
function panelsBeside(stand: Stand, stands: readonly Stand[], shapes: readonly Shape[]): Stand[] {
  if (!stand.rulers.some(({ ruler }) => ruler.direction === 'y')) return [];
  const { plot } = stand;
  const wide = lengthOf(alongOf('x', plot));
  const beside = shapes.filter(shape => {
    if (shape.shape !== 'rect' || !areAlike(alongOf('y', shape), alongOf('y', plot))) return false;
    const width = shape.x1 - shape.x0;
    const near = Math.min(Math.abs(shape.x0 - plot.x1), Math.abs(plot.x0 - shape.x1)) < 6 * wide;
    const free = !stands.some(other => touches(other.plot, shape, -2));
    return width > 0.5 * wide && width < 2 * wide && near && free;
  });
  return beside.map(({ x0, y0, x1, y1 }) => ({ plot: { x0, y0, x1, y1 } satisfies Bounds, rulers: [] }));
}
