import { readFileSync } from 'node:fs';

/** The version in package.json, which lies two folders above both `src/lib` and `dist/lib`. */
export function productVersion(): string {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { readonly version: string }).version;
}
