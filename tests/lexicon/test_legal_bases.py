"""Legal basis codes: in fields, inside running text, and never invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowgraph.lexicon import entries, legal_bases
from flowgraph.lexicon.entries import LexiconError, read_entries
from flowgraph.lexicon.legal_bases import BasisEntry, find_legal_bases, legal_basis_codes

ENTRIES = read_entries("legal_bases.toml", "basis", BasisEntry)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.example[:40])
def test_examples(entry: BasisEntry) -> None:
    assert legal_basis_codes(entry.example) == entry.gives


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("s261(1) and s261(2)(b)(ii)", ("s261(1)", "s261(2)(b)(ii)")),
        ("s261(1) and (2)(b)(ii)", ("s261(1)", "s261(2)(b)(ii)")),
        ("Health & Social Care Act 2012- 261(1) and 261(2)(b)(ii).", ("s261(1)", "s261(2)(b)(ii)")),
        ("sections 261(1), 261(2)(a) and 261 (7)", ("s261(1)", "s261(2)(a)", "s261(7)")),
        ("section 261 ( 2 ) (B) (ii) of the Act", ("s261(2)(b)(ii)",)),
        ("s.261(5)(d)", ("s261(5)(d)",)),
        ("s261 - 'Other dissemination of information'", ("s261",)),
        ("section 261 of the Act (see annex)", ("s261",)),
        ("s261(7); National Health Service Act 2006 - s251 - 'Control of patient information'.", ("s261(7)", "s251")),
        ("Section 251", ("s251",)),
        ("flow(s) with support under section 251 NHS Act 2006 and flow(s) without", ("s251",)),
        ("with consent and flow(s) with support under section 251 NHS Act 2006", ("s251",)),
        ("at the level of a number according to S.251 CAG 9-09(a) and (b)/2093", ("s251",)),
        ("Sections 251 and 261(7)", ("s251", "s261(7)")),
        ("Consent (Reasonable Expectation)", ("consent",)),
        ("Regulation 3 of The Health Service (Control of Patient Information) Regulations 2002", ("reg3",)),
        ("It relies on s261(7), s251 and again s261(7).", ("s261(7)", "s251")),
    ],
)
def test_wordings(text: str, codes: tuple[str, ...]) -> None:
    assert legal_basis_codes(text) == codes


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Health and Social Care Act 2012",
        "National Health Service Act 2006",
        "Section 12 of the Health and Social Care Act 2012",
        "section 287 of the Health and Social Care Act (2012)",
        "Article 6(1)(e) of the General Data Protection Regulation",
        "as set out in section 5b and section 3 of this agreement",
        "on page 261 (see above) and 251 beds",
        "s2510, s2612 and 1251 approvals",
        "£261 (2) a day",
        "Does not include the flow of confidential data",
        "consent forms were signed by those who had consented",
        "patients are asked whether they consent",
        "direct care follows implied consent",
        "without the consent of the patient",
        "with the prior written consent of NHS England",
        "the flow does not require section 251 support",
        "Section 251 support is no longer needed",
        "Regulation 3 of the harbour rules",
    ],
)
def test_nothing_is_invented(text: str) -> None:
    assert legal_basis_codes(text) == ()


def test_places_of_the_words() -> None:
    text = "Far sends it under Section 251 and s261(1) and (7) to Near."
    assert [text[match.start : match.end] for match in find_legal_bases(text)] == ["Section 251", "s261(1) and (7)"]


FIELD = st.sampled_from([entry.example for entry in ENTRIES])


@given(FIELD, FIELD)
def test_two_fields_side_by_side_give_both_codes(one: str, other: str) -> None:
    both = legal_basis_codes(f"{one}\n.\n{other}")
    assert both == tuple(dict.fromkeys((*legal_basis_codes(one), *legal_basis_codes(other))))


@given(st.text(alphabet="s261(7)abi .consetCAGCOPI\n", max_size=60))
def test_any_text_is_read_and_matches_lie_in_it_in_order(text: str) -> None:
    end = 0
    for match in find_legal_bases(text):
        assert end <= match.start < match.end <= len(text)
        assert match.codes
        end = match.end


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"pattern": "("}, "pattern"),
        ({"pattern": "x*"}, "fits empty text"),
        ({"gives": ("s999",)}, "example gives"),
    ],
)
def test_a_wrong_entry_is_named(change: dict[str, object], says: str, monkeypatch: pytest.MonkeyPatch) -> None:
    changed = (ENTRIES[0], ENTRIES[1].model_copy(update=change))
    monkeypatch.setattr(legal_bases, "read_entries", lambda *_: changed)
    legal_bases._wordings.cache_clear()
    try:
        with pytest.raises(LexiconError, match=rf"legal_bases\.toml, entry 2 .*{says}"):
            legal_bases._wordings()
    finally:
        legal_bases._wordings.cache_clear()


def test_a_missing_field_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entries, "read_toml", lambda _: {"basis": [{"comment": "x", "pattern": "x"}]})
    with pytest.raises(LexiconError, match=r"legal_bases\.toml, entry 1 of \[\[basis\]\] \(x\): example"):
        read_entries("legal_bases.toml", "basis", BasisEntry)
