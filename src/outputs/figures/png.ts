import { fontFiles } from '../font/files.ts';
import { FIGURE } from './page.ts';

/** The same pixels on every machine: our font files only, none of the system's. */
export async function drawPng(svg: string, zoom: number = FIGURE.scale): Promise<Uint8Array> {
  const { Resvg } = await import('@resvg/resvg-js');
  const { regular, bold } = fontFiles();
  const image = new Resvg(svg, {
    font: { loadSystemFonts: false, fontFiles: [regular, bold], defaultFontFamily: 'Liberation Sans' },
    fitTo: { mode: 'zoom', value: zoom },
  });
  return new Uint8Array(image.render().asPng());
}
