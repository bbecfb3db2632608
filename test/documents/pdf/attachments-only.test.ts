import { describe, expect, test } from 'vitest';
import { withoutAttachmentEncryption } from '../../../src/documents/pdf/attachments-only.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const IDENTITY =
  '<</CF<</StdCF<</AuthEvent/EFOpen>>>>/EFF/StdCF/EncryptMetadata false/StmF/Identity/StrF /Identity>>';

describe('a PDF that encrypts its attachments alone', () => {
  test('loses its encryption dictionary and nothing else', () => {
    const opened = withoutAttachmentEncryption(bytes(`${IDENTITY} trailer<</Encrypt 12 0 R/Root 1 0 R>>`));
    expect(Buffer.from(opened ?? []).toString('latin1')).toBe(
      `${IDENTITY} trailer<</Xncrypt 12 0 R/Root 1 0 R>>`,
    );
  });

  test.each([
    ['one that encrypts its pages', '/StmF/StdCF/StrF/StdCF trailer<</Encrypt 12 0 R>>'],
    ['one that encrypts its strings', '/StmF/Identity/StrF/StdCF trailer<</Encrypt 12 0 R>>'],
    ['one that encrypts nothing', 'trailer<</Root 1 0 R>>'],
  ])('%s is left alone', (_, text) => {
    expect(withoutAttachmentEncryption(bytes(text))).toBeNull();
  });
});
