import { bash } from './bash.ts';
import { fish } from './fish.ts';
import { commands } from './words.ts';
import { zsh } from './zsh.ts';

/** What each shell has to load, by the shell's name. */
export const COMPLETIONS: Readonly<Record<string, () => string>> = {
  bash: () => bash(commands()),
  zsh: () => zsh(commands()),
  fish: () => fish(commands()),
};
