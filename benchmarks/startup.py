"""How soon ``flowgraph --help`` is answered, beside a bare ``python -c pass``, in turn; the medians count.

python benchmarks/startup.py
"""

import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

RUNS = 15
TARGET = 5
COMMANDS = {
    "bare python": (sys.executable, "-c", "pass"),
    "flowgraph --help": (str(Path(sys.executable).with_name("flowgraph")), "--help"),
}


def main() -> None:
    """Print both, and their ratio."""
    seconds: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for run in range(RUNS + 1):
        for name, command in COMMANDS.items():
            started = perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            if run:  # the first run fills the disk's cache
                seconds[name].append(perf_counter() - started)
    for name, spent in seconds.items():
        print(f"{name}: {median(spent) * 1000:.0f} ms")
    bare, ours = seconds.values()
    print(f"ratio: {median(our / plain for our, plain in zip(ours, bare, strict=True)):.2f} (target: at most {TARGET})")


if __name__ == "__main__":
    main()
