#!/bin/bash
# Two CPU cores, 2.5 hours: cpu.sh OUT [MINUTES=150] [further options of train.py]
# One process draws, two threads learn. Called again with the same OUT it goes on where it stopped.
set -eu
out=$1
minutes=${2:-150}
shift $(($# < 2 ? $# : 2))
cd "$(dirname "$0")"
export OMP_NUM_THREADS=2
exec nice -n 5 "${PYTHON:-python3}" train.py --out "$out" --minutes "$minutes" --threads 2 --workers 1 "$@"
