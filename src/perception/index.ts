export { type PageReadings, READER_VERSION, readDocument } from './read-document.ts';
export { readPage } from './read-page.ts';
