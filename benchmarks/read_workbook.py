"""Reading the workbook to typed agreements, beside what the xlsx library alone needs to iterate the same sheets.

Both run in turn, in processes of their own, so that neither warms the memory of the other; the fastest of some runs
counts. Run it with ``python benchmarks/read_workbook.py``.
"""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from made_workbook import write_workbook

RUNS = 5
TARGET = 1.5


def library(path: str) -> int:
    """Iterate all rows of all sheets; gives the number of cells."""
    from python_calamine import CalamineWorkbook

    started = time.perf_counter()
    book = CalamineWorkbook.from_path(path)
    cells = sum(len(row) for name in book.sheet_names for row in book.get_sheet_by_name(name).iter_rows())
    print(time.perf_counter() - started)
    return cells


def ours(path: str) -> int:
    """Read all agreements, typed; gives their number."""
    from flowgraph.documents import stream_agreements

    started = time.perf_counter()
    count = sum(1 for _ in stream_agreements([path]))
    print(time.perf_counter() - started)
    return count


def run(what: str, path: Path) -> tuple[float, float]:
    """Seconds by the clock and the megabytes of memory of one run, the reading process included."""
    result = subprocess.run([sys.executable, __file__, what, str(path)], stdout=subprocess.PIPE, check=True, text=True)
    seconds, megabytes = result.stdout.split()
    return float(seconds), float(megabytes)


def main() -> None:
    """Print both, and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "register.xlsx"
        write_workbook(path)
        print(f"workbook: {path.stat().st_size / 1e6:.0f} MB, 5,500 agreement versions, 100,000 release rows")
        runs = [(run("library", path), run("ours", path)) for _ in range(RUNS)]
    alone = min(seconds for (seconds, _), _ in runs)
    reading = min(seconds for _, (seconds, _) in runs)
    memory = max(megabytes for _, (_, megabytes) in runs)
    print(f"xlsx library alone: {alone:.2f} s")
    print(f"typed agreements: {reading:.2f} s, {memory:.0f} MB in both processes together")
    print(f"ratio: {reading / alone:.2f} (target: at most {TARGET})")


if __name__ == "__main__":
    if len(sys.argv) == 1:
        main()
    else:
        {"library": library, "ours": ours}[sys.argv[1]](sys.argv[2])
        usage = [resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        print(sum(usage) / 1024)
