import { posix } from 'node:path';
import { FailureError } from '../backend.ts';
import { attr, child, childrenOf, parseXml, textOf, type Xml } from './xml.ts';
import { Zip } from './zip.ts';

export interface Relationship {
  readonly id: string;
  /** Last segment of the type: `slide`, `slideLayout`, `chart`, `image` … */
  readonly type: string;
  /** Part name without leading slash; the address itself where it is external. */
  readonly target: string;
  readonly external: boolean;
}

/** What programs write where nobody gave a title. */
const NO_TITLE =
  /^(?:(?:Microsoft |PowerPoint )?(?:Presentation|Document|Workbook)\d*|Slide \d+|Untitled.*)$/i;

/** An Office Open XML file (ECMA-376 part 2): parts that refer to each other by relationships. */
export class OfficePackage implements Disposable {
  readonly zip: Zip;
  readonly #xml = new Map<string, Promise<Xml | null>>();
  readonly #relationships = new Map<string, Promise<readonly Relationship[]>>();

  constructor(zip: Zip) {
    this.zip = zip;
  }

  static async open(from: string | Buffer): Promise<OfficePackage> {
    const zip = await Zip.open(from);
    try {
      await refuseDoctype(zip);
      return new OfficePackage(zip);
    } catch (error) {
      zip[Symbol.dispose]();
      throw error;
    }
  }

  /** What the reader should know about the package itself. */
  get warnings(): readonly string[] {
    return this.zip.repaired ? ['The file is damaged at its end; parts of it may be missing.'] : [];
  }

  /** A part as a tree, kept for the next who asks; null where there is no such part. */
  sharedXml(part: string): Promise<Xml | null> {
    const known = this.#xml.get(part) ?? this.xml(part);
    this.#xml.set(part, known);
    return known;
  }

  /** A part as a tree; null where there is no such part. */
  async xml(part: string): Promise<Xml | null> {
    const bytes = await this.zip.read(part);
    return bytes && parseXml(bytes);
  }

  /** What a part refers to; none where its relationships are missing. `''` is the package itself. */
  relationships(part: string): Promise<readonly Relationship[]> {
    const known = this.#relationships.get(part) ?? this.#readRelationships(part);
    this.#relationships.set(part, known);
    return known;
  }

  async related(part: string, id: string | undefined): Promise<Relationship | undefined> {
    return id === undefined ? undefined : (await this.relationships(part)).find(r => r.id === id);
  }

  async relatedByType(part: string, type: string): Promise<Relationship | undefined> {
    return (await this.relationships(part)).find(r => r.type === type && !r.external);
  }

  /** The document's main part, or the first of the usual names that exists. */
  async mainPart(...usual: readonly string[]): Promise<string | undefined> {
    const named = (await this.relatedByType('', 'officeDocument').catch(() => undefined))?.target;
    return [named, ...usual].find(part => part !== undefined && this.zip.has(part));
  }

  /** Title by the file's properties; ''. */
  async title(): Promise<string> {
    const core = (await this.relatedByType('', 'core-properties').catch(() => undefined))?.target;
    const properties = await this.xml(core ?? 'docProps/core.xml').catch(() => null);
    const title = textOf(child(properties, 'title')).replace(/\s+/g, ' ').trim();
    return NO_TITLE.test(title) ? '' : title;
  }

  [Symbol.dispose](): void {
    this.zip[Symbol.dispose]();
  }

  async #readRelationships(part: string): Promise<readonly Relationship[]> {
    const folder = posix.dirname(part);
    const root = await this.xml(posix.join(folder, '_rels', `${posix.basename(part)}.rels`));
    return childrenOf(root, 'Relationship').map(element => {
      const target = attr(element, 'Target') ?? '';
      const external = attr(element, 'TargetMode') === 'External';
      return {
        id: attr(element, 'Id') ?? '',
        type: (attr(element, 'Type') ?? '').split('/').at(-1) ?? '',
        target: external ? target : resolveTarget(folder, target),
        external,
      };
    });
  }
}

/** The list of content types is read by all, and so is where an attack would stand; a broken one is no obstacle. */
async function refuseDoctype(zip: Zip): Promise<void> {
  const bytes = await zip.read('[Content_Types].xml');
  try {
    if (bytes) parseXml(bytes);
  } catch (error) {
    if (error instanceof FailureError && error.failure.code === 'unsafe') throw error;
  }
}

function resolveTarget(folder: string, target: string): string {
  const [path = ''] = target.split('#', 1);
  return path.startsWith('/') ? path.slice(1) : posix.normalize(posix.join(folder, path));
}
