export { READER_VERSION, readDocument } from './read-document.ts';
