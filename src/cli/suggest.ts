/** What to type instead of a mistyped verb: the nearest one, or the list. */
export function suggestVerb(typed: string, verbs: readonly string[]): string {
  const near = verbs
    .map(verb => ({ verb, distance: editDistance(typed.toLowerCase(), verb) }))
    .sort((a, b) => a.distance - b.distance)[0];
  if (near && near.distance <= 2) return `Did you mean "dossier ${near.verb}"?`;
  return `Commands: ${verbs.join(', ')}. A question goes in quotes: dossier run "…" ./documents`;
}

/** Levenshtein distance, with a swap of neighbours counted as one slip. */
function editDistance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) => [i, ...new Array<number>(b.length).fill(0)]);
  const at = (i: number, j: number) => (i === 0 ? j : (table[i]?.[j] ?? 0));
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const substitute = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const best = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        substitute,
        swapped ? at(i - 2, j - 2) + 1 : Infinity,
      );
      (table[i] as number[])[j] = best;
    }
  }
  return at(a.length, b.length);
}
