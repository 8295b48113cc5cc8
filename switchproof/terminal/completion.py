"""What a shell completes: commands, their options and the flows, else files."""

from collections.abc import Iterator, Mapping, Sequence

HEAD = """\
# eval "$(switchproof --completion)"; in zsh, first: autoload -U bashcompinit && bashcompinit
_switchproof() {
  local words
  case "${COMP_WORDS[*]:1:COMP_CWORD-1} " in"""
TAIL = """\
  esac
  COMPREPLY=($(compgen -W "$words" -- "${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _switchproof switchproof"""


def script(first: Sequence[str], after: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield a script for bash: what may come first, and after each command, the longest first."""
    yield HEAD
    for name in sorted(after, key=len, reverse=True):
        yield f'    "{name} "*) words="{" ".join(after[name])}" ;;'
    yield f'    *) words="{" ".join(first)}" ;;'
    yield TAIL
