import { describe, expect, test } from 'vitest';
import { defaultTemplate, parseTemplate } from '../../../src/outputs/markdown/template.ts';

describe("a report's template", () => {
  test('is an outline of headings and slots', () => {
    expect(parseTemplate('# {title}\n\n## Answer\n\n{answer}\n\nRead *this* first.\n\n{sections}\n')).toEqual(
      [
        { heading: '# {title}', items: [] },
        { heading: '## Answer', items: ['answer', { markdown: 'Read *this* first.' }] },
        { heading: '', items: ['sections'] },
      ],
    );
  });

  test('braces inside a paragraph are words of the template', () => {
    expect(parseTemplate('See {answer} below.')).toEqual([
      { heading: '', items: [{ markdown: 'See {answer} below.' }] },
    ]);
  });

  test('a slot that is not known is named, with those that are', () => {
    expect(() => parseTemplate('{anwser}')).toThrow(/"\{anwser\}"/);
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
