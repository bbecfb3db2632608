export { READER_VERSION, readDocument } from './read-document.ts';
export { needsSight, seenPage } from './see-page.ts';
