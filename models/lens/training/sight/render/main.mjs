/**
 * node main.mjs OUT [--libraries vega,echarts,chartjs,apexcharts,plotly,office] [--count 200] [--seed 1]
 *
 * Writes OUT/<library>/<seed>.png and .json: a chart and its marks, in the form of ../marks.py.
 */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { openBrowser } from './browser.mjs';
import { officeCharts } from './office.mjs';
import { makeSpec } from './spec.mjs';

const require = createRequire(import.meta.url);
const here = name => path.join(import.meta.dirname, name);
const BUNDLES = {
  vega: ['vega/build/vega.min.js', 'vega-lite/build/vega-lite.min.js'],
  echarts: ['echarts/dist/echarts.min.js'],
  chartjs: [
    'chart.js/dist/chart.umd.min.js',
    'chartjs-plugin-datalabels/dist/chartjs-plugin-datalabels.min.js',
  ],
  apexcharts: ['apexcharts/dist/apexcharts.min.js'],
  plotly: ['plotly.js-dist-min/plotly.min.js'],
  office: [],
};
const RECYCLE = 60;

const [out, ...rest] = process.argv.slice(2);
const option = (name, fallback) =>
  rest.includes(`--${name}`) ? rest[rest.indexOf(`--${name}`) + 1] : fallback;
const count = Number(option('count', '200'));
const first = Number(option('seed', '1'));
for (const library of option('libraries', Object.keys(BUNDLES).join(',')).split(','))
  await renderLibrary(library);

async function renderLibrary(library) {
  mkdirSync(path.join(out, library), { recursive: true });
  const started = Date.now();
  const failed = [];
  for (let from = first; from < first + count; from += RECYCLE) {
    const browser = await openBrowser();
    try {
      await load(browser, library);
      const seeds = Array.from({ length: Math.min(RECYCLE, first + count - from) }, (_, i) => from + i);
      const plain = seeds.map(seed => makeSpec(seed, library));
      const specs = library === 'office' ? await officeCharts(plain) : plain;
      for (const spec of specs)
        await renderOne(browser, spec).catch(error => failed.push(`${spec.seed}: ${shortened(error)}`));
    } finally {
      browser.close();
    }
  }
  const perSecond = (count / (Date.now() - started)) * 1000;
  process.stdout.write(
    `${library}: ${count - failed.length} charts, ${perSecond.toFixed(1)} a second, ${failed.length} left out ${failed.slice(0, 5).join('; ')}\n`,
  );
}

function shortened({ message }) {
  return message
    .split('\n')
    .slice(0, Number(option('trace', '1')))
    .join(' ');
}

async function load(browser, library) {
  await browser.open(
    '<!doctype html><meta charset="utf-8"><style>body{margin:0}*{animation:none!important;transition:none!important}</style><div id="chart"></div>',
  );
  const scripts = [
    ...BUNDLES[library].map(file => bundle(file)),
    here('page.js'),
    here(`draw-${library}.js`),
  ];
  for (const script of scripts) await browser.run(`${readFileSync(script, 'utf8')};0`);
}

/** Packages' exports may hide the file, so it is found beside the package's own entry. */
function bundle(file) {
  const name = file.split('/')[0];
  const folder = require.resolve
    .paths(name)
    .map(p => path.join(p, name))
    .find(p => {
      try {
        return readFileSync(path.join(p, 'package.json'));
      } catch {
        return false;
      }
    });
  return path.join(folder, file.slice(name.length + 1));
}

async function renderOne(browser, spec) {
  await browser.resize(spec);
  const marks = await browser.run(`Sight.draw(${JSON.stringify(spec)})`);
  const picture = await browser.picture(spec);
  await browser.run('Sight.clear()');
  const name = path.join(out, spec.library, String(spec.seed));
  writeFileSync(`${name}.png`, picture);
  writeFileSync(`${name}.json`, JSON.stringify(marks));
}
