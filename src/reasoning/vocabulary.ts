import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { DossierError, EXIT } from '../errors.ts';
import { namesIn, parseFormula } from '../lib/formula/index.ts';

const dimension = z.enum([
  'money',
  'percent',
  'points',
  'count',
  'mass',
  'energy',
  'power',
  'volume',
  'area',
  'length',
  'time',
  'ratio',
  'other',
]);
const phrases = z.array(z.string().min(1).toLowerCase()).readonly();
const aspect = z.enum([
  'level',
  'change',
  'trend',
  'comparison',
  'rank',
  'share',
  'cause',
  'target',
  'list',
  'statement',
]);

const metric = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1),
  dimensions: z.array(dimension).min(1).readonly(),
  /** As reports print it. */
  phrases,
  /** What only looks like it. */
  not: phrases.default([]),
  /** Words that people ask with and reports don't print as a label. */
  asks: phrases.default([]),
  /** Headings for it where it was asked for by other words: "freshwater withdraw: Freshwater withdrawal". */
  called: z.record(z.string(), z.string().min(1)).readonly().default({}),
  /** How it follows from other metrics, by their ids: "net-income / average(equity)". The first that can be worked out counts. */
  formulas: z.array(z.string().min(1)).readonly().default([]),
});

const topic = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1),
  asks: phrases,
  /** Ids of the metrics that it stands for. */
  metrics: z.array(z.string()).min(1).readonly(),
  by: z.array(z.string()).readonly().default([]),
  aspects: z.array(aspect).readonly().default([]),
  /** Words to search with, beside the metrics' own. */
  terms: phrases.default([]),
  /** One question per metric, not one for all. */
  apart: z.boolean().default(false),
  /** Asking for two of its metrics is asking one question. */
  together: z.boolean().default(false),
  /** The topic that "and targets" means beside this one. */
  goals: z.string().optional(),
});

const file = z.strictObject({ metrics: z.array(metric), topics: z.array(topic).default([]) });

export type VocabularyMetric = z.infer<typeof metric>;
export type VocabularyTopic = z.infer<typeof topic>;

/** The metrics and topics that the grounded reasoner knows by name. */
export interface Vocabulary {
  readonly metrics: ReadonlyMap<string, VocabularyMetric>;
  readonly topics: ReadonlyMap<string, VocabularyTopic>;
}

const SHIPPED = fileURLToPath(new URL('../../templates/vocabulary/', import.meta.url));

/** Reads every `*.yaml` in the folder. Throws `DossierError` (`vocabulary`) naming the file and the entry. */
export async function loadVocabulary(directory: string = SHIPPED): Promise<Vocabulary> {
  const names = (await readdir(directory)).filter(name => name.endsWith('.yaml')).sort();
  const texts = await Promise.all(names.map(name => readFile(`${directory}/${name}`, 'utf8')));
  return parseVocabulary(texts.map((text, i) => ({ name: names[i] ?? '', text })));
}

/** The same from texts: pure. */
export function parseVocabulary(files: readonly { name: string; text: string }[]): Vocabulary {
  const metrics = new Map<string, VocabularyMetric>();
  const topics = new Map<string, VocabularyTopic>();
  for (const { name, text } of files) {
    const parsed = file.safeParse(parse(text));
    if (!parsed.success) throw invalid(name, z.prettifyError(parsed.error));
    for (const entry of parsed.data.metrics) addOnce(metrics, entry, name);
    for (const entry of parsed.data.topics) addOnce(topics, entry, name);
  }
  checkReferences({ metrics, topics });
  return { metrics, topics };
}

function addOnce<T extends { id: string }>(map: Map<string, T>, entry: T, name: string): void {
  if (map.has(entry.id)) throw invalid(name, `"${entry.id}" is there twice.`);
  map.set(entry.id, entry);
}

function checkReferences({ metrics, topics }: Vocabulary): void {
  for (const entry of metrics.values()) {
    for (const formula of entry.formulas) {
      const parsed = parseFormula(formula);
      if (!parsed) throw invalid(entry.id, `"${formula}" is not a formula.`);
      const missing = namesIn(parsed).find(id => !metrics.has(id));
      if (missing) throw invalid(entry.id, `Metric "${missing}" in "${formula}" doesn't exist.`);
    }
  }
  for (const entry of topics.values()) {
    const missing = entry.metrics.find(id => !metrics.has(id));
    if (missing) throw invalid(entry.id, `Metric "${missing}" doesn't exist.`);
    if (entry.goals && !topics.has(entry.goals))
      throw invalid(entry.id, `Topic "${entry.goals}" doesn't exist.`);
  }
}

function invalid(where: string, what: string): DossierError {
  return new DossierError({ code: 'vocabulary', exit: EXIT.usage }, `Vocabulary ${where}: ${what}`);
}
