import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GroundTruth } from '../../fixtures/make/ground-truth.ts';
import { writeFixtures } from '../../fixtures/make/make.ts';
import { wrongAnswers, wrongEvidence } from '../helpers/check-answers.ts';
import { wrongCharts, wrongFootnotes, wrongOpen, wrongStatus } from '../helpers/check-status.ts';
import { repeated, statedTwice, unanswered, wrongNames } from '../helpers/check-wording.ts';
import { dossier, type Ended, ROOT, start } from '../helpers/dossier.ts';
import { type Outcome, readOutcome, sectionOf } from '../helpers/outcome.ts';

/** Seeds whose worlds differ in currency, scale, order of years, rules, fiscal year and kind of contradiction. */
const SEEDS = [2, 6, 8];
const KEY_FINDINGS = 8;
const CHARTS = 4;
const PATIENCE_MS = 120_000;

describe.each(['the demo', ...SEEDS])('the research folder of seed %s', seed => {
  let folder: string;
  let truth: GroundTruth;
  let ended: Ended;
  let outcome: Outcome;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dossier-answers-'));
    ({ truth, ended } = typeof seed === 'number' ? await runSeed(seed, folder) : await runDemo(folder));
    outcome = await readOutcome(join(folder, 'out'));
  }, PATIENCE_MS);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('ends with a report, and says by its exit code that sources and questions stay open', () => {
    expect(ended.code, ended.stderr).toBe(seed === 'the demo' ? 0 : 3);
  });

  test('is answered with the values of its ground truth, each cited where it is printed', () => {
    expect(wrongAnswers(truth, outcome)).toEqual([]);
  });

  test('is cited with pages, boxes and quotes that exist', () => {
    expect(wrongEvidence(truth, outcome)).toEqual([]);
  });

  test('has reasons for the change among its findings', () => {
    const causes = truth.questions.flatMap(question => question.causes.map(cause => words(cause.text)));
    const stated = outcome.findings
      .filter(finding => finding.value === null)
      .map(finding => words(finding.claim));
    const quoted = outcome.findings.flatMap(finding =>
      finding.evidence.map(evidence => words(evidence.quote)),
    );
    expect(causes.filter(cause => [...stated, ...quoted].some(text => text.includes(cause)))).not.toEqual([]);
  });

  test('keeps apart what is contested, what is superseded, and what only differs in scope', () => {
    expect(wrongStatus(truth, outcome)).toEqual([]);
  });

  test('answers every part of the question first', () => {
    expect(unanswered(truth, outcome)).toEqual([]);
  });

  test('says each thing once, about things that have that name', () => {
    expect(repeated(outcome)).toEqual([]);
    expect(statedTwice(truth, outcome)).toEqual([]);
    expect(wrongNames(truth, outcome)).toEqual([]);
  });

  test('names the leader of the market in its answer', () => {
    expect(sectionOf(outcome.report, /^answer/i)).toContain(truth.leader);
  });

  test('says that the question without an answer has none', () => {
    expect(wrongOpen(truth, outcome)).toEqual([]);
  });

  test('has footnotes that name file, page and quote', () => {
    expect(wrongFootnotes(truth, outcome, KEY_FINDINGS)).toEqual([]);
  });

  test('has a deck whose native charts show the findings', () => {
    expect(wrongCharts(outcome, CHARTS)).toEqual([]);
  });
});

async function runSeed(seed: number, folder: string): Promise<{ truth: GroundTruth; ended: Ended }> {
  const { truth } = await writeFixtures(seed, folder);
  const places = ['--out', 'out', '--store', 'store'];
  return { truth, ended: await dossier(['run', truth.asked, 'sources', ...places], { cwd: folder }) };
}

/** `npm run demo` as it stands, over the committed folder. */
async function runDemo(folder: string): Promise<{ truth: GroundTruth; ended: Ended }> {
  const truth = JSON.parse(await readFile(join(ROOT, 'fixtures/data/ground-truth.json'), 'utf8'));
  return { truth, ended: await start([process.execPath, 'fixtures/demo.js', folder], { cwd: ROOT }) };
}

function words(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%.]+/gu, ' ')
    .replace(/\.$/, '')
    .trim();
}
