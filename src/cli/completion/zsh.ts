import type { Command, Flag } from './words.ts';

/** For zsh with its completion system loaded (`autoload -U compinit; compinit`). */
export function zsh(commands: readonly Command[]): string {
  return `#compdef dossier
# Completion of dossier for zsh. Load it with: source <(dossier completion zsh)
_dossier() {
  local -a commands
  commands=(
${commands.map(({ name, summary }) => `    ${quoted(`${name}:${summary}`)}`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe -t commands command commands
    return
  fi
  local verb=$words[2]
  shift words
  (( CURRENT-- ))
  case $verb in
${commands.map(branch).join('\n')}
    *) _files ;;
  esac
}
compdef _dossier dossier`;
}

function branch({ name, flags, values }: Command): string {
  const rest = values.length > 0 ? `1:word:(${values.join(' ')})` : '*:file:_files';
  const specs = [...flags.flatMap(specsOf), quoted(rest)];
  return `    ${name}) _arguments -s ${specs.join(' ')} ;;`;
}

function specsOf({ long, short, summary, takesValue, values }: Flag): readonly string[] {
  const what = `[${summary.replace(/[[\]:\\]/g, '\\$&')}]`;
  const value = takesValue ? `:value:${values.length > 0 ? `(${values.join(' ')})` : '_files'}` : '';
  const names = [`--${long}`, ...(short === '' ? [] : [`-${short}`])];
  return names.map(dashed => quoted(`${dashed}${what}${value}`));
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
