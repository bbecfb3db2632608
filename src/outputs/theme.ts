import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const hex = z.string().regex(/^[0-9A-F]{6}$/);
const themeSchema = z.strictObject({
  name: z.string(),
  fonts: z.strictObject({ heading: z.string(), body: z.string() }),
  colours: z.strictObject({
    text: hex,
    background: hex,
    heading: hex,
    rule: hex,
    muted: hex,
    link: hex,
    series: z.array(hex).min(5).max(5).readonly(),
  }),
});

/** Fonts and colours (six hex digits, no `#`) of everything that is drawn. */
export type Theme = z.infer<typeof themeSchema>;

/** The theme that ships with Dossier, `templates/theme/default.yaml`. */
export function defaultTheme(): Theme {
  loaded ??= themeSchema.parse(
    parse(readFileSync(new URL('../../templates/theme/default.yaml', import.meta.url), 'utf8'), {
      schema: 'failsafe',
    }),
  );
  return loaded;
}

let loaded: Theme | undefined;

/** Colours of data series in order; the sixth is the muted one. */
export function seriesColours(theme: Theme): readonly string[] {
  return [...theme.colours.series, theme.colours.muted];
}
