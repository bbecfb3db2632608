import { lexer, type Token, type Tokens } from 'marked';
import type { Block } from '../flow.ts';

/** Blocks of a Markdown text. The title is the front matter's, or the first heading. */
export function readMarkdown(markdown: string): {
  readonly title: string;
  readonly blocks: readonly Block[];
} {
  const { title, body } = takeFrontMatter(markdown);
  const blocks = lexer(body).flatMap(token => blocksOf(token));
  const heading = blocks.find(block => block.kind === 'text' && block.role === 'heading');
  return { title: title || (heading?.kind === 'text' ? heading.text : ''), blocks };
}

function takeFrontMatter(markdown: string): { title: string; body: string } {
  const match = /^---\r?\n([\s\S]*?)\r?\n---[^\S\n]*(?:\r?\n|$)/.exec(markdown);
  const title = /^title:\s*["']?(.*?)["']?\s*$/m.exec(match?.[1] ?? '')?.[1] ?? '';
  return { title, body: match ? markdown.slice(match[0].length) : markdown };
}

function blocksOf(token: Token): readonly Block[] {
  return HANDLERS[token.type]?.(token) ?? [];
}

const HANDLERS: Readonly<Record<string, (token: Token) => readonly Block[]>> = {
  heading: token => text(plain((token as Tokens.Heading).tokens), 'heading', (token as Tokens.Heading).depth),
  paragraph: token => inlineBlocks((token as Tokens.Paragraph).tokens, 'paragraph'),
  text: token => inlineBlocks((token as Tokens.Text).tokens ?? [token], 'paragraph'),
  code: token => text((token as Tokens.Code).text, 'paragraph'),
  blockquote: token => (token as Tokens.Blockquote).tokens.flatMap(blocksOf),
  list: token => (token as Tokens.List).items.flatMap(item => itemBlocks(item, 1)),
  table: token => [tableBlock(token as Tokens.Table)],
};

function itemBlocks(item: Tokens.ListItem, level: number): readonly Block[] {
  const own = item.tokens.filter(token => token.type === 'text' || token.type === 'paragraph');
  const rest = item.tokens.filter(token => !own.includes(token));
  return [
    ...text(plain(own), 'list', level),
    ...rest.flatMap(token =>
      token.type === 'list'
        ? (token as Tokens.List).items.flatMap(inner => itemBlocks(inner, level + 1))
        : blocksOf(token),
    ),
  ];
}

function tableBlock({ header, rows }: Tokens.Table): Block {
  const cells = [header, ...rows].flatMap((row, r) =>
    row.map((cell, column) => ({ row: r, column, rowSpan: 1, columnSpan: 1, text: plain(cell.tokens) })),
  );
  return { kind: 'table', cells, headerRows: 1 };
}

/** A paragraph, and its pictures as figures of their own. */
function inlineBlocks(tokens: readonly Token[], role: 'paragraph'): readonly Block[] {
  const figures = tokens
    .filter(token => token.type === 'image')
    .map(token => ({ kind: 'figure', drawing: 'raster', caption: (token as Tokens.Image).text }) as const);
  return [...text(plain(tokens.filter(token => token.type !== 'image')), role), ...figures];
}

function text(content: string, role: 'heading' | 'paragraph' | 'list', level?: number): readonly Block[] {
  const line = content.replace(/\s+/g, ' ').trim();
  return line === '' ? [] : [{ kind: 'text', role, ...(level === undefined ? {} : { level }), text: line }];
}

function plain(tokens: readonly Token[] | undefined): string {
  return (tokens ?? []).map(plainToken).join('').trim();
}

function plainToken(token: Token): string {
  if (token.type === 'br') return ' ';
  if (token.type === 'html') return '';
  if ('tokens' in token && token.tokens) return plain(token.tokens) + (token.type === 'paragraph' ? ' ' : '');
  if ('text' in token) return decodeEntities(String(token.text));
  return '';
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  '#39': "'",
};

function decodeEntities(escaped: string): string {
  return escaped.replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (_, name: string) => ENTITIES[name] ?? '');
}
