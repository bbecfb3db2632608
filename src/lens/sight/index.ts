import type { Marks } from '../../domain/mark.ts';
import type { Read } from '../read-lines.ts';
import { isPhotograph, looksLikeChart } from './gate.ts';
import { type Network, seeCoarse, seeFine } from './maps.ts';
import { findPatches } from './patches.ts';
import { decodeRaster } from './raster.ts';
import { seeMarks } from './see-marks.ts';
import { findWords } from './words.ts';

interface Eyes {
  readonly network: Network;
  readonly read: Read;
}

/** What a chart in a picture is drawn with; null where a first look finds no chart. */
export async function seeChart(bytes: Uint8Array, { network, read }: Eyes): Promise<Marks | null> {
  const raster = await decodeRaster(bytes);
  const coarse = await seeCoarse(raster, network);
  if (!looksLikeChart(coarse)) return null;
  const patches = findPatches(raster);
  if (isPhotograph(raster, patches)) return null;
  const fine = await seeFine(raster, network);
  return seeMarks(raster, patches, { maps: fine, texts: await findWords(raster, { fine, coarse }, read) });
}
