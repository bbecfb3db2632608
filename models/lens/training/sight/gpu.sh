#!/bin/bash
# One lease of a GPU: starts the training in the background if it isn't running, waits, and leaves what there is in $OUT.
#
#   gpu.sh [SECONDS=560] [MINUTES=25]
#
# Runs inside the folder that `pack.py carry` made. Call it again before the machine goes back: the training runs on, or goes
# on from its last state. SIGHT_OPTIONS replaces --gpu, to try it without one. To begin from shipped weights, put them beside this script as resume.onnx.
set -u
wait=${1:-560}
minutes=${2:-25}
here=$(cd "$(dirname "$0")" && pwd)
run=/tmp/sight
mkdir -p "$run"
# A copy, since a later command may replace the files that this one came with.
[ -d "$run/code" ] || cp -r "$here" "$run/code"
export SIGHT_FONTS="$run/code/fonts" PYTHONUNBUFFERED=1 OMP_NUM_THREADS=1
resume=()
[ -f "$run/code/resume.onnx" ] && resume=(--resume "$run/code/resume.onnx")
alive() { [ -f "$run/pid" ] && kill -0 "$(cat "$run/pid")" 2>/dev/null; }
collect() { for f in sight.onnx run.json curve.jsonl log; do [ -f "$run/$f" ] && cp "$run/$f" "$OUT/$f"; done; }
if ! alive && [ ! -f "$run/done" ]; then
  cd "$run/code"
  setsid bash -c "${PYTHON:-python3} train.py ${SIGHT_OPTIONS:---gpu} --out $run --minutes $minutes --pool $run/code/pool ${resume[*]} >>$run/log 2>&1 && touch $run/done" </dev/null >/dev/null 2>&1 &
  echo $! >"$run/pid"
fi
end=$((SECONDS + wait))
while [ $SECONDS -lt $end ] && [ ! -f "$run/done" ] && alive; do sleep 5; done
collect
tail -n 25 "$run/log"
nvidia-smi --query-gpu=utilization.gpu,memory.used --format=csv,noheader 2>/dev/null
uptime
[ -f "$run/done" ] && echo "training is done" || { alive && echo "training runs on" || echo "training has stopped"; }
