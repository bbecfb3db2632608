import type { Period } from '../domain/value.ts';
import type { WeighedSeries } from './series.ts';

/** Names that tell series apart: only what differs between them is said. */
export function seriesLabels(series: readonly WeighedSeries[]): readonly string[] {
  const several = (of: (one: WeighedSeries) => string) => new Set(series.map(of)).size > 1;
  const [entities, metrics, scopes] = [several(s => s.entity), several(s => s.metric), several(s => s.scope)];
  const totals = series.some(one => one.scope === '');
  return series.map(({ entity, metric, scope }) => {
    const parts = [
      entities && entity !== '' ? entity : '',
      metrics ? metric : '',
      scopes && scope !== '' ? scopeLabel(scope, metrics || entities) : '',
    ];
    if (scopes && totals && !metrics && !entities && /^\p{Ll}/u.test(scope)) return `${metric} (${scope})`;
    const label = parts.filter(part => part !== '').join(' ');
    return label === ''
      ? metric
      : entities && metrics && entity !== ''
        ? label.replace(`${entity} `, `${entity}: `)
        : label;
  });
}

function scopeLabel(scope: string, beside: boolean): string {
  return beside ? `(${scope})` : upperFirst(scope);
}

/** "2015–2019", "2017 and 2018", "2017". */
export function spanOf(periods: readonly Period[]): string {
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last) return '';
  if (periods.length === 1) return first.label;
  return periods.length === 2
    ? `${first.label} and ${last.label}`
    : `${first.label}–${last.label.replace(/^FY/u, '')}`;
}

/** "a", "a and b", "a, b and c". */
export function listOf(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** What all series measure: "Revenue", "Scope 1 emissions, Scope 2 emissions". */
export function measureOf(series: readonly WeighedSeries[]): string {
  return [...new Set(series.map(({ metric }) => metric))].join(', ');
}

export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Lower case at the start, save for abbreviations and names. */
export function lowerFirst(text: string): string {
  return /^\p{Lu}[\p{Ll}-]/u.test(text) && !/^(?:Scope|Tier)\b/u.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}
