#!/usr/bin/env bash
# Runs the notebooks in real PyTorch and compares what they print with our records, by the rules of `litgrad check`.
# Run by hand where PyTorch, numpy and matplotlib are installed; CI has none of them.
#
#   PYTHON=~/torchenv/bin/python Tests/compare-with-pytorch.sh [Notebooks/NAME.md …]
#
# Each notebook becomes an .ipynb, Python executes its cells, and what they print takes the place of the text in a copy of the
# record. `litgrad check` then judges our outputs by that copy. Figures are not compared: PyTorch has no say in them.
set -euo pipefail
cd "$(dirname "$0")/.."
python=${PYTHON:-python3}
litgrad=${LITGRAD:-$PWD/.build/release/litgrad}
[ -x "$litgrad" ] || { echo "no litgrad at $litgrad: build it, or name one in LITGRAD" >&2; exit 3; }
"$python" -c 'import torch, numpy, matplotlib' || { echo "name a Python that has torch, numpy and matplotlib in PYTHON" >&2; exit 3; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/Notebooks"
cat > "$work/execute.py" <<'PYTHON'
"""Executes the cells of an .ipynb and writes a copy of a record with what they printed."""
import ast, contextlib, io, json, re, sys, warnings

notebook, source, target = sys.argv[1:]
warnings.filterwarnings("ignore")
names = {"__name__": "__main__"}


def fence(cell):
    return cell["metadata"].get("litgrad", {}).get("fence", "")


def execute(code):
    """Runs a cell as a notebook does: the value of a last bare expression is shown."""
    tree = ast.parse(code)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) and not code.rstrip().endswith(";") else None
    exec(compile(tree, "cell", "exec"), names)
    if last is not None:
        value = eval(compile(ast.Expression(last.value), "cell", "eval"), names)
        if value is not None:
            print(repr(value))


printed = {}
for cell in json.load(open(notebook))["cells"]:
    if cell["cell_type"] != "code" or "skip" in fence(cell).split():
        continue
    name = re.search(r"\bid=(\S+)", fence(cell)).group(1)
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        try:
            execute("".join(cell["source"]))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")
    printed[name] = output.getvalue().splitlines()

# Every line of text in the record gives way to a line that Python printed; lines about figures stay.
waiting = []
with open(target, "w") as record:
    for line in open(source).read().splitlines():
        if line.startswith("== "):
            record.writelines(f"| {text}\n" for text in waiting)
            waiting = printed.pop(line.split()[1])
        if not line.startswith("| "):
            record.write(line + "\n")
        elif waiting:
            record.write(f"| {waiting.pop(0)}\n")
    record.writelines(f"| {text}\n" for text in waiting)
    for name, lines in printed.items():
        record.writelines([f"== {name} code=none\n"] + [f"| {text}\n" for text in lines] if lines else [])
PYTHON

seconds() { awk "BEGIN { print $2 - $1 }"; }
printf '%-36s %8s %8s  %s\n' notebook "ours s" "torch s" verdict
failed=0
for file in "${@:-Notebooks/[0-9]*.md}"; do for notebook in $file; do
  name=$(basename "$notebook" .md)
  [ -f "Notebooks/$name.rec" ] || { printf '%-36s %8s %8s  %s\n' "$name" - - "no record: litgrad check --accept $notebook"; failed=1; continue; }
  "$litgrad" convert "$notebook" "$work/$name.ipynb"
  begin=$(date +%s.%N)
  MPLBACKEND=Agg "$python" "$work/execute.py" "$work/$name.ipynb" "Notebooks/$name.rec" "$work/Notebooks/$name.rec"
  middle=$(date +%s.%N)
  cp "$notebook" "$work/Notebooks/"
  verdict=$(cd "$work" && "$litgrad" check --again "Notebooks/$name.md") || failed=1
  end=$(date +%s.%N)
  printf '%-36s %8.1f %8.1f  ' "$name" "$(seconds "$middle" "$end")" "$(seconds "$begin" "$middle")"
  echo "$verdict" | sed '1s/^[^ ]*  *//; /passed, /d; 2,$s/^/    /'
done; done
exit "$failed"
