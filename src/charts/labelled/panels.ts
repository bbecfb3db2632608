import type { Rod } from './rods.ts';

/**
 * Lying rods that white space parts from top to bottom: panels side by side that share the names of their rows. Inks
 * that come back are another panel's; inks that don't are further series of one chart.
 */
export function panelsIn(rods: readonly Rod[]): readonly (readonly Rod[])[] {
  const panels: { rods: Rod[]; to: number }[] = [];
  for (const rod of [...rods].sort((a, b) => a.from - b.from)) {
    const panel = panels.at(-1);
    if (panel && rod.from < panel.to + CORRIDOR) {
      panel.rods.push(rod);
      panel.to = Math.max(panel.to, rod.to);
    } else panels.push({ rods: [rod], to: rod.to });
  }
  const inks = panels.map(panel => new Set(panel.rods.map(({ shape }) => shape.color)));
  const [first] = inks;
  const alike = inks.every(own => own.size === first!.size && [...own].every(color => first!.has(color)));
  const full = panels.every(panel => panel.rods.length >= FEWEST);
  return panels.length > 1 && alike && full ? panels.map(panel => panel.rods) : [rods];
}

/** Page units. */
const CORRIDOR = 6;
const FEWEST = 3;
