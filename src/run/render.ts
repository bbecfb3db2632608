import type { OutputFormat } from '../domain/brief.ts';
import type { Deck } from '../domain/deck.ts';
import type { Report } from '../domain/report.ts';
import type { State } from '../domain/state.ts';
import { productVersion } from '../lib/version.ts';
import { renderChart } from '../outputs/figures/index.ts';
import { toHtml } from '../outputs/html/index.ts';
import { toClaimsJsonl, toCoverageJson, toFindingsJson, toSourcesJson } from '../outputs/json/index.ts';
import { toMarkdownWithClaims } from '../outputs/markdown/index.ts';
import type { ReportTemplate } from '../outputs/markdown/template.ts';
import { renderPptx } from '../outputs/pptx/index.ts';
import { toDeck } from '../synthesis/index.ts';
import { composeRun } from './compose.ts';
import type { Kit } from './kit.ts';
import { type PageImages, renderPageImages } from './page-images.ts';

/** The outputs of a run by their path under `--out`; the same store gives the same bytes. */
export type OutputFiles = Map<string, Uint8Array | string>;

/** Folders whose content is replaced whole by a rendering. */
export const OUTPUT_FOLDERS = ['figures', 'evidence'];

export interface RenderOptions {
  readonly formats: readonly OutputFormat[];
  /** The outline of `report.md`; the one that ships where absent. */
  readonly template?: ReportTemplate | undefined;
}

export interface Rendering {
  readonly report: Report;
  readonly deck: Deck;
  readonly files: OutputFiles;
}

/** Composes report and deck from the state and draws them in the formats asked for. */
export async function renderRun(
  state: State,
  kit: Kit,
  { formats, template }: RenderOptions,
): Promise<Rendering> {
  const report = await composeRun(state, kit);
  const deck = toDeck(report, state);
  const files: OutputFiles = new Map();
  const images = await renderPageImages(report, kit);
  const crops = cropPaths(images);
  if (formats.includes('md') || formats.includes('html')) await addFigures(files, report);
  if (formats.includes('md')) {
    const { markdown, claims } = toMarkdownWithClaims(report, {
      version: productVersion(),
      ...(template && { template }),
    });
    files.set('report.md', markdown);
    files.set('claims.jsonl', toClaimsJsonl(claims));
  }
  if (formats.includes('html'))
    files.set('report.html', toHtml(report, { pages: images.pages, figures: svgFigures(files) }));
  if (formats.includes('pptx')) files.set('deck.pptx', await renderPptx(deck));
  files.set('findings.json', toFindingsJson(state, report, { crops }));
  files.set('coverage.json', toCoverageJson(state, report));
  files.set('sources.json', toSourcesJson(report));
  for (const [id, png] of images.crops) files.set(crops.get(id) as string, png);
  return { report, deck, files };
}

async function addFigures(files: OutputFiles, report: Report): Promise<void> {
  for (const section of report.sections) {
    for (const block of section.blocks) {
      if (block.kind !== 'chart') continue;
      const { svg, png, vegaLite, csv } = await renderChart(block.chart);
      files.set(`figures/${block.chart.id}.svg`, svg);
      files.set(`figures/${block.chart.id}.png`, png);
      files.set(`figures/${block.chart.id}.vl.json`, vegaLite);
      files.set(`figures/${block.chart.id}.csv`, csv);
    }
  }
}

function cropPaths({ crops }: PageImages): ReadonlyMap<string, string> {
  return new Map([...crops.keys()].map(id => [id, `evidence/${id}.png`]));
}

function svgFigures(files: OutputFiles): ReadonlyMap<string, string> {
  const svgs = [...files].filter(([path]) => path.endsWith('.svg'));
  return new Map(svgs.map(([path, svg]) => [path.slice('figures/'.length, -'.svg'.length), String(svg)]));
}
