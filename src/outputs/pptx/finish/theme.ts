import { seriesColours, type Theme } from '../../theme.ts';
import type { Parts } from '../../zip.ts';
import { editPart, first, fragment } from '../dom.ts';
import { el, val } from '../xml.ts';

/** The theme's colours in PowerPoint's twelve slots; slides and charts name the slots, never a colour. */
export function writeTheme(parts: Parts, theme: Theme): void {
  const { colours } = theme;
  const slots: readonly (readonly [slot: string, hex: string])[] = [
    ['dk1', colours.text],
    ['lt1', colours.background],
    ['dk2', colours.heading],
    ['lt2', colours.rule],
    ...seriesColours(theme).map((hex, index): [string, string] => [`accent${index + 1}`, hex]),
    ['hlink', colours.link],
    ['folHlink', colours.muted],
  ];
  const scheme = el(
    'a:clrScheme',
    { name: theme.name },
    ...slots.map(([slot, hex]) => el(`a:${slot}`, {}, val('a:srgbClr', hex))),
  );
  editPart(parts, 'ppt/theme/theme1.xml', document => {
    const old = first(document, 'a:clrScheme');
    old.parentNode?.replaceChild(fragment(document, scheme), old);
    first(document, 'a:theme').setAttribute('name', theme.name);
    first(document, 'a:fontScheme').setAttribute('name', theme.name);
  });
}
