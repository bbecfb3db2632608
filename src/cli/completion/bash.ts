import type { Command, Flag } from './words.ts';

/** For bash 3.2 and later; files are completed where nothing of ours fits. */
export function bash(commands: readonly Command[]): string {
  const valued = unique(commands.flatMap(({ flags }) => flags.filter(flag => flag.values.length > 0)));
  const files = unique(
    commands.flatMap(({ flags }) => flags.filter(flag => flag.takesValue && flag.values.length === 0)),
  );
  return `# Completion of dossier for bash. Load it with: source <(dossier completion bash)
_dossier() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} verb='' word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in ${commands.map(({ name }) => name).join('|')}) verb=$word; break ;; esac
  done
  COMPREPLY=()
  case $prev in
${valued.map(flag => `    ${spelled(flag).join('|')}) COMPREPLY=($(compgen -W '${flag.values.join(' ')}' -- "$cur")); return ;;`).join('\n')}
    ${files.flatMap(spelled).join('|')}) return ;;
  esac
  case $verb in
    '') COMPREPLY=($(compgen -W '${commands.map(({ name }) => name).join(' ')} --help --version' -- "$cur")) ;;
${commands.map(command => `    ${command.name}) ${choice(command)} ;;`).join('\n')}
  esac
}
complete -o default -F _dossier dossier`;
}

function choice({ flags, values }: Command): string {
  const words = flags.map(({ long }) => `--${long}`).join(' ');
  const first = values.length > 0 ? `COMPREPLY=($(compgen -W '${values.join(' ')}' -- "$cur")); ` : '';
  return `${first}[[ $cur == -* ]] && COMPREPLY=($(compgen -W '${words}' -- "$cur"))`;
}

function spelled({ long, short }: Flag): readonly string[] {
  return [`--${long}`, ...(short === '' ? [] : [`-${short}`])];
}

function unique(flags: readonly Flag[]): readonly Flag[] {
  return [...new Map(flags.map(flag => [flag.long, flag])).values()];
}
