import { describe, expect, test } from 'vitest';
import { loadVocabulary, parseVocabulary } from '../../src/reasoning/vocabulary.ts';

describe('the shipped vocabulary', () => {
  test('names more than 120 metrics, each with its name among what it answers to', async () => {
    const { metrics, topics } = await loadVocabulary();
    expect(metrics.size).toBeGreaterThan(120);
    expect(topics.size).toBeGreaterThan(20);
    for (const metric of metrics.values()) expect(metric.phrases.length, metric.id).toBeGreaterThan(0);
  });
});

describe('a vocabulary of one’s own', () => {
  const metric = '- {id: beds, name: Beds, dimensions: [count], phrases: [beds, Bed Count]}';

  test('phrases are compared in lower case', () => {
    const { metrics } = parseVocabulary([{ name: 'a.yaml', text: `metrics:\n${metric}` }]);
    expect(metrics.get('beds')?.phrases).toEqual(['beds', 'bed count']);
  });

  test.each([
    [
      'an entry without phrases',
      'metrics:\n- {id: beds, name: Beds, dimensions: [count]}',
      /a\.yaml.*phrases/s,
    ],
    [
      'a dimension that there isn’t',
      'metrics:\n- {id: b, name: B, dimensions: [weight], phrases: [b]}',
      /a\.yaml/,
    ],
    ['an id twice', `metrics:\n${metric}\n${metric}`, /"beds" is there twice/],
    [
      'a topic of a metric that isn’t there',
      `metrics:\n${metric}\ntopics:\n- {id: t, name: T, asks: [t], metrics: [rooms]}`,
      /"rooms" doesn't exist/,
    ],
  ])('%s is refused by name', (_, text, message) => {
    expect(() => parseVocabulary([{ name: 'a.yaml', text }])).toThrow(message);
  });
});
