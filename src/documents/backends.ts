import type { SourceKind } from '../domain/source.ts';
import type { Backend } from './backend.ts';

/** Each format's reader, loaded when the first file of that format comes. Only children import this. */
export const BACKENDS = {
  pdf: async () => (await import('./pdf/index.ts')).backend,
  pptx: async () => (await import('./pptx/index.ts')).backend,
  docx: async () => (await import('./docx/index.ts')).backend,
  xlsx: async () => (await import('./xlsx/index.ts')).backend,
  html: async () => (await import('./html/index.ts')).backend,
  markdown: async () => (await import('./markdown/index.ts')).backend,
  text: async () => (await import('./text/index.ts')).backend,
  csv: async () => (await import('./csv/index.ts')).backend,
  svg: async () => (await import('./svg/index.ts')).backend,
  image: async () => (await import('./image/index.ts')).backend,
} satisfies Record<SourceKind, () => Promise<Backend>>;
