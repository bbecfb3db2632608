import type { DocumentFile, DocumentPool } from '../documents/pool.ts';
import type { FigureRegion, Page, Region } from '../domain/region.ts';
import type { VisionModel } from '../domain/vision.ts';
import { openLens } from '../lens/index.ts';
import {
  letteringOf,
  needsSight,
  picturesToSee,
  seenChart,
  seenPage,
  withLettering,
} from '../perception/index.ts';

/** Text of ten points is twenty pixels high at this resolution. */
const DPI = 150;
const MAX_PIXELS = 12_000_000;
/** A file that is a picture is looked at in its own pixels. */
const CHART_PIXELS = 3_000_000;

/** Looks at the pages whose words have to be seen, and at words that are drawn as outlines. The model is started with the first of them. */
export class Eyes implements AsyncDisposable {
  readonly #pool: DocumentPool;
  readonly #processes: number;
  /** Null where the weights are missing or damaged: pictures then stay unread, and the ledger says so. */
  #lens: Promise<VisionModel | null> | undefined;

  constructor(pool: DocumentPool, processes: number) {
    this.#pool = pool;
    this.#processes = processes;
  }

  /** The pages, those that need it with what was seen on them. One that can't be drawn or looked at stays as it is. */
  async look(file: DocumentFile, pages: readonly Page[]): Promise<readonly Page[]> {
    const looked = [...pages];
    const waiting = [...pages.keys()];
    const lane = async () => {
      for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) {
        looked[index] = await this.#look(file, looked[index] as Page);
      }
    };
    await Promise.all(Array.from({ length: this.#processes }, lane));
    return looked;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await (await this.#lens)?.[Symbol.asyncDispose]();
  }

  async #look(file: DocumentFile, page: Page): Promise<Page> {
    // Pictures inside documents wait until what is seen on them can be vouched for: a look takes about a second.
    const charted = file.kind === 'image' ? await this.#seeCharts(file, page) : page;
    return needsSight(page) ? this.#see(file, charted) : this.#readLetters(charted);
  }

  /** The page with the charts that were seen in its pictures. */
  async #seeCharts(file: DocumentFile, page: Page): Promise<Page> {
    const seen = new Map<Region, FigureRegion>();
    for (const region of picturesToSee(page)) {
      const lens = await this.#open();
      const cut = { maxPixels: CHART_PIXELS, box: region.box };
      const raster = lens && (await this.#pool.raster(file, page.page, cut));
      if (!raster || 'code' in raster) continue;
      const marks = await lens.marks(raster.png).catch(() => null);
      const chart = marks && seenChart(region, marks);
      if (chart) seen.set(region, chart);
    }
    return { ...page, regions: page.regions.map(region => seen.get(region) ?? region) };
  }

  async #see(file: DocumentFile, page: Page): Promise<Page> {
    const lens = await this.#open();
    const raster = lens && (await this.#pool.raster(file, page.page, { dpi: DPI, maxPixels: MAX_PIXELS }));
    if (!raster || 'code' in raster) return page;
    const sight = await lens.see(raster.png).catch(() => null);
    return sight ? seenPage(page, sight) : page;
  }

  async #readLetters(page: Page): Promise<Page> {
    const lettering = letteringOf(page);
    const lens = lettering && (await this.#open());
    if (!lens) return page;
    const read = await lens.read(lettering.picture, lettering.places).catch(() => null);
    return read ? withLettering(page, lettering, read) : page;
  }

  #open(): Promise<VisionModel | null> {
    this.#lens ??= openLens({ processes: this.#processes }).catch(() => null);
    return this.#lens;
  }
}
