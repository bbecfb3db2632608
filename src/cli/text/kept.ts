/** A warning for each output that had been edited. */
export function keptWarnings(
  kept: readonly { readonly path: string; readonly as: string }[],
): readonly string[] {
  return kept.map(({ path, as }) => `${path} was not as Dossier had left it; that copy is kept as ${as}.`);
}
