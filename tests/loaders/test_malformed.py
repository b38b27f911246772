"""Hostile, broken and unrelated documents: one clear line each, and the other documents are still read."""

import json
import os
import socket
import sys
from pathlib import Path

import pytest
from made_json import made_agreement
from made_pages import made_page
from made_workbook import made_workbook
from malformed import CORPUS, workbook

from flowgraph.documents import read_agreements
from flowgraph.domain.errors import UserError
from loaders import DocumentError, Source, limits, open_source, read_document


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any attempt to reach a network fails the test."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a document was read from the network")

    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.parametrize("name", CORPUS)
def test_one_clear_line_and_the_others_are_read(name: str, tmp_path: Path) -> None:
    build, says = CORPUS[name]
    build(tmp_path / name)
    (tmp_path / "zz good.txt").write_text(made_page())
    read = read_agreements([tmp_path])
    if says:
        (failure,) = read.failures
        assert isinstance(failure, UserError)
        line = str(failure)
        assert line.startswith(str(tmp_path / name) + ": ")
        assert says in line
        assert len(line.splitlines()) == 1
        assert len(line) < 400 + len(str(tmp_path))
    else:
        assert read.failures == ()
    assert "DARS-NIC-990001-A1B2C" in [agreement.reference for agreement in read.agreements]


def test_links_to_other_files_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("do not read")
    link = (
        '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><externalBook xmlns:r='
        '"http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/></externalLink>'
    )
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath" '
        f'Target="{secret.as_uri()}" TargetMode="External"/></Relationships>'
    )

    def change(name: str, data: bytes) -> bytes:
        return data.replace(b"Lighthouse study", b"=[1]Sheet1!A1") if name.endswith(".xml") else data

    path = tmp_path / "links.xlsx"
    added = {"xl/externalLinks/externalLink1.xml": link, "xl/externalLinks/_rels/externalLink1.xml.rels": relations}
    workbook(path, change, {name: text.encode() for name, text in added.items()})
    (agreement,) = read_agreements([path]).agreements
    assert agreement.title == "=[1]Sheet1!A1"
    assert "do not read" not in agreement.model_dump_json()


def test_a_page_that_refers_elsewhere_is_read_without_it(tmp_path: Path) -> None:
    page = made_page().replace("\n\n", "</p><p>")
    head = '<html><head><link rel=stylesheet href="http://127.0.0.1:9/x.css"><base href="http://127.0.0.1:9/"></head>'
    (tmp_path / "p.html").write_text(f"{head}<p>{page}</p><img src='http://127.0.0.1:9/x.png'><iframe src='//x'>")
    assert [one.title for one in read_agreements([tmp_path]).agreements] == ["Lighthouse study"]


@pytest.mark.parametrize("name", ["no such file.txt", "a\0b", "x" * 300])
def test_paths_that_lead_nowhere(name: str) -> None:
    (failure,) = read_agreements([name]).failures
    assert "cannot be found" in str(failure)


def test_file_names_cannot_write_to_a_terminal(tmp_path: Path) -> None:
    path = tmp_path / "a\x1b[31m\nb.txt"
    path.write_text("Dear all")
    (failure,) = read_agreements([path]).failures
    assert str(failure).isprintable()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
def test_pipes_and_devices_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    failures = read_agreements([tmp_path / "pipe", "/dev/zero"]).failures
    assert ["no plain file" in str(failure) for failure in failures] == [True, True]


def test_files_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "p.txt"
    path.write_text(made_page())
    # File modes do not bind an administrator, as whom the tests may run: the system's answer is given in its place.
    monkeypatch.setattr(os, "access", lambda *_: False)
    (failure,) = read_agreements([path]).failures
    assert "may not be read" in str(failure)


@pytest.mark.parametrize(
    ("setting", "module", "text"),
    [
        ("LARGEST_FILE", "loaders.source", made_page()),
        ("LARGEST_PAGE", "loaders.document", made_page()),
        ("LARGEST_HTML", "loaders.document", "<pre>" + made_page()),
        ("LARGEST_JSON", "loaders.json_documents", json.dumps(made_agreement())),
        ("LARGEST_JSON_LINE", "loaders.json_documents", 2 * (json.dumps(made_agreement()) + "\n")),
    ],
)
def test_each_limit_refuses_what_is_larger(
    setting: str, module: str, text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "document"
    path.write_text(text)
    assert read_agreements([path]).failures == ()
    monkeypatch.setattr(f"{module}.{setting}", 300)
    (failure,) = read_agreements([path]).failures
    assert "MB" in str(failure) or "no JSON" in str(failure)
    assert getattr(limits, setting) > 1_000_000


def test_workbook_limits_are_heeded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = made_workbook(tmp_path / "w.xlsx")
    assert read_agreements([path]).failures == ()
    monkeypatch.setattr("loaders.workbook_rows.LARGEST_UNPACKED", 1000)
    assert "would unpack to" in str(read_agreements([path]).failures[0])


@pytest.mark.parametrize("size", [1, 2, 4, 10, 100, 1000, 3000])
def test_no_document_cut_anywhere_breaks_the_reader(size: int, tmp_path: Path) -> None:
    documents = [
        made_page().encode(),
        json.dumps(made_agreement(), indent=1).encode(),
        made_workbook(tmp_path / "w.xlsx").read_bytes(),
        b"<html><p>" + made_page().replace("\n\n", "</p><p>").encode(),
    ]
    for data in documents:
        failures: list[DocumentError] = []
        try:
            list(read_document(Source("cut", len(data[:size]), data=data[:size])))
        except DocumentError as error:
            failures.append(error)
        assert all(str(failure).isprintable() for failure in failures)


def test_a_file_that_vanishes_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "p.txt"
    path.write_text(made_page())
    source = open_source(path)
    path.unlink()
    with pytest.raises(DocumentError, match="cannot be opened"):
        list(read_document(source))
