import { textWidth, wrapText } from '../font/measure.ts';
import { FIGURE, FONT } from './page.ts';
import type { Spec } from './spec/index.ts';

/** Draws a Vega-Lite specification; texts are measured with our font, so that every machine lays it out alike. */
export async function drawSvg(spec: Spec): Promise<string> {
  const [vega, vegaLite] = await Promise.all([import('vega'), import('vega-lite')]);
  const metrics = (vega as unknown as { textMetrics: { width: (item: TextItem, text?: unknown) => number } })
    .textMetrics;
  metrics.width = measured;
  const { spec: compiled } = vegaLite.compile(spec as unknown as Parameters<typeof vegaLite.compile>[0]);
  const view = new vega.View(vega.parse(compiled), { renderer: 'none' });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}

interface TextItem {
  readonly fontSize?: number;
  readonly fontWeight?: string | number;
  readonly text?: unknown;
}

function measured(item: TextItem, text: unknown = item.text): number {
  const size = item.fontSize ?? 11;
  const bold = item.fontWeight === 'bold' || Number(item.fontWeight) >= 600;
  return text === null || text === undefined ? 0 : textWidth(String(text), { size, bold });
}

/** Adds the source line at the foot, and what a screen reader says. */
export function withFoot(
  svg: string,
  foot: { readonly source: string; readonly alt: string; readonly colour: string },
): string {
  const size = /^<svg[^>]*? width="([\d.]+)" height="([\d.]+)" viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg);
  const width = Math.max(Number(size?.[1] ?? 0), FIGURE.width);
  const height = Number(size?.[2] ?? 0);
  const lines = wrapText(foot.source, width - 2 * FIGURE.margin, { size: FIGURE.source });
  const lineHeight = Math.round(FIGURE.source * 1.35);
  const taller = height + Math.max(0, lines.length - 1) * lineHeight;
  const texts = lines.map(
    (line, index) =>
      `<text x="${FIGURE.margin}" y="${height - FIGURE.margin + index * lineHeight}" font-family="${FONT}" font-size="${FIGURE.source}px" fill="#${foot.colour}">${xmlEscape(line)}</text>`,
  );
  return svg
    .replace(/^<svg[^>]*>/, head =>
      head
        .replace(/ width="[\d.]+"/, ` width="${width}"`)
        .replace(/ height="[\d.]+"/, ` height="${taller}"`)
        .replace(/viewBox="[^"]*"/, `viewBox="0 0 ${width} ${taller}"`)
        .replace(/ class="marks"/, '')
        .replace(/>$/, ` role="img" aria-label="${xmlEscape(foot.alt)}">`),
    )
    .replace(/<rect width="[\d.]+" height="[\d.]+" fill/, `<rect width="${width}" height="${taller}" fill`)
    .replace(/<\/svg>\s*$/, `${texts.join('')}</svg>\n`);
}

function xmlEscape(text: string): string {
  return text.replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`);
}
