export { letteringOf, withLettering } from './letters/index.ts';
export { READER_VERSION, readDocument } from './read-document.ts';
export { picturesToSee, seenChart } from './see-figure.ts';
export { needsSight, seenPage } from './see-page.ts';
