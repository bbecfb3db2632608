import { strFromU8, unzipSync } from 'fflate';

export interface DeckChart {
  readonly part: string;
  readonly title: string;
  readonly categories: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
}

/** The native charts of a deck, from the points cached in their XML. */
export function deckCharts(deck: Uint8Array): readonly DeckChart[] {
  const parts = Object.entries(unzipSync(deck));
  return parts
    .filter(([name]) => /^ppt\/charts\/chart[^/]*\.xml$/.test(name))
    .map(([part, bytes]) => chartOf(part, strFromU8(bytes)));
}

function chartOf(part: string, xml: string): DeckChart {
  const series = all(xml, /<c:ser>([\s\S]*?)<\/c:ser>/g);
  const title = all(xml.split('<c:plotArea>')[0] ?? '', /<a:t>([^<]*)<\/a:t>/g).join('');
  return {
    part,
    title,
    categories: points(all(series[0] ?? '', /<c:cat>([\s\S]*?)<\/c:cat>/g)[0] ?? ''),
    series: series.map(one => ({
      name: points(all(one, /<c:tx>([\s\S]*?)<\/c:tx>/g)[0] ?? '')[0] ?? '',
      values: points(all(one, /<c:val>([\s\S]*?)<\/c:val>/g)[0] ?? '').map(text =>
        text === '' ? null : Number(text),
      ),
    })),
  };
}

function points(cache: string): string[] {
  return all(cache, /<c:pt [^>]*>([\s\S]*?)<\/c:pt>/g).map(
    point => all(point, /<c:v>([^<]*)<\/c:v>/g)[0] ?? '',
  );
}

function all(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(match => match[1] as string);
}
