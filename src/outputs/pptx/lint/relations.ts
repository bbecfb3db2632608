import { posix } from 'node:path';
import { all, readPart } from '../dom.ts';

type Parts = ReadonlyMap<string, Uint8Array>;

/** Every target is there, every part is reached, and links lead to the web or nowhere. */
export function relationProblems(parts: Parts): readonly string[] {
  const problems: string[] = [];
  const reached = new Set<string>();
  const visit = (owner: string): void => {
    if (reached.has(owner)) return;
    reached.add(owner);
    const relations = relationsOf(owner);
    if (!parts.has(relations)) return;
    reached.add(relations);
    for (const { target, external } of targetsOf(parts, relations, owner)) {
      if (external && !/^(https?:|mailto:)/.test(target)) problems.push(`${owner} links to ${target}`);
      if (!external && !parts.has(target)) problems.push(`${owner} relates to ${target}, which isn't there`);
      if (!external && parts.has(target)) visit(target);
    }
  };
  visit('');
  const orphans = [...parts.keys()].filter(name => name !== '[Content_Types].xml' && !reached.has(name));
  return [...problems, ...orphans.map(name => `Nothing relates to ${name}`)];
}

interface Target {
  /** A part's name, or an address. */
  readonly target: string;
  readonly external: boolean;
}

function targetsOf(parts: Parts, relations: string, owner: string): readonly Target[] {
  return all(readPart(parts, relations), 'rel:Relationship').map(node => {
    const target = node.getAttribute('Target') ?? '';
    const external = node.getAttribute('TargetMode') === 'External';
    return {
      external,
      target: external ? target : posix.join('/', posix.dirname(owner), absolute(target, owner)).slice(1),
    };
  });
}

/** `/ppt/…` is from the package's root, anything else from the owner's folder. */
function absolute(target: string, owner: string): string {
  return target.startsWith('/') ? posix.relative(posix.join('/', posix.dirname(owner)), target) : target;
}

function relationsOf(owner: string): string {
  if (owner === '') return '_rels/.rels';
  return posix.join(posix.dirname(owner), '_rels', `${posix.basename(owner)}.rels`);
}
