#!/bin/bash
# The pool of charts by real libraries: pool.sh RENDERS [CHARTS A LIBRARY=400]. About 15 minutes on two cores.
# Pictures and marks go to RENDERS, packed ones to pool/ beside this script. Renders that are there already stay.
set -eu
renders=$(mkdir -p "$1" && cd "$1" && pwd)
count=${2:-400}
cd "$(dirname "$0")"
python=${PYTHON:-python3}
[ -d render/node_modules ] || (cd render && npm install --ignore-scripts --no-audit --no-fund)
(
  node render/main.mjs "$renders" --libraries vega,chartjs,office --count "$count" --seed 1000
  $python -W ignore render/draw_matplotlib.py "$renders" $((count * 3 / 2)) 1000
) &
node render/main.mjs "$renders" --libraries echarts,apexcharts --count "$count" --seed 1000
node render/main.mjs "$renders" --libraries plotly --count $((count * 3 / 10)) --seed 1000
wait
$python pack.py pool "$renders" pool
