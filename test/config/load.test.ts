import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isBriefFile, loadSettings, readBriefFile } from '../../src/config/index.ts';

const cwd = mkdtempSync(join(tmpdir(), 'dossier-config-'));
const inner = join(cwd, 'a', 'b');
mkdirSync(inner, { recursive: true });
writeFileSync(join(cwd, 'dossier.yaml'), 'maxTime: 5m\nout: from-file\nworkers: 3\n');

describe('settings', () => {
  test.each([
    [
      'defaults hold where nothing is said',
      {},
      {},
      tmpdir(),
      { out: join(tmpdir(), 'dossier-out'), format: ['md', 'pptx', 'html'], offline: false, vlm: 'lens' },
    ],
    [
      'a file above the working folder is found, its paths meant from there',
      {},
      {},
      inner,
      { out: join(cwd, 'from-file'), maxTime: 300_000 },
    ],
    [
      'the environment goes over the file',
      {},
      { DOSSIER_OUT: 'from-env', DOSSIER_MAX_TIME: '20s' },
      inner,
      { out: join(inner, 'from-env'), maxTime: 20_000 },
    ],
    [
      'a flag goes over all',
      { out: 'flag', format: 'md,html' },
      { DOSSIER_OUT: 'env' },
      inner,
      { out: join(inner, 'flag'), format: ['md', 'html'], workers: 3 },
    ],
    [
      'amounts, switches and names are read as people write them',
      { maxCost: '2.00', reasoner: 'Grounded', template: '/t/own.md' },
      {
        DOSSIER_OFFLINE: 'yes',
        DOSSIER_STRICT: '0',
        DOSSIER_PASSWORD_FILE: 'keys',
        DOSSIER_STORE: 'postgres://h/d',
      },
      tmpdir(),
      {
        maxCost: 2,
        reasoner: 'grounded',
        template: '/t/own.md',
        offline: true,
        strict: false,
        passwordFile: join(tmpdir(), 'keys'),
        store: 'postgres://h/d',
      },
    ],
  ])('%s', (_, flags, env, where, expected) => {
    expect(loadSettings({ flags, env, cwd: where }).settings).toMatchObject(expected);
  });

  test('each value says where it comes from', () => {
    const { origins } = loadSettings({ flags: { strict: true }, env: { DOSSIER_OUT: 'x' }, cwd: inner });
    expect([origins.strict.origin, origins.out.origin, origins.workers.origin, origins.lang.origin]).toEqual([
      'flag',
      'environment',
      'file',
      'default',
    ]);
  });

  test.each([
    ['a bad duration', { maxTime: 'soon' }, {}, /--max-time is not valid: expected a duration.*"soon"/],
    ['a bad format', { format: 'md,doc' }, {}, /--format is not valid.*"doc"/],
    ['a bad variable', {}, { DOSSIER_WORKERS: 'many' }, /DOSSIER_WORKERS is not valid.*from 1 to 16.*"many"/],
    [
      'a count of nothing',
      { maxPages: '0' },
      {},
      /--max-pages is not valid: expected a whole number from 1.*"0"/,
    ],
    ['a sum that is none', { maxCost: '-1' }, {}, /--max-cost is not valid: expected an amount.*"-1"/],
    [
      'a language that is not there',
      { lang: 'de' },
      {},
      /--lang is not valid: reports are written in en, found "de"/,
    ],
    [
      'a reasoner that is not known',
      { reasoner: 'oracle' },
      {},
      /--reasoner is not valid: expected grounded or endpoint/,
    ],
    [
      'a switch that is none',
      {},
      { DOSSIER_WAIT: 'maybe' },
      /DOSSIER_WAIT is not valid: expected true or false/,
    ],
    ['a path that is none', { out: '' }, {}, /--out is not valid: expected a text, found nothing/],
  ])('%s is named', (_, flags, env, message) => {
    expect(() => loadSettings({ flags, env, cwd: tmpdir() })).toThrow(message);
  });

  test.each([
    ['a key that is not known', 'ouput: x\n', /"ouput"/],
    ['a list instead of settings', '- a\n', /name: value/],
    ['a file that is no YAML', 'a: [\n', /not valid YAML/],
  ])('%s in the file is named', (_, content, message) => {
    const folder = mkdtempSync(join(tmpdir(), 'dossier-config-'));
    writeFileSync(join(folder, 'dossier.yaml'), content);
    expect(() => loadSettings({ flags: {}, env: {}, cwd: folder })).toThrow(message);
  });

  test.each([
    ['max-time: 5m\n', 'Did you mean "maxTime"?'],
    ['colour: red\n', expect.stringMatching(/^Known settings: out, /)],
  ])('a hint says which setting %j meant', (content, hint) => {
    const folder = mkdtempSync(join(tmpdir(), 'dossier-config-'));
    writeFileSync(join(folder, 'dossier.yaml'), content);
    expect(caught(() => loadSettings({ flags: {}, env: {}, cwd: folder }))).toMatchObject({ hint });
  });
});

describe('a brief file', () => {
  const write = (content: string) => {
    const path = join(mkdtempSync(join(tmpdir(), 'dossier-brief-')), 'brief.yaml');
    writeFileSync(path, content);
    return path;
  };

  test('holds questions, sources from its own folder, and settings', () => {
    const path = write(
      'question: What was revenue?\nquestions:\n  - And capex?\nsources: [docs, "*.pdf"]\nmaxTime: 2m\nstore: s\n',
    );
    const brief = readBriefFile(path);
    expect(brief.questions).toEqual(['What was revenue?', 'And capex?']);
    expect(brief.sources).toEqual([join(path, '..', 'docs'), join(path, '..', '*.pdf')]);
    const { settings, origins } = loadSettings({
      flags: {},
      env: { DOSSIER_OUT: 'x' },
      cwd: tmpdir(),
      brief,
    });
    expect([settings.maxTime, origins.maxTime.origin]).toEqual([120_000, 'brief']);
    expect([settings.out, settings.store]).toEqual([join(tmpdir(), 'x'), join(path, '..', 's')]);
  });

  test.each([
    ['without a question', 'sources: a.pdf\n', /asks no question/],
    ['without sources', 'question: x\n', /"sources"/],
    ['with a key that is not known', 'question: x\nsources: a\ncolour: red\n', /"colour"/],
    ['that is no YAML', 'a: [', /can't be read as a brief/],
  ])('%s is refused', (_, content, message) => {
    expect(() => readBriefFile(write(content))).toThrow(message);
  });

  test('that is not there is named, and how to make one', () => {
    const hint = 'dossier init writes a brief to fill in.';
    const message = '/none/brief.yaml does not exist.';
    expect(caught(() => readBriefFile('/none/brief.yaml'))).toMatchObject({ message, hint });
  });

  test('is told by its ending, and by its being there where its name has blanks like a question', () => {
    const folder = mkdtempSync(join(tmpdir(), 'dossier-brief-'));
    writeFileSync(join(folder, 'my brief.yaml'), '');
    const names = [
      'brief.yaml',
      'a/b.YML',
      'my brief.yaml',
      'What is in brief.yaml',
      'report.pdf',
      undefined,
    ];
    expect(names.map(name => isBriefFile(name, folder))).toEqual([true, true, true, false, false, false]);
  });
});

function caught(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
