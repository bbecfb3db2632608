/**
 * node read-svg.mjs OUT FILE.svg …
 *
 * Marks of charts that Vega exported as SVG, for scoring: OUT/<name>.json for each file. Places are in the SVG's own pixels.
 * Only what its classes say: texts, bars, markers, ticks, axis lines, gridlines, swatches, lines.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openBrowser } from './browser.mjs';

const [out, ...files] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
const browser = await openBrowser();
try {
  await browser.open(
    '<!doctype html><meta charset="utf-8"><style>body{margin:0}</style><div id="chart"></div>',
  );
  for (const script of ['page.js', 'draw-vega.js'])
    await browser.run(`${readFileSync(path.join(import.meta.dirname, script), 'utf8')};0`);
  for (const file of files) {
    const marks = await browser.run(`readVegaSvg(${JSON.stringify(readFileSync(file, 'utf8'))})`);
    writeFileSync(path.join(out, `${path.basename(file, '.svg')}.json`), JSON.stringify(marks));
  }
} finally {
  browser.close();
}
