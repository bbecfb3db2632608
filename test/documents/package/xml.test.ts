import { describe, expect, test } from 'vitest';
import {
  allOf,
  attr,
  child,
  parseXml,
  prefixed,
  streamXml,
  textOf,
} from '../../../src/documents/package/xml.ts';

const xml = (text: string) => Buffer.from(text);

describe('XML becomes a tree', () => {
  test('with names without prefix, and attributes as written', () => {
    const root = parseXml(xml('<p:a id="1" r:id="rId2"><p:b>x<![CDATA[<y>]]></p:b>&amp;</p:a>'));
    expect([root.name, attr(root, 'id'), prefixed(root, 'id')]).toEqual(['a', '1', 'rId2']);
    expect(textOf(child(root, 'b'))).toBe('x<y>');
    expect(textOf(root)).toBe('x<y>&');
  });

  test.each([
    ['the branch that is understood', 'wps', 'new'],
    ['the fallback otherwise', 'am3d', 'old'],
  ])('with %s of alternate content', (_, requires, text) => {
    const choice = `<mc:Choice Requires="${requires}"><t>new</t></mc:Choice>`;
    const root = parseXml(
      xml(`<a><mc:AlternateContent>${choice}<mc:Fallback><t>old</t></mc:Fallback></mc:AlternateContent></a>`),
    );
    expect(allOf(root, 't').map(textOf)).toEqual([text]);
  });

  test.each(['utf-16le', 'latin1'] as const)('in %s', encoding => {
    const text = `<?xml version="1.0"${encoding === 'latin1' ? ' encoding="iso-8859-1"' : ''}?><a>é</a>`;
    const bytes = Buffer.from(encoding === 'utf-16le' ? `\ufeff${text}` : text, encoding);
    expect(textOf(parseXml(bytes))).toBe('é');
  });

  test.each([
    ['entities of its own', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 'unsafe'],
    ['nesting without end', '<a>'.repeat(300) + '</a>'.repeat(300), 'unsafe'],
    ['a tag that is not closed', '<a><b></a>', 'damaged'],
    ['no element', '', 'damaged'],
  ])('but not with %s', (_, text, code) => {
    expect(() => parseXml(xml(text))).toThrowError(
      expect.objectContaining({ failure: expect.objectContaining({ code }) }),
    );
  });

  test('in pieces, where it is too large to hold', () => {
    const rows: string[] = [];
    streamXml(xml('<s><d><row>1<v>2</v></row></d><row>3</row><x>4</x></s>'), new Set(['row']), row =>
      rows.push(textOf(row)),
    );
    expect(rows).toEqual(['12', '3']);
  });
});
