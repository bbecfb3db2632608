export { letteringOf, withLettering } from './letters/index.ts';
export { READER_VERSION, readDocument } from './read-document.ts';
export { needsSight, seenPage } from './see-page.ts';
