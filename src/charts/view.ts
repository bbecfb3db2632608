import type { Bounds } from '../domain/mark.ts';
import type { CategoryScale, Frame, ValueScale } from './types.ts';

/** A frame as its points see it: the axis that they stand along, and the one that measures them. */
export interface View {
  readonly plot: Bounds;
  /** Null where nothing is printed along it. */
  readonly base: CategoryScale | ValueScale | null;
  readonly value: ValueScale;
  /** Points stand along the vertical axis, and values run from left to right. */
  readonly turned: boolean;
}

/** How a frame is to be read; null where no axis measures anything. With two value axes the first counts. */
export function viewOf({ plot, x, y }: Frame): View | null {
  const [across, upward] = [x[0]?.scale ?? null, y[0]?.scale ?? null];
  if (isMeasure(upward) && !(isMeasure(across) && upward.kind === 'date' && across.kind !== 'date')) {
    return { plot, base: across, value: upward, turned: false };
  }
  return isMeasure(across) ? { plot, base: upward, value: across, turned: true } : null;
}

/** A place on the page as a distance along the base axis and one along the value axis. */
export function seen(view: View, x: number, y: number): { readonly at: number; readonly across: number } {
  return view.turned ? { at: y, across: x } : { at: x, across: y };
}

/** How far a value may be off that was measured at `across` give or take `slack` page units. */
export function toleranceAt({ value }: View, across: number, slack = 0.1): number {
  const reach = value.residual + value.blur + slack;
  const middle = value.toValue(across);
  return Math.max(
    Math.abs(value.toValue(across + reach) - middle),
    Math.abs(value.toValue(across - reach) - middle),
  );
}

function isMeasure(scale: CategoryScale | ValueScale | null): scale is ValueScale {
  return scale !== null && scale.kind !== 'category';
}
