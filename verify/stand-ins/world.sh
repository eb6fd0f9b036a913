# shellcheck shell=bash
# The small world that the stand-ins share: a folder ($WORLD) of text files, which a test fills and looks at. Every call is written down, and
# one that fits an expression in the file `fails` ends badly, as a missing permission would.

log() { # PROGRAM ARGUMENTS
  printf '%s\n' "$*" >>"$WORLD/calls"
  local expression
  while read -r expression; do
    if [[ $expression && "$*" =~ $expression ]]; then
      echo "An error occurred (AccessDenied): not authorized to do this" >&2
      exit 254
    fi
  done <"$WORLD/fails"
}

# What a call does that no test foresaw.
unforeseen() {
  echo "UNFORESEEN: $*" >>"$WORLD/calls"
  echo "stand-in: unforeseen: $*" >&2
  exit 99
}

# Changes a file by awk, in place.
edit() { # FILE PROGRAM [-v NAME=VALUE...]
  local file=$1 program=$2
  shift 2
  awk -F'|' -v OFS='|' "$@" "$program" "$file" >"$file.new" && mv "$file.new" "$file"
}

empty() { [[ ! -s $1 ]]; }

# The value after an argument.
after() { # ARGUMENT ARGUMENTS
  local wanted=$1
  shift
  while [[ $# -gt 1 ]]; do
    [[ $1 != "$wanted" ]] || { echo "$2" && return; }
    shift
  done
}
