import { all, readPart } from '../dom.ts';

type Parts = ReadonlyMap<string, Uint8Array>;

/** Every override names a part, every part has a type, none has two, and no type is made up. */
export function contentTypeProblems(parts: Parts): readonly string[] {
  const types = readPart(parts, '[Content_Types].xml');
  const overrides = all(types, 'type:Override').map(node => (node.getAttribute('PartName') ?? '').slice(1));
  const defaults = all(types, 'type:Default');
  const extensions = new Set(defaults.map(node => node.getAttribute('Extension')));
  const typed = new Set(overrides);
  const untyped = [...parts.keys()].filter(
    name => name !== '[Content_Types].xml' && !typed.has(name) && !extensions.has(extensionOf(name)),
  );
  return [
    ...overrides.filter(name => !parts.has(name)).map(name => `An override names ${name}, which isn't there`),
    ...overrides
      .filter((name, index) => overrides.indexOf(name) !== index)
      .map(name => `Two overrides for ${name}`),
    ...untyped.map(name => `${name} has no content type`),
    ...(defaults.some(node => node.getAttribute('ContentType') === 'image/jpg')
      ? ['image/jpg is no media type']
      : []),
  ];
}

function extensionOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
