import type { Category, CategoryScale, Label } from '../types.ts';

/**
 * Categories with the names of the groups that stand below them put before their own, as in "2019 / Q1": each row of
 * fewer labels divides the categories so that every label stands under the middle of its group.
 */
export function leveled(scale: CategoryScale, labels: readonly Label[]): CategoryScale {
  let { categories } = scale;
  for (let depth = 0; depth < 3; depth++) {
    const row = rowBelow(categories, labels);
    const groups = row && divided(categories, row);
    if (!groups) break;
    categories = groups.flatMap(({ label, own }) =>
      own.map(category => ({
        ...category,
        name: `${label.text} / ${category.name}`,
        label: joined(category, label),
      })),
    );
  }
  return { kind: 'category', categories };
}

/** The next level row under the names, with fewer labels than there are names. */
function rowBelow(categories: readonly Category[], labels: readonly Label[]): readonly Label[] | null {
  const foot = Math.max(...categories.map(({ label }) => label.y1));
  const { size } = categories[0]!.label;
  const known = new Set(categories.flatMap(({ label }) => label.runs));
  const below = labels.filter(
    label =>
      label.angle === 0 &&
      !label.runs.some(run => known.has(run)) &&
      label.y0 > foot - 0.6 * size &&
      label.y0 < foot + size,
  );
  const first = Math.min(...below.map(({ y0 }) => y0));
  const row = below.filter(({ y0 }) => y0 - first < 0.4 * size).sort((a, b) => a.x0 - b.x0);
  return row.length >= 2 && 2 * row.length <= categories.length + 1 ? row : null;
}

/** Neighbouring categories under each label; null where labels don't stand in the middle of any such groups. */
function divided(categories: readonly Category[], row: readonly Label[]) {
  const groups: { label: Label; own: readonly Category[] }[] = [];
  let start = 0;
  for (const label of row) {
    const middle = (label.x0 + label.x1) / 2;
    const end = categories.findIndex((category, i) => {
      const off = (categories[start]?.at ?? 0) + category.at - 2 * middle;
      return i >= start && Math.abs(off) < 0.35 * (category.to - category.from);
    });
    if (end < 0) return null;
    groups.push({ label, own: categories.slice(start, end + 1) });
    start = end + 1;
  }
  return start === categories.length ? groups : null;
}

/** The label with its group's runs, so that these count as read. */
function joined({ label }: Category, group: Label): Label {
  return { ...label, runs: [...label.runs, ...group.runs] };
}
