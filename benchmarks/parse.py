"""Parsing agreements to flows, beside what spaCy's blank English pipeline needs to prepare the same text for rules.

    python benchmarks/parse.py

spaCy splits the text into words and sentences and finds the names of the lexicon (bodies and data sets, in any case);
ours reads the flows. Both run on one core, in turn, in one process, some times; the medians count. Sentences that recur
word for word are in the text once, and nothing is remembered from one run to the next. Needs spaCy: the extra "bench".
"""

import sys
from collections.abc import Callable
from statistics import median
from time import process_time

from real_agreements import agreements, processing, without_recurring

from flowgraph.domain import Agreement
from flowgraph.flows import read_flows
from flowgraph.flows.recurring import recurring
from flowgraph.lexicon import datasets, organisations
from flowgraph.lexicon.legal_bases import find_legal_bases

RUNS = 9


def names() -> list[str]:
    """Every name of a body or data set in the lexicon."""
    return [name for name, _ in organisations.load().names()] + [name for name, _ in datasets.load()]


def spacy_work(texts: list[str], case: str) -> Callable[[], None]:
    """What spaCy does; ``case`` is LOWER to find names in any case, ORTH as they are written."""
    import spacy
    from spacy.matcher import PhraseMatcher

    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    matcher = PhraseMatcher(pipeline.vocab, attr=case)
    matcher.add("name", list(pipeline.tokenizer.pipe(names())))

    def prepare() -> None:
        for document in pipeline.pipe(texts):
            matcher(document)

    return prepare


def read(found: list[Agreement]) -> None:
    """Read all flows, as if nothing had been read before."""
    find_legal_bases.cache_clear()
    recurring.forget()
    for agreement in found:
        read_flows(agreement)


def timed(work: Callable[[], None]) -> float:
    """Seconds of one core."""
    started = process_time()
    work()
    return process_time() - started


def main() -> None:
    """Print both, and their ratio."""
    try:
        import spacy  # noqa: F401
    except ImportError:
        sys.exit("spaCy is not installed: pip install -e '.[bench]'")
    once, told, gone = without_recurring(agreements())
    texts = [processing(agreement) for agreement in once]
    size = sum(map(len, texts)) / 1e6
    print(f"{len(once)} agreements, {size:.2f} MB, {told} sentences; {gone} that recur word for word are left out")
    recurring.most = 0
    works = {"ours": lambda: read(once), "LOWER": spacy_work(texts, "LOWER"), "ORTH": spacy_work(texts, "ORTH")}
    seconds: dict[str, list[float]] = {name: [] for name in works}
    for run in range(RUNS + 1):
        for name, work in works.items():
            spent = timed(work)
            if run:  # the first run loads lexicon and vocabulary
                seconds[name].append(spent)
    ours = median(seconds["ours"])
    print(f"agreements to flows: {ours:.3f} s, {size / ours:.2f} MB/s")
    for name, how in (("LOWER", "in any case"), ("ORTH", "as they are written")):
        theirs = median(seconds[name])
        ratio = median(our / their for our, their in zip(seconds["ours"], seconds[name], strict=True))
        print(f"spaCy, only preparing, names {how}: {theirs:.3f} s; ratio {ratio:.2f} (target: at most 1)")


if __name__ == "__main__":
    main()
