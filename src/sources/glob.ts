/**
 * A glob as a regular expression over whole paths: `*` and `?` stay inside a folder, `**` crosses folders,
 * `[abc]`, `[!abc]` and `{a,b}` choose. (`path.matchesGlob` warns that it is experimental on Node 20.)
 */
export function globToRegExp(pattern: string): RegExp {
  return new RegExp(`^${translate(pattern)}$`, 'u');
}

const TOKEN = /\*\*\/|\*\*|\*|\?|\[[!^]?[^\]]+\]|\{[^{}]*\}|[^*?[{]+|./gsu;

function translate(pattern: string): string {
  return (pattern.match(TOKEN) ?? []).map(translateToken).join('');
}

function translateToken(token: string): string {
  if (token === '**/') return '(?:[^/]+/)*';
  if (token === '**') return '.*';
  if (token === '*') return '[^/]*';
  if (token === '?') return '[^/]';
  if (token.startsWith('[') && token.length > 2)
    return token.replace(/^\[[!^]/, '[^').replaceAll('\\', '\\\\');
  if (token.startsWith('{') && token.endsWith('}'))
    return `(?:${token.slice(1, -1).split(',').map(translate).join('|')})`;
  return token.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
