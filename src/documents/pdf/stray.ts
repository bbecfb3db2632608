/**
 * pdf.js drops promises of its own that fail on damaged files, which would end the process. While `work` goes on, such
 * rejections are let go; those of anybody else still end it.
 */
export async function withoutStrays<T>(work: () => Promise<T>): Promise<T> {
  if (++atWork === 1) process.on('unhandledRejection', letGo);
  try {
    return await work();
  } finally {
    // A rejection is reported a turn after it happened.
    setImmediate(() => {
      if (--atWork === 0) process.off('unhandledRejection', letGo);
    });
  }
}

let atWork = 0;

const FROM_PDFJS = /pdfjs-dist|pdf\.worker/;
const PDFJS_ERRORS =
  /^(?:FormatError|XRefEntryException|XRefParseException|ParserEOFException|MissingDataException|AbortException|UnknownErrorException|InvalidPDFException|JpxError|Jbig2Error|JpegError|EOI\w*|DNL\w*)/;

function letGo(reason: unknown): void {
  const { name = '', stack = '' } = (reason ?? {}) as Partial<Error>;
  if (FROM_PDFJS.test(stack) || PDFJS_ERRORS.test(name) || PDFJS_ERRORS.test(String(reason))) return;
  throw reason;
}
