"""Loads a random register into a store, as a program of its own that a test can kill.

usage: load_register.py STORE SEED AGREEMENTS BATCH_ROWS; prints a line when it begins and after each batch.
"""

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parents[2])]

from made_register import HES  # noqa: E402
from random_register import random_register  # noqa: E402

from flowgraph.store import Settings, open_store  # noqa: E402


def main(url: str, seed: str, agreements: str, batch_rows: str) -> None:
    settings = Settings.from_environment().model_copy(update={"batch_rows": int(batch_rows)})
    readings = random_register(int(seed), int(agreements))
    with open_store(url, settings, create=True, lexicon=HES) as store:
        print("loading", flush=True)
        loaded = store.writer().load(readings, lambda count: print(count, flush=True))
        print(loaded.written, loaded.unchanged, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
