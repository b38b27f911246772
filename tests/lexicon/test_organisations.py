"""The organisations: found by name and code, told apart, and tied by succession."""

from datetime import date
from typing import Any

import pytest

from flowgraph.domain.words import PartyKind
from flowgraph.lexicon import organisations
from flowgraph.lexicon.bodies import COLUMNS, CSV, TOML, Body, BodyEntry, read_rows
from flowgraph.lexicon.entries import LexiconError, read_entries
from flowgraph.lexicon.names import fold
from flowgraph.lexicon.organisations import Organisations

ENTRIES = read_entries(TOML, "body", BodyEntry)
HEAD = ",".join(COLUMNS)


def found(name: str, on: date | None = None) -> list[str]:
    return [body.key for body in organisations.load().find(name, on)]


def one(name: str) -> Body:
    (body,) = organisations.load().find(name)
    return body


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_the_example_of_an_entry_finds_that_body_alone(entry: BodyEntry, longest_names: Any) -> None:
    known = organisations.load().folded()
    bodies = {body.name for name in longest_names(entry.example, known) for body in known[name]}
    assert bodies == {entry.name}


def test_every_name_of_every_body_finds_it() -> None:
    lexicon = organisations.load()
    for name, body in lexicon.names():
        assert body in lexicon.find(name, on=body.closed or body.opened), name


def test_two_bodies_share_a_name_only_where_one_carries_on_from_the_other() -> None:
    lexicon = organisations.load()
    for name, bodies in lexicon.folded().items():
        if len(bodies) > 1:
            keys = {body.key for body in bodies}
            assert any(tie.key in keys for body in bodies for tie in body.succeeded_by), name


def test_a_sub_icb_location_is_found_by_its_code_and_never_by_the_icbs_bare_name() -> None:
    assert found("NHS SOUTH YORKSHIRE ICB - 02X") == ["ods:02X:sub_icb_location"]
    assert found("NHS SOUTH YORKSHIRE ICB - 03N") == ["ods:03N:sub_icb_location"]
    assert found("NHS SOUTH YORKSHIRE ICB") == ["ods:QF7:icb"]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("NHS Doncaster CCG", "ods:02X:ccg"),
        ("Doncaster Clinical Commissioning Group", "ods:02X:ccg"),
        ("NHS MID AND SOUTH ESSEX ICB - 07G", "ods:07G:sub_icb_location"),
        ("NHS ENGLAND - X26", "body:nhs-england"),
        ("HSCIC", "body:nhs-digital"),
        ("NECS", "body:north-of-england-csu"),
        ("North England CSU", "body:north-of-england-csu"),
        ("South Central & West Commissioning Support Unit", "body:south-central-and-west-csu"),
        ("Doncaster Council", "ods:205:local_authority"),
        ("Southwark Council", "ods:710:local_authority"),
        ("Salford Royal NHS Foundation Trust", "ods:RM3:trust"),
        ("University Hospitals Bristol and Weston NHS Trust", "ods:RA7:trust"),
        ("Southend-on-Sea Borough Council", "ods:621:local_authority"),
    ],
)
def test_a_name_finds_its_body(name: str, key: str) -> None:
    assert found(name) == [key]


def test_a_regional_office_is_never_the_unit_that_employs_its_staff() -> None:
    lexicon = organisations.load()
    offices = [body for body in lexicon if body.kind is PartyKind.DSCRO]
    assert len(offices) >= 10
    for office in offices:
        host = lexicon.host(office)
        assert host is None or host.kind is PartyKind.CSU
        for name in office.names:
            assert {body.kind for body in lexicon.find(name)} == {PartyKind.DSCRO}


def test_a_bare_role_is_no_body() -> None:
    for role in ("CCG", "the CCGs", "CSU", "DSCRO", "ICB", "the council", "GPs", "providers", "NHS"):
        assert found(role) == []


def test_one_code_is_two_bodies_tied_on_the_day_the_groups_closed() -> None:
    lexicon = organisations.load()
    assert [body.role for body in lexicon.by_code("02x")] == ["sub_icb_location", "ccg"]
    assert [body.role for body in lexicon.by_code("02X", date(2022, 6, 30))] == ["ccg"]
    assert [body.role for body in lexicon.by_code("02X", date(2022, 7, 1))] == ["sub_icb_location"]
    group = one("NHS Doncaster CCG")
    assert [(tie.key, tie.on) for tie in group.succeeded_by] == [("ods:02X:sub_icb_location", date(2022, 7, 1))]


def test_every_group_that_closed_with_the_reform_has_its_location() -> None:
    lexicon = organisations.load()
    tied = [
        b
        for b in lexicon
        if b.role == "ccg" and [t.key for t in b.succeeded_by] == [f"ods:{b.codes[0]}:sub_icb_location"]
    ]
    assert len(tied) == 106
    assert all(body.succeeded_by for body in lexicon if body.role == "ccg")


def test_succession_is_followed_to_the_day_asked_for() -> None:
    lexicon = organisations.load()
    group = one("NHS Newcastle West CCG")
    assert [body.key for body in lexicon.successors(group, date(2014, 1, 1))] == [group.key]
    assert [body.key for body in lexicon.successors(group, date(2018, 1, 1))] == ["ods:13T:ccg"]
    assert [body.key for body in lexicon.successors(group, date(2023, 1, 1))] == ["ods:13T:sub_icb_location"]
    assert group in lexicon.predecessors(one("NHS Newcastle Gateshead CCG"))


def test_a_location_belongs_to_the_icb_of_the_day() -> None:
    lexicon = organisations.load()
    (location,) = lexicon.by_code("93C", date(2023, 1, 1))
    assert [icb.codes for icb in lexicon.wholes(location, date(2023, 1, 1))] == [("QMJ",)]
    assert [icb.codes for icb in lexicon.wholes(location, date(2026, 5, 1))] == [("Z9B2Z",)]


def test_frimleys_location_belonged_to_frimleys_own_icb_and_to_none_after_it_closed() -> None:
    lexicon = organisations.load()
    location = one("NHS FRIMLEY ICB - D4U1Y")
    assert [icb.codes for icb in lexicon.wholes(location, date(2024, 1, 1))] == [("QNQ",)]
    assert lexicon.wholes(location, date(2026, 4, 1)) == ()
    assert location.succeeded_by == ()


def test_x26_was_nhs_digital_until_the_merger() -> None:
    lexicon = organisations.load()
    assert [body.name for body in lexicon.by_code("X26", date(2020, 1, 1))] == ["NHS Digital"]
    assert [body.name for body in lexicon.by_code("X26", date(2023, 2, 1))] == ["NHS England"]
    assert [(tie.key, tie.on) for tie in one("NHS Digital").succeeded_by] == [("body:nhs-england", date(2023, 2, 1))]
    assert [b.name for b in lexicon.successors(one("NHS Connecting for Health"), date(2015, 1, 1))] == ["NHS Digital"]


def test_two_codes_of_one_body_are_one_body() -> None:
    lexicon = organisations.load()
    assert lexicon.by_code("XDC") == lexicon.by_code("YGMX9") == lexicon.find("ONS")
    assert lexicon.by_code("8JE93") == lexicon.by_code("T1520") == lexicon.find("NHS Improvement")


def test_units_that_merged_carry_on_as_the_new_one() -> None:
    lexicon = organisations.load()
    later = {b.name for name in ("Arden CSU", "GEM CSU") for b in lexicon.successors(one(name), date(2020, 1, 1))}
    assert later == {"NHS Arden and Greater East Midlands CSU"}
    assert [b.name for b in lexicon.successors(one("Kent & Medway CSU"), date(2020, 1, 1))] == [
        "NHS North East London CSU"
    ]


def test_a_trusts_misdated_closure_does_not_break_its_succession() -> None:
    burton = one("Burton Hospitals NHS Foundation Trust")
    assert [(tie.key, tie.on) for tie in burton.succeeded_by] == [("ods:RTG:trust", date(2018, 7, 1))]


def test_pre_2013_council_records_pass_to_the_councils_that_went_on() -> None:
    lexicon = organisations.load()
    ties = {code: lexicon.by_code(code)[0].succeeded_by[0].key for code in ("V114", "V273", "V307")}
    assert ties == {f"V{n}": f"ods:{code}:local_authority" for n, code in ((114, 621), (273, 218), (307, 905))}


def test_misspelt_names_have_near_ones() -> None:
    near = organisations.load().nearest("Donkaster CCG", 3)
    assert near[0].name == "NHS Doncaster CCG"
    assert len(near) == 3


def entry(name: str, **fields: object) -> BodyEntry:
    return BodyEntry.model_validate({"name": name, "kind": "company", "example": f"{name} sends it.", **fields})


ROW = "99Z,NHS Saltmarsh CCG,ccg,2013-04-01,2022-06-30,{successors},,"


@pytest.mark.parametrize(
    ("successors", "entries", "problem"),
    [
        ("", [entry("Fen Ltd"), entry("Moor Ltd", aliases=["Fen Limited"])], "bears the name 'fen limited' too"),
        ("", [entry("Fen Ltd", part_of=[{"name": "Bog"}])], "entry 1 .Fen Ltd.: part_of names 'Bog'"),
        ("", [entry("Fen Ltd", hosted_by="Bog")], "entry 1 .Fen Ltd.: hosted_by names 'Bog'"),
        ("", [entry("Fen Ltd", codes=["12345"])], "entry 1 .Fen Ltd.: .* no code 12345"),
        ("", [entry("Fen Ltd"), entry("FEN LTD")], "entry 2 .FEN LTD.: an earlier entry"),
        ("98Y@2020-04-01", [], "entry 99Z: its successor 98Y has no row"),
    ],
)
def test_a_broken_entry_is_named_with_its_file(successors: str, entries: list[BodyEntry], problem: str) -> None:
    rows = read_rows([HEAD, ROW.format(successors=successors)])
    with pytest.raises(LexiconError, match=problem):
        Organisations(rows, entries)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("99Z,NHS Saltmarsh CCG,ccg,2013-04-31,,,,", "99Z in line 2: day is out of range"),
        ("99Z,NHS Saltmarsh CCG,guild,2013-04-01,,,,", "99Z in line 2: kind 'guild' is none of"),
        ("99Z,NHS Saltmarsh, Fen CCG,ccg,2013-04-01,,,,", "99Z in line 2: 9 columns instead of 8"),
        ("99Z,NHS Saltmarsh CCG,ccg,2014-04-01,2013-04-01,,,", "99Z in line 2: closed 2013-04-01 lies before"),
        ("99Z,,ccg,2014-04-01,,,,", "99Z in line 2: a row needs a code and a name"),
    ],
)
def test_a_broken_row_is_named_with_its_file_and_line(line: str, problem: str) -> None:
    with pytest.raises(LexiconError, match=problem) as caught:
        read_rows([HEAD, line])
    assert str(caught.value).startswith(CSV)


def test_keys_are_one_to_one() -> None:
    keys = [body.key for body in organisations.load()]
    assert len(keys) == len(set(keys)) == len(organisations.load())
    assert all(key.split(":")[0] in {"ods", "body"} and key == key.strip() for key in keys)
    assert all(fold(body.name) for body in organisations.load())
