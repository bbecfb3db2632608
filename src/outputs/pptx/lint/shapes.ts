import { all, type Document, readPart } from '../dom.ts';

type Parts = ReadonlyMap<string, Uint8Array>;

/** Ids and names of shapes, alternative texts, header rows, titles, and colours that bypass the theme. */
export function shapeProblems(parts: Parts): readonly string[] {
  const names = [...parts.keys()].filter(name =>
    /^ppt\/(slides|slideLayouts|slideMasters|notesSlides|notesMasters|charts)\/[^/]+\.xml$/.test(name),
  );
  return names.flatMap(name => {
    const document = readPart(parts, name);
    const slide = name.startsWith('ppt/slides/');
    const found = [
      ...duplicateIds(document),
      ...colours(document),
      ...(slide ? slideProblems(document) : []),
    ];
    return found.map(problem => `${name}: ${problem}`);
  });
}

function duplicateIds(document: Document): readonly string[] {
  const ids = all(document, 'p:cNvPr').map(shape => shape.getAttribute('id') ?? '');
  return ids.filter((id, index) => ids.indexOf(id) !== index).map(id => `two shapes have the id ${id}`);
}

function colours(document: Document): readonly string[] {
  return all(document, 'a:srgbClr').map(node => `the colour ${node.getAttribute('val')} isn't of the theme`);
}

function slideProblems(document: Document): readonly string[] {
  const frames = all(document, 'p:graphicFrame').flatMap(frame => all(frame, 'p:cNvPr').slice(0, 1));
  const pictures = all(document, 'p:pic').flatMap(picture => all(picture, 'p:cNvPr').slice(0, 1));
  const untold = [...frames, ...pictures].filter(shape => (shape.getAttribute('descr') ?? '') === '');
  const headless = all(document, 'a:tblPr').filter(table => table.getAttribute('firstRow') !== '1');
  const titled = all(document, 'p:ph').some(shape => shape.getAttribute('type') === 'title');
  return [
    ...untold.map(shape => `${shape.getAttribute('name')} has no alternative text`),
    ...headless.map(() => 'a table has no header row'),
    ...(titled ? [] : ['the slide has no title']),
  ];
}
