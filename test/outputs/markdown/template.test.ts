import { describe, expect, test } from 'vitest';
import { defaultTemplate, parseTemplate } from '../../../src/outputs/markdown/template.ts';

describe("a report's template", () => {
  test('is an outline of headings and slots', () => {
    expect(
      parseTemplate('# {title}\n\n## Answer\n\n{answer}\n\nRead *this* first.\n\n{sections}\n', 'own.md'),
    ).toEqual([
      { heading: '# {title}', items: [] },
      { heading: '## Answer', items: ['answer', { markdown: 'Read *this* first.' }] },
      { heading: '', items: ['sections'] },
    ]);
  });

  test('braces inside a paragraph are words of the template', () => {
    expect(parseTemplate('See {answer} below.\n\n{answer}', 'own.md')).toEqual([
      { heading: '', items: [{ markdown: 'See {answer} below.' }, 'answer'] },
    ]);
  });

  test.each([
    ['a slot that is not known', '# {title}\n\n\n{anwser}\n', /^own\.md:4 asks for "\{anwser\}"/],
    ['a slot that stands twice', '{answer}\n\n## Again\n\n{answer}', /^own\.md:5 .*a second time/],
    ['an outline without a slot', '# Notes\n', /^own\.md asks for no part/],
  ])('%s is named with its line', (_, text, message) => {
    expect(() => parseTemplate(text, 'own.md')).toThrow(message);
  });

  test('the one that ships asks for everything a report holds', () => {
    const slots = defaultTemplate().flatMap(part => part.items);
    expect(slots).toEqual([
      'answer',
      'key-findings',
      'sections',
      'disagreements',
      'open',
      'coverage',
      'method',
      'sources',
    ]);
  });
});
