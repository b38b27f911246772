"""Every data set the lexicon knows, found by any of its names, and what contains what."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from flowgraph.domain.base import Frozen
from flowgraph.lexicon.entries import LexiconError, read_entries
from flowgraph.lexicon.names import fold

TOML = "datasets.toml"


class DatasetEntry(Frozen):
    """One entry of ``datasets.toml``; its head explains the fields."""

    name: str
    kind: Literal["national", "local"]
    example: str
    acronyms: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    contains: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    plain: bool = False
    keeper: str | None = None
    repository: str | None = None


@dataclass(frozen=True, slots=True)
class Dataset:
    """One data set.

    ``acronyms`` count only in capitals as written, ``within`` only in a list under the data set that contains it.
    ``keeper`` is the role that holds the data before anybody receives it, ``repository`` the body that is meant where
    data comes "from" the data set. ``plain`` says that its names are plain words of the prose, not a product's name.
    """

    name: str
    kind: Literal["national", "local"]
    acronyms: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    contains: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    plain: bool = False
    keeper: str | None = None
    repository: str | None = None

    @property
    def collective(self) -> bool:
        """Whether its name is a plain word for several data sets, so that a text that says it means those it has."""
        return self.plain and bool(self.contains)

    @property
    def names(self) -> tuple[str, ...]:
        """The name shown, the acronyms, then every other name."""
        return (self.name, *self.acronyms, *self.aliases)


class Datasets:
    """The data sets of the lexicon. Make it with :func:`load`.

    Iteration gives pairs of a name as written and its data set, for whoever looks for mentions.
    """

    def __init__(self, entries: Sequence[DatasetEntry]) -> None:
        """Index the entries; raises LexiconError where names collide or containment is broken or circular."""
        self._by_key: dict[str, Dataset] = {}
        self._all = tuple(
            Dataset(
                entry.name,
                entry.kind,
                entry.acronyms,
                entry.aliases,
                entry.contains,
                entry.within,
                entry.plain,
                entry.keeper,
                entry.repository,
            )
            for entry in entries
        )
        for number, dataset in enumerate(self._all, 1):
            for name in dataset.names:
                other = self._by_key.setdefault(fold(name), dataset)
                if other is not dataset:
                    raise _error(number, dataset, f"{name!r} is a name of {other.name!r} too; give it to one of them")
        self._named = {dataset.name: dataset for dataset in self._all}
        self._inside: dict[str, dict[str, Dataset]] = {}
        for number, dataset in enumerate(self._all, 1):
            for name in dataset.contains:
                if name not in self._named:
                    raise _error(number, dataset, f"it contains {name!r}, which is no data set's name")
        for number, dataset in enumerate(self._all, 1):
            self._close(number, dataset, ())
        self._wholes = {
            part.name: tuple(whole for whole in self._all if part.name in self._inside[whole.name])
            for part in self._all
        }

    def __iter__(self) -> Iterator[tuple[str, Dataset]]:
        """Pairs of a name as written and its data set; names that count only in lists are left out."""
        return ((name, dataset) for dataset in self._all for name in dataset.names)

    def all(self) -> tuple[Dataset, ...]:
        """Every data set, in the order of the file."""
        return self._all

    def folded(self) -> Mapping[str, Dataset]:
        """Folded name → data set."""
        return self._by_key

    def find(self, name: str) -> Dataset | None:
        """The data set of that name, however it is written, or None."""
        return self._by_key.get(fold(name))

    def find_within(self, outer: str, name: str) -> Dataset | None:
        """The data set that ``name`` means in a list under ``outer`` ("Acute" under Local Provider Flows), or None."""
        folded = fold(name)
        inside = self.members(outer)
        return next((d for d in inside if any(fold(short) == folded for short in (*d.within, *d.names))), None)

    def contains(self, outer: str, inner: str) -> bool:
        """Whether the data set named ``inner`` is the one named ``outer``, or a part of it, at any depth.

        Names the lexicon does not know contain themselves only.
        """
        whole, part = self.find(outer), self.find(inner)
        if whole is None or part is None:
            return fold(outer) == fold(inner)
        return part is whole or part.name in self._inside[whole.name]

    def members(self, name: str) -> tuple[Dataset, ...]:
        """The data sets inside the named one, at any depth, without itself; empty where it is not known."""
        whole = self.find(name)
        return () if whole is None else tuple(self._inside[whole.name].values())

    def wholes(self, name: str) -> tuple[Dataset, ...]:
        """The data sets that the named one is a part of, at any depth, without itself."""
        part = self.find(name)
        return () if part is None else self._wholes[part.name]

    def nearest(self, name: str, n: int = 5) -> tuple[Dataset, ...]:
        """The ``n`` data sets whose names look most like ``name``, best first."""
        from rapidfuzz import fuzz, process  # loading it costs more than most commands need

        found: dict[str, Dataset] = {}
        for match in process.extract(fold(name), self._by_key.keys(), scorer=fuzz.WRatio, limit=4 * n):
            dataset = self._by_key[match[0]]
            found.setdefault(dataset.name, dataset)
        return tuple(found.values())[:n]

    def _close(self, number: int, dataset: Dataset, above: tuple[str, ...]) -> dict[str, Dataset]:
        """All that is inside a data set, each once."""
        if dataset.name in above:
            raise _error(number, dataset, f"it contains itself by way of {' > '.join(above)}")
        if dataset.name not in self._inside:
            inside: dict[str, Dataset] = {}
            for name in dataset.contains:
                inside[name] = self._named[name]
                inside |= self._close(number, self._named[name], (*above, dataset.name))
            self._inside[dataset.name] = inside
        return self._inside[dataset.name]


def _error(number: int, dataset: Dataset, problem: str) -> LexiconError:
    return LexiconError(TOML, f"{number} ({dataset.name})", problem)


@cache
def load() -> Datasets:
    """The data sets of the shipped lexicon, read once; raises LexiconError naming file and entry."""
    return Datasets(read_entries(TOML, "data_set", DatasetEntry))
