/** What one document may cost. All are defaults of `DocumentPool` and can be lowered or raised there. */
export interface DocumentLimits {
  /** Milliseconds from the start to the first page, and from each page to the next. */
  readonly stallMs: number;
  /** Milliseconds per page on top of `stallMs`, over the whole document. */
  readonly pageMs: number;
  /** Milliseconds for one raster. */
  readonly rasterMs: number;
  /** Pages read of one document; the rest is left out with a warning. */
  readonly pages: number;
  /** Bytes of data (heap and anonymous maps) a child may hold, where the system can enforce it. */
  readonly dataBytes: number;
  /** Pixels of one raster. */
  readonly rasterPixels: number;
  /** A child is replaced after this many documents, so that what a parser leaks stays bounded. */
  readonly documentsPerChild: number;
}

export const DOCUMENT_LIMITS: DocumentLimits = {
  stallMs: 60_000,
  pageMs: 20_000,
  rasterMs: 60_000,
  pages: 2_000,
  dataBytes: 1_610_612_736,
  rasterPixels: 40_000_000,
  documentsPerChild: 50,
};
