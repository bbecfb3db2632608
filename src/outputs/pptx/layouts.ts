import type { MasterProps, PlaceholderProps, Presentation } from './library.ts';
import { BODY, COVER_TEXT, COVER_TITLE, NUMBER, SIZES, SLIDE, SOURCE, TITLE } from './page.ts';

export type LayoutName = 'Cover' | 'Content';

const TEXT = { margin: 0, fontFace: '+mn-lt', align: 'left' } as const;

/** The two layouts of a deck. Places, fonts and colours are theirs; slides only fill them in. */
export function defineLayouts(pptx: Presentation): void {
  pptx.defineSlideMaster({
    title: 'Cover' satisfies LayoutName,
    background: { color: 'tx2' },
    objects: [
      { rect: { x: 0, y: 0, w: 0.22, h: SLIDE.h, fill: { color: 'accent1' } } },
      placeholder('title', 'title', COVER_TITLE, {
        fontFace: '+mj-lt',
        fontSize: 36,
        bold: true,
        color: 'bg1',
        valign: 'bottom',
      }),
      placeholder('subtitle', 'body', COVER_TEXT, { fontSize: 18, color: 'bg2', valign: 'top' }),
    ],
  });
  pptx.defineSlideMaster({
    title: 'Content' satisfies LayoutName,
    background: { color: 'bg1' },
    objects: [
      placeholder('title', 'title', TITLE, {
        fontFace: '+mj-lt',
        fontSize: SIZES.title[0],
        bold: true,
        color: 'tx2',
        valign: 'top',
      }),
      {
        line: {
          x: BODY.x,
          y: SOURCE.y - 0.08,
          w: BODY.w,
          h: 0,
          line: { color: 'bg2', width: 0.75 },
        },
      },
    ],
    slideNumber: {
      ...NUMBER,
      margin: 0,
      fontFace: '+mn-lt',
      fontSize: SIZES.source[0],
      color: 'accent6',
      align: 'right',
      valign: 'bottom',
    },
  });
}

type PlaceholderOptions = Partial<PlaceholderProps>;
type LayoutObject = NonNullable<MasterProps['objects']>[number];

function placeholder(
  name: string,
  type: 'title' | 'body',
  frame: { readonly x: number; readonly y: number; readonly w: number; readonly h: number },
  options: PlaceholderOptions,
): LayoutObject {
  return { placeholder: { options: { ...TEXT, ...options, ...frame, name, type }, text: '' } };
}
