"""Which names of data sets carry a data set that is asked for: itself, what is inside it, what it is inside of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from flowgraph.graph.words import Lexicon


@dataclass(frozen=True, slots=True)
class Scope:
    """The names, as flows write them, that bear on one data set (or on any, where ``asked`` is None).

    ``inside`` are the names of the data set and of its parts, ``around`` those of the data sets that it is a
    part of: a flow that says HES carries HES APC too. ``names`` are both. ``shown`` gives each name as the
    lexicon shows it.
    """

    asked: str | None
    inside: frozenset[str]
    around: frozenset[str]
    shown: Mapping[str, str]
    lexicon: Lexicon
    names: frozenset[str] = field(init=False)
    _atoms: dict[frozenset[str], tuple[frozenset[str], ...]] = field(default_factory=dict)
    _narrowed: dict[tuple[frozenset[str] | None, tuple[str, ...]], frozenset[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Put the names together once."""
        object.__setattr__(self, "names", self.inside | self.around)

    def within(self, outer: str, inner: str) -> bool:
        """Whether the data set named ``inner`` is the one named ``outer`` or a part of it."""
        outer, inner = self._show(outer), self._show(inner)
        return outer == inner or self.lexicon.contains(outer, inner)

    def atoms(self, present: frozenset[str]) -> tuple[frozenset[str], ...]:
        """The smallest data sets that the names ``present`` tell apart, each as the names that carry it.

        HES APC that goes out is not the HES outpatient data that came in: the two are two atoms of HES. Where
        every name is at least as wide as the data set asked for, that is the one atom.
        """
        known = self._atoms.get(present)
        if known is None:
            parts = sorted(present & self.inside)
            around = present & self.around
            smallest = [
                one
                for one in parts
                if not any(self.within(one, other) and not self.within(other, one) for other in parts)
            ]
            carriers = [around | {name for name in parts if self.within(name, one)} for one in smallest]
            known = tuple(dict.fromkeys(map(frozenset, carriers))) or ((frozenset(around),) if around else ())
            self._atoms[present] = known
        return known

    def narrow(self, carried: frozenset[str] | None, names: tuple[str, ...]) -> frozenset[str]:
        """What of ``carried`` (None: of the data set asked for) a flow that says ``names`` passes on, as shown.

        Only the widest stand in the result: HES, not HES and HES APC.
        """
        known = self._narrowed.get((carried, names))
        if known is None:
            known = self._narrowed[carried, names] = self._narrow(carried, names)
        return known

    def _narrow(self, carried: frozenset[str] | None, names: tuple[str, ...]) -> frozenset[str]:
        said = {self._show(name) for name in names if name in self.names}
        if carried is None:
            carried = frozenset(said if self.asked is None else (self.asked,))
        both = {
            name if self.within(had, name) else had
            for had in carried
            for name in said
            if self.within(had, name) or self.within(name, had)
        }
        return frozenset(one for one in both if not any(other != one and self.within(other, one) for other in both))

    def _show(self, name: str) -> str:
        return self.shown.get(name, name)


def scope_of(asked: str | None, names: Iterable[str], lexicon: Lexicon) -> Scope:
    """The scope of a data set (its name as the lexicon shows it, or as flows write it) among ``names``."""
    shown = {name: lexicon.dataset(name) or name for name in names}
    if asked is None:
        return Scope(None, frozenset(shown), frozenset(), shown, lexicon)
    asked = lexicon.dataset(asked) or asked
    fold = lexicon.fold(asked)
    inside, around = set(), set()
    for name, known in shown.items():
        if known == asked or lexicon.fold(known) == fold or lexicon.contains(asked, known):
            inside.add(name)
        elif lexicon.contains(known, asked):
            around.add(name)
    return Scope(asked, frozenset(inside), frozenset(around), shown, lexicon)
