import { marksOf } from '../../../src/documents/svg/marks.ts';
import { parseSvg } from '../../../src/documents/svg/parse.ts';

/** Marks of a drawing of 400 by 200 points, whose units are points. */
export function drawn(body: string, attributes = 'width="400pt" height="200pt" viewBox="0 0 400 200"') {
  return marksOf(
    parseSvg(
      `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${body}</svg>`,
    ),
  );
}

const short = (value: number) => Number(value.toFixed(2));

/** A path in one line: its nodes, `Z` where closed, `~` where curved, fill, stroke with width and `--`, opacity. */
export function paths(body: string, attributes?: string): string[] {
  return drawn(body, attributes).paths.map(path => {
    const nodes: string[] = [];
    for (let i = 0; i < path.nodes.length; i += 2)
      nodes.push(`${short(path.nodes[i]!)},${short(path.nodes[i + 1]!)}`);
    const stroke = path.stroke && `${path.stroke}/${short(path.strokeWidth)}${path.dashed ? '--' : ''}`;
    const paint = [path.fill && `fill ${path.fill}`, stroke && `stroke ${stroke}`];
    const opacity = path.opacity === 1 ? '' : `@${short(path.opacity)}`;
    return [nodes.join(' ') + (path.closed ? ' Z' : '') + (path.curved ? ' ~' : ''), ...paint, opacity]
      .filter(Boolean)
      .join(' ');
  });
}

/** A text in one line: what it says, its edges rounded, and its angle where it is turned. */
export function texts(body: string, attributes?: string): string[] {
  return drawn(body, attributes).texts.map(({ text, x0, y0, x1, y1, angle }) => {
    const edges = [x0, y0, x1, y1].map(Math.round).join(',');
    return `${text} [${edges}]${angle === 0 ? '' : ` ${angle}°`}`;
  });
}
