"""Parsing a whole national register on two cores: seconds, memory, and whether the time per agreement stays the same.

    python benchmarks/register.py [--versions 5500] [--jobs 2]

The register is made up of real paragraphs (see made_prose.py): 5,500 agreement versions, 40 MB of prose. It is parsed
in a process of its own, its memory is the sum of the greatest that each of its processes ever had.
"""

import argparse
import resource
import subprocess
import sys
from statistics import median
from time import perf_counter, process_time

from made_prose import VERSIONS, made_register
from real_agreements import processing

SECONDS, MEGABYTES = 30, 1000
FEW = 100


def parse(versions: int, jobs: int) -> None:
    """Parse a register with some processes and print what it took."""
    from flowgraph.command.workers import read_all

    register = list(made_register(versions))
    prose = sum(len(processing(agreement)) for agreement in register) / 1e6
    started = perf_counter()
    flows = sum(len(reading.flows) for reading in read_all(register, jobs))
    seconds = perf_counter() - started
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    workers = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024 * jobs
    print(f"{versions} agreement versions, {prose:.1f} MB of prose, {flows} flows, {jobs} processes")
    print(f"  {seconds:.1f} s, ratio {seconds / SECONDS:.2f} (target: at most {SECONDS} s)")
    print(f"  {own + workers:.0f} MB, ratio {(own + workers) / MEGABYTES:.2f} (target: at most {MEGABYTES} MB)")


def flat(versions: int) -> None:
    """Print the time per agreement of the first hundred beside that of all, in one process."""
    from flowgraph.flows import read_flows

    spent = []
    for agreement in made_register(versions):
        started = process_time()
        read_flows(agreement)
        spent.append((process_time() - started) / len(processing(agreement)))
    del spent[0]  # loads the lexicon
    # A character of the prose, since agreements differ in length.
    for count in (FEW, 1000, versions):
        some = spent[:count]
        print(f"  first {count}: {sum(some) / len(some) * 1e9:.0f} ns a character, median {median(some) * 1e9:.0f}")
    ratio = median(spent[-FEW:]) / median(spent[:FEW])
    print(f"  last {FEW} beside first {FEW}: ratio {ratio:.2f} (target: about 1, at most 1.2)")


def main() -> None:
    """Run both parts, each in a process of its own."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--versions", type=int, default=VERSIONS)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--part", choices=("parse", "flat"))
    given = parser.parse_args()
    if given.part == "parse":
        parse(given.versions, given.jobs)
    elif given.part == "flat":
        flat(given.versions)
    else:
        for part in ("parse", "flat"):
            subprocess.run([sys.executable, __file__, *sys.argv[1:], "--part", part], check=True)


if __name__ == "__main__":
    main()
