import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const SRC = join(import.meta.dirname, '..', 'src');
const BASE = ['domain', 'lib', 'errors'];
const STAGES = [
  'config',
  'sources',
  'documents',
  'charts',
  'lens',
  'store',
  'planning',
  'findings',
  'reasoning',
  'synthesis',
  'outputs',
];

/** What each folder may import, beside itself and packages: ARCHITECTURE.md draws the same table. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  errors: [],
  lib: ['domain', 'errors'],
  ...Object.fromEntries(STAGES.map(stage => [stage, BASE])),
  perception: [...BASE, 'charts'],
  run: [...BASE, ...STAGES, 'perception'],
  eval: [...BASE, ...STAGES, 'perception', 'run'],
  bench: [...BASE, ...STAGES, 'perception', 'run'],
  cli: [...BASE, 'config', 'run', 'eval', 'bench'],
  index: [...BASE, 'config', 'run'],
};

/** Packages that cost start-up time or hold native code, and the only folders that may import them. */
const HEAVY: Readonly<Record<string, readonly string[]>> = {
  'pdfjs-dist': ['documents/pdf', 'outputs/figures'],
  '@napi-rs/canvas': ['documents/pdf', 'outputs/pptx'],
  libsql: ['store'],
  kysely: ['store'],
  pptxgenjs: ['outputs/pptx'],
  vega: ['outputs/figures'],
  'vega-lite': ['outputs/figures'],
  '@resvg/resvg-js': ['outputs/figures'],
  sharp: [
    'documents',
    'lens/picture.ts',
    'lens/sight/raster.ts',
    'lens/sight/maps.ts',
    'run/page-images.ts',
    'run/overlay.ts',
    'bench',
    'eval',
  ],
  'onnxruntime-node': ['lens/session.ts'],
  ink: ['cli/ui'],
  react: ['cli/ui'],
};

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(file => /\.tsx?$/.test(file));

describe('imports', () => {
  test.each(files)('%s imports only what its folder may', file => {
    const own = folderOf(file);
    expect(MAY_IMPORT).toHaveProperty(own);
    const reached = relativeImports(file)
      .map(folderOf)
      .filter(folder => folder !== own);
    expect(reached.filter(folder => !MAY_IMPORT[own]?.includes(folder))).toEqual([]);
  });

  test.each(Object.entries(HEAVY))('%s is imported only where it belongs', (name, places) => {
    const importers = files.filter(file =>
      packageImports(file).some(spec => spec === name || spec.startsWith(`${name}/`)),
    );
    expect(
      importers.filter(file => !places.some(place => file === place || file.startsWith(`${place}/`))),
    ).toEqual([]);
  });

  test('only the command line, and the entry of a child process, touch the process', () => {
    const users = files.filter(file => /\bprocess\.(argv|exit|exitCode|stdout|stderr)\b/.test(textOf(file)));
    const entries = ['documents/child.ts', 'lens/child.ts'];
    expect(users.filter(file => !file.startsWith('cli/') && !entries.includes(file))).toEqual([]);
  });

  test('pure folders have no clock and no randomness', () => {
    const pure = /^(domain|charts|perception|planning|findings|synthesis|lib)\//;
    const impure = files.filter(
      file =>
        pure.test(file) &&
        /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|performance\.now/.test(textOf(file)),
    );
    expect(impure).toEqual([]);
  });
});

function folderOf(file: string): string {
  const [first = ''] = file.split('/');
  return first.replace(/\.tsx?$/, '');
}

function relativeImports(file: string): readonly string[] {
  return specifiers(file)
    .filter(spec => spec.startsWith('.'))
    .map(spec => relative(SRC, join(SRC, file, '..', spec)))
    .filter(path => !path.startsWith('..'));
}

function packageImports(file: string): readonly string[] {
  return specifiers(file).filter(spec => !spec.startsWith('.') && !spec.startsWith('node:'));
}

function specifiers(file: string): readonly string[] {
  const text = textOf(file);
  return [...text.matchAll(/(?:\bfrom|\bimport\(|^import)\s*'([^']+)'/gm)].map(match => match[1] as string);
}

function textOf(file: string): string {
  return readFileSync(join(SRC, file), 'utf8');
}
