/**
 * A password as programs may have spelled it in a file: as given; with compatibility characters folded and invisible
 * ones left out (SASLprep, RFC 4013), as PDF 2.0 wants it; in the bytes of UTF-8, as revision 5 wants it.
 */
export function spellings(password: string): readonly string[] {
  const prepared = password
    .replace(/\p{Zs}/gu, ' ')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .normalize('NFKC');
  return [...new Set([password, prepared, utf8(password), utf8(prepared)])];
}

function utf8(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}
