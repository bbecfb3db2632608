import { unzip } from '../../zip.ts';
import { chartProblems } from './charts.ts';
import { contentTypeProblems } from './content-types.ts';
import { relationProblems } from './relations.ts';
import { shapeProblems } from './shapes.ts';

/**
 * What is wrong with a package that schema validators don't see and that makes PowerPoint repair it, or a chart lie;
 * empty where nothing is.
 */
export function lintPackage(bytes: Uint8Array): readonly string[] {
  const parts = unzip(bytes);
  return [contentTypeProblems, relationProblems, shapeProblems, chartProblems].flatMap(check => check(parts));
}
