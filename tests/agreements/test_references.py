"""References, versions and their order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowgraph.agreements import split_reference, version_key
from flowgraph.agreements.references import reference_key


@pytest.mark.parametrize(
    ("text", "base", "version"),
    [
        ("DARS-NIC-990501-A1B2C-v2.8", "DARS-NIC-990501-A1B2C", "2.8"),
        ("DARS-NIC-990501-A1B2C-v0.10", "DARS-NIC-990501-A1B2C", "0.10"),
        ("NIC-07990-GSMX5 v3", "NIC-07990-GSMX5", "3"),
        ("DARS-NIC-990501-A1B2C", "DARS-NIC-990501-A1B2C", None),
        ("FAR RS Ps/sens", "FAR RS Ps/sens", None),
        ("v1.0", "v1.0", None),
    ],
)
def test_base_and_version(text: str, base: str, version: str | None) -> None:
    assert split_reference(text) == (base, version)


def test_spellings_of_one_reference() -> None:
    spellings = ["DARS-NIC-07990-A1B2C", "NIC-07990-A1B2C", "dars-nic-7990-a1b2c"]
    assert len({reference_key(spelling) for spelling in spellings}) == 1
    assert reference_key("DARS-NIC-07990-A1B2D") != reference_key(spellings[0])
    assert reference_key("FAR RS  Ps/sens") == reference_key("Far RS Ps/Sens")


@given(st.lists(st.integers(0, 300), min_size=1, max_size=3), st.lists(st.integers(0, 300), min_size=1, max_size=3))
def test_versions_are_ordered_number_by_number(one: list[int], other: list[int]) -> None:
    keys = [version_key(".".join(map(str, numbers))) for numbers in (one, other)]
    assert (keys[0] < keys[1]) == (one < other)
    assert version_key(None) < min(keys)
