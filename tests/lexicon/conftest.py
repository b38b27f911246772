"""What the tests of the lexicon share."""

from collections.abc import Callable, Mapping

import pytest

from flowgraph.lexicon.names import fold

LongestNames = Callable[[str, Mapping[str, object]], list[str]]


@pytest.fixture(scope="session")
def longest_names() -> LongestNames:
    """A function that gives the folded names in a sentence: the longest at each place, none inside another."""

    def search(sentence: str, known: Mapping[str, object]) -> list[str]:
        words = fold(sentence).split()
        found, place = [], 0
        while place < len(words):
            for end in range(len(words), place, -1):
                name = " ".join(words[place:end])
                if name in known:
                    found.append(name)
                    place = end
                    break
            else:
                place += 1
        return found

    return search
