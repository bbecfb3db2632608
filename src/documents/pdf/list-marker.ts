/** The bullet or number that a list item starts with, with the white space after it; undefined where there is none. */
export function markerOf(text: string): string | undefined {
  return (BULLET.exec(text) ?? ENUMERATOR.exec(text))?.[0];
}

export function isBullet(text: string): boolean {
  return BULLET.test(text);
}

const BULLET = /^(?:[•●○◦▪■□▫‣⁃∙·►▶➢➤❖✓✔◆◇»★*]|[-–—](?=\s)|o(?=\s\p{Lu}))\s*(?=\S)/u;
const ENUMERATOR = /^(?:\(?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,5})\)|(?:\d{1,2}|[a-z]|[ivx]{1,4})\.)\s+(?=\S)/;
