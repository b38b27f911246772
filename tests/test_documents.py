"""Documents into agreements: inputs, order, issues, failures."""

import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from flowgraph.documents import read_agreements, read_text, stream_agreements
from flowgraph.domain import Agreement, Issue, SectionName

PAGE = """NHS Digital Data Release Register - reformatted

{organisation} projects

Lighthouse study — {reference}

Opt outs honoured: N

Legal basis: Health and Social Care Act 2012 – s261(7)

When:DSA runs 2021-01-02 — 2022-01-01

Data-controller type: HARBOUR OFFICE LIMITED, UNIVERSITY OF FARLAND

Datasets:

  1. Far Data Set

Processing:

{text}
"""


def page(
    reference: str = "DARS-NIC-990801-A1B2C", organisation: str = "Harbour Office", text: str = "Far sends."
) -> str:
    return PAGE.format(reference=reference, organisation=organisation, text=text)


def record(reference: str, **changes: Any) -> str:
    return json.dumps({"reference": reference, "title": "Lighthouse study", "activities": "Far sends.", **changes})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b").mkdir()
    (tmp_path / ".hidden").mkdir()
    (tmp_path / "page.txt").write_text(page())
    (tmp_path / "b" / "other page").write_text(page(organisation="University Of Farland"))
    (tmp_path / "b" / "lines.jsonl").write_text(
        "\n".join(record(f"DARS-NIC-990802-A1B2C-v{version}") for version in ("0.10", "0.9"))
    )
    (tmp_path / "README.md").write_text("Notes.")
    (tmp_path / ".hidden" / "page.txt").write_text("nothing")
    return tmp_path


def labels(agreements: tuple[Agreement, ...]) -> list[tuple[str, str | None]]:
    return [(agreement.reference, agreement.version) for agreement in agreements]


def test_folder_of_all_formats(folder: Path) -> None:
    read = read_agreements([folder])
    assert labels(read.agreements) == [
        ("DARS-NIC-990801-A1B2C", None),
        ("DARS-NIC-990802-A1B2C", "0.9"),
        ("DARS-NIC-990802-A1B2C", "0.10"),
    ]
    assert read.agreements[0].organisations == ("Harbour Office", "University Of Farland")
    assert read.failures == ()
    assert [issue.file for issue in read.issues if issue.code == "passed-over"] == [str(folder / "README.md")]


def test_each_document_is_read_once(folder: Path) -> None:
    once = read_agreements([folder])
    again = read_agreements([folder / "page.txt", folder, str(folder / "b"), folder / "b" / ".." / "page.txt"])
    assert labels(again.agreements) == labels(once.agreements)
    assert len(again.agreements[0].provenance) == 2


def test_same_input_same_result(folder: Path) -> None:
    assert read_agreements([folder]) == read_agreements([folder])


def test_unreadable_documents_do_not_stop_the_others(folder: Path) -> None:
    (folder / "a.bin").write_bytes(bytes(100))
    read = read_agreements([folder / "nowhere", folder])
    assert [failure.file for failure in read.failures] == [str(folder / "nowhere"), str(folder / "a.bin")]
    assert len(read.agreements) == 3


def test_what_was_read_before_a_document_broke_is_kept(folder: Path) -> None:
    lines = folder / "b" / "lines.jsonl"
    lines.write_text(lines.read_text() + "\n" + record("DARS-NIC-990803-A1B2C")[:30])
    read = read_agreements([lines])
    assert len(read.agreements) == 2
    assert str(read.failures[0]).startswith(f"{lines}: line 3: ")


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO(page().encode())

    monkeypatch.setattr(sys, "stdin", Stdin)
    (agreement,) = read_agreements(["-"]).agreements
    assert agreement.provenance[0].file == "standard input"


def test_empty_folder(tmp_path: Path) -> None:
    (failure,) = read_agreements([tmp_path]).failures
    assert "without documents" in str(failure)


def test_links_to_folders_are_not_followed(folder: Path) -> None:
    (folder / "b" / "loop").symlink_to(folder)
    assert labels(read_agreements([folder]).agreements) == labels(read_agreements([folder / "b", folder]).agreements)


def test_offsets_count_in_the_documents_text(folder: Path) -> None:
    text = "\r\n Far sends  Near.\r\n\r\n“Near” keeps.  \r\n"
    (folder / "page.txt").write_bytes(page(text=text).replace("\n", "\r\n").encode("utf-8-sig"))
    (agreement,) = read_agreements([folder / "page.txt"]).agreements
    section = agreement.section(SectionName.PROCESSING)
    whole = read_text(folder / "page.txt")
    assert section is not None
    assert section.offset is not None
    assert whole is not None
    assert whole[section.offset : section.offset + len(section.text)] == section.text
    assert section.text.endswith("“Near” keeps.")
    assert read_text(folder / "b" / "lines.jsonl") is None


def test_stream_hands_over_agreements_as_they_come(folder: Path) -> None:
    issues: list[Issue] = []
    steps: list[tuple[str, int, int]] = []
    stream: Iterator[Agreement] = stream_agreements(
        [folder / "b" / "lines.jsonl", folder / "page.txt"],
        on_issue=issues.append,
        progress=lambda name, number, count: steps.append((Path(name).name, number, count)),
    )
    assert next(stream).version == "0.10"
    assert steps == [("lines.jsonl", 1, 2)]
    assert [agreement.version for agreement in stream] == ["0.9", None]
    assert steps == [("lines.jsonl", 1, 2), ("page.txt", 2, 2)]
    assert "missing-section" in [issue.code for issue in issues]


def test_all_real_documents_are_read(shared: Path) -> None:
    documents = shared / "register"
    read = read_agreements([documents / name for name in ("agreements", "more", "versions")])
    assert read.failures == ()
    assert len({(one.reference, one.version) for one in read.agreements}) == len(read.agreements) > 50
    page_ = read_agreements([documents / "nhs_south_yorkshire_icb_02x.txt"])
    assert [(len(one.datasets), len(one.sections)) for one in page_.agreements] == [(2, 5), (40, 3), (42, 5)]
    text = read_text(documents / "nhs_south_yorkshire_icb_02x.txt") or ""
    for agreement in page_.agreements:
        for section in agreement.sections:
            assert section.offset is not None
            assert text[section.offset : section.offset + len(section.text)] == section.text
