import type { Expected, GroundTruth } from '../../fixtures/make/ground-truth.ts';
import { groupBy } from '../../src/lib/group.ts';
import { isYear } from './check-answers.ts';
import { type Outcome, sectionOf, worth } from './outcome.ts';

/** Parts of the question that the report's opening answer passes over. */
export function unanswered(truth: GroundTruth, { report }: Outcome): string[] {
  const answer = sectionOf(report, /^answer/i);
  return truth.questions
    .filter(({ expected }) => expected.length > 0 && !expected.some(fact => shows(answer, fact)))
    .map(({ text }) => `the answer gives no value for "${text}"`);
}

/** Sentences that the report says more than once: answer, key findings and sections each say something of their own. */
export function repeated({ report }: Outcome): string[] {
  const body = report
    .replace(/^\[\^[^\]]+\]: .*$/gm, '')
    .replace(/\[\^[^\]]+\]/g, '')
    .replace(/^## (?:Coverage|Method|Sources)[\s\S]*/m, '');
  const sentences = body
    .split('\n')
    .map(line => line.replace(/^(?:- |\d+\. )/, '').trim())
    .filter(line => /^[^#|!<>].{20,}\.$/.test(line) && !/^(?:Source|No answer|No evidence)/.test(line));
  return [...new Set(sentences.filter((sentence, i) => sentences.indexOf(sentence) !== i))];
}

/** Values whose entity is none of the names in the sources: a column header, a unit, a month, a scope. */
export function wrongNames({ names }: GroundTruth, { findings }: Outcome): string[] {
  const known = names.map(name => name.toLowerCase());
  return findings.flatMap(({ id, claim, value }) => {
    const entity = value?.entity.toLowerCase() ?? '';
    const fits = entity === '' || known.some(name => name.includes(entity) || entity.includes(name));
    return fits ? [] : [`${id}: "${value?.entity}" is no entity, in "${claim}"`];
  });
}

/** Facts that are stated by several findings of one metric at once, because these were not seen to be the same. */
export function statedTwice(truth: GroundTruth, { findings }: Outcome): string[] {
  const facts = truth.questions.flatMap(question => question.expected);
  return facts.flatMap(fact => {
    const stating = findings.filter(
      ({ status, value }) =>
        (status === 'supported' || status === 'contested') &&
        value !== null &&
        isYear(value.period, fact.year) &&
        (value.unit === '%') === (fact.unit === '%') &&
        fact.places.some(
          place => Math.abs(Math.abs(place.amount * place.scale) - Math.abs(worth(value))) < 1e-6,
        ),
    );
    const byMetric = groupBy(stating, ({ value }) => value?.metric);
    return [...byMetric.values()].flatMap(same => {
      const claims = same.map(({ claim }) => `"${claim}"`);
      return claims.length > 1 ? [`${fact.id} is stated ${claims.length} times: ${claims.join(' ')}`] : [];
    });
  });
}

/** Whether a text shows the fact's value in any of the ways that a report may print it. */
export function shows(text: string, { exact, places }: Expected): boolean {
  const printed = places.flatMap(place => place.printed.match(/\d[\d,.]*\d|\d/)?.[0] ?? []);
  const size = Math.abs(exact);
  const scaled = [
    [1e9, 'billion'],
    [1e6, 'million'],
    [1e3, 'thousand'],
  ] as const;
  const words = scaled.flatMap(([scale, word]) =>
    [0, 1, 2].map(digits => `${Number((size / scale).toFixed(digits))} ${word}`),
  );
  const forms = [
    ...printed,
    size.toLocaleString('en-US'),
    `${size}%`,
    ...words.filter(form => !form.startsWith('0 ')),
  ];
  return forms.some(form => text.includes(form));
}
