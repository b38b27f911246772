"""The data sets: every name finds its entry, examples are true, containment has no circle."""

import json
from pathlib import Path
from typing import Any

import pytest

from flowgraph.lexicon import datasets
from flowgraph.lexicon.datasets import TOML, DatasetEntry, Datasets
from flowgraph.lexicon.entries import LexiconError, read_entries

ENTRIES = read_entries(TOML, "data_set", DatasetEntry)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_the_example_of_an_entry_finds_that_entry_alone(entry: DatasetEntry, longest_names: Any) -> None:
    known = datasets.load().folded()
    assert {known[name].name for name in longest_names(entry.example, known)} == {entry.name}


def test_every_name_finds_its_own_data_set() -> None:
    lexicon = datasets.load()
    for name, dataset in lexicon:
        for spelling in (name, name.upper(), f"the {name}"):
            assert lexicon.find(spelling) is dataset, spelling


@pytest.mark.parametrize(
    ("outer", "inner"),
    [
        ("HES", "Hospital Episode Statistics Accident and Emergency"),
        ("HES", "HES Critical Care"),
        ("Local Provider Flows", "Acute-Local Provider Flows"),
        ("Local Provider Flows", "Public Health Screening-Local Provider Flows"),
        ("Mental Health data", "MHSDS"),
        ("Mental Health data", "Mental Health Minimum Data Set"),
        ("Mental Health data", "Mental Health Learning Disability Data Set"),
        ("civil registration data", "Civil Registries Data (CRD) (Births)"),
        ("civil registration data", "Civil Registration - Deaths"),
        ("ONS mortality data", "Primary Care Mortality Database"),
        ("SUS", "SUS PbR Spells"),
        ("Maternity Services Data Set", "MSDS (Maternity Services Data Set) v1.5"),
        ("MRIS", "List Cleaning Report"),
        ("PROMs", "Patient Reported Outcome Measures (Linkable to HES)"),
    ],
)
def test_a_data_set_is_found_inside_another(outer: str, inner: str) -> None:
    lexicon = datasets.load()
    assert lexicon.contains(outer, inner)
    assert lexicon.contains(outer, outer)
    assert not lexicon.contains(inner, outer)


def test_siblings_do_not_contain_each_other() -> None:
    lexicon = datasets.load()
    assert not lexicon.contains("HES APC", "HES OP")
    assert not lexicon.contains("Births data", "Civil Registration - Deaths")
    assert not lexicon.contains("SUS", "HES")


def test_short_names_in_a_list_need_the_list_they_stand_in() -> None:
    lexicon = datasets.load()
    found = lexicon.find_within("Local Provider Flows", "Acute")
    assert found is not None
    assert found.name == "Acute-Local Provider Flows"
    assert lexicon.find("Acute") is None
    assert lexicon.find_within("HES", "Acute") is None


def test_names_of_a_renaming_chain_are_one_data_set() -> None:
    lexicon = datasets.load()
    chain = (
        "COVID-19 Second Generation Surveillance System",
        "COVID-19 Second Generation Surveillance System (SGSS)",
        "COVID-19 SGSS First Positives (Second Generation Surveillance System)",
    )
    assert len({lexicon.find(name) for name in chain}) == 1
    assert lexicon.find(chain[0]) is not None


def test_misspelt_names_have_near_ones() -> None:
    assert "Community Services Data Set (CSDS)" in [
        d.name for d in datasets.load().nearest("Comunity Servces Data Set")
    ]


def entry(name: str, **fields: object) -> DatasetEntry:
    return DatasetEntry.model_validate({"name": name, "kind": "national", "example": f"{name} is sent.", **fields})


@pytest.mark.parametrize(
    ("entries", "problem"),
    [
        ([entry("Tide Record"), entry("Wave Record", aliases=["TIDE RECORD"])], "entry 2 .Wave Record.*Tide Record"),
        ([entry("Tide Record", contains=["Foam"])], "entry 1 .Tide Record.*'Foam', which is no data set"),
        (
            [entry("Tide", contains=["Wave"]), entry("Wave", contains=["Tide"])],
            r"contains itself by way of Tide > Wave",
        ),
    ],
)
def test_a_broken_entry_is_named_with_its_file(entries: list[DatasetEntry], problem: str) -> None:
    with pytest.raises(LexiconError, match=problem) as caught:
        Datasets(entries)
    assert str(caught.value).startswith(TOML)


def test_every_data_set_of_the_shared_documents_is_known(shared: Path) -> None:
    lexicon = datasets.load()
    names = set()
    for path in [*(shared / "register").glob("agreements/*.json"), *(shared / "register").glob("versions/*/*.json")]:
        agreement = json.loads(path.read_text(encoding="utf-8"))
        rows = [*agreement["datasets"], *agreement.get("releases", [])]
        names |= {row.get("dataset") or row["name"] for row in rows}
    assert names
    assert {name for name in names if lexicon.find(name) is None} == set()
