import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Program and arguments of a child: as restricted as the system's own tools can make it. */
export function commandLine(dataBytes: number): readonly [program: string, args: string[]] {
  const words = [
    ...tool('setpriv', ['--pdeathsig', 'KILL']),
    ...tool('prlimit', [`--data=${dataBytes}`]),
    process.execPath,
    childPath(),
  ];
  return [words[0] as string, words.slice(1)];
}

/** Sources run by a transpiler have no child beside them that plain Node could run: the built one is taken. */
function childPath(): string {
  const here = fileURLToPath(import.meta.url);
  const built = here.endsWith('.ts') ? here.replace(/([\\/])src([\\/]documents[\\/])/, '$1dist$2') : here;
  return built.replace(/command-line\.[jt]s$/, 'child.js');
}

const found = new Map<string, string | undefined>();

/** The tool's words in front of a command, or none where the system lacks it. */
function tool(name: string, args: readonly string[]): readonly string[] {
  if (!found.has(name)) {
    found.set(
      name,
      ['/usr/bin', '/bin', '/usr/sbin'].map(folder => `${folder}/${name}`).find(path => existsSync(path)),
    );
  }
  const path = found.get(name);
  return path === undefined ? [] : [path, ...args];
}
