"""The notebooks run from top to bottom, show what they promise, and are kept without their outputs."""

import time
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat import NotebookNode

from flowgraph import example

FOLDER = Path(__file__).resolve().parents[2] / "notebooks"
NAMES = (
    "01-from-page-to-flows",
    "02-trace-a-data-set",
    "03-cypher-on-the-embedded-store",
    "04-questions-an-auditor-asks",
)
SECONDS = 120


def read(name: str) -> NotebookNode:
    """The notebook as it is kept."""
    return nbformat.read(FOLDER / f"{name}.ipynb", as_version=4)


def code(notebook: NotebookNode) -> list[NotebookNode]:
    """Its cells of code."""
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def run(name: str, place: Path) -> NotebookNode:
    """The notebook with its outputs; a cell that fails, or the whole that takes too long, raises."""
    notebook = read(name)
    began = time.monotonic()
    settings = {"metadata": {"path": str(place)}}
    NotebookClient(notebook, timeout=SECONDS, kernel_name="python3", resources=settings).execute()
    assert time.monotonic() - began < SECONDS
    cells = code(notebook)
    assert [cell.execution_count for cell in cells] == list(range(1, len(cells) + 1))
    assert not [out for cell in cells for out in cell.outputs if out.output_type == "error"]
    assert not [out.text for cell in cells for out in cell.outputs if out.get("name") == "stderr"]
    return notebook


def shown(notebook: NotebookNode, kind: str = "text/plain") -> str:
    """All that the cells print, and the values they show in one form."""
    outputs = [out for cell in code(notebook) for out in cell.outputs]
    return "\n".join(out.get("text") or out.get("data", {}).get(kind, "") for out in outputs)


@pytest.fixture(autouse=True)
def on_the_example(monkeypatch: pytest.MonkeyPatch) -> None:
    """The example is read, whatever the environment of the tests names."""
    monkeypatch.delenv("FLOWGRAPH_REGISTER", raising=False)


def test_every_notebook_is_tested() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.ipynb")) == list(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_is_kept_without_outputs(name: str) -> None:
    notebook = read(name)
    nbformat.validate(notebook)
    assert all(not cell.outputs and cell.execution_count is None for cell in code(notebook))
    assert [cell.id for cell in notebook.cells] == [f"cell-{number:02}" for number in range(1, len(notebook.cells) + 1)]


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_begins_with_where_the_register_comes_from(name: str) -> None:
    first, *_ = read(name).cells
    assert first.cell_type == "markdown"
    assert "FLOWGRAPH_REGISTER" in first.source


def test_a_page_becomes_flows(tmp_path: Path) -> None:
    said = shown(run("01-from-page-to-flows", tmp_path))
    assert "documents: 3, agreement versions: 4" in said
    assert "SUS Repository → Arden and Greater East Midlands Data Services" in said
    assert "Stanmere Cloud Services Ltd, for NHS Arden" in said
    assert "23 flows" in said


def test_a_data_set_is_traced_and_drawn(tmp_path: Path) -> None:
    notebook = run("02-trace-a-data-set", tmp_path)
    said = shown(notebook)
    assert "paths of SUS for Commissioners: 6" in said  # the leaves of the tree in the README
    assert "[becomes pseudonymised]" in said
    frame = shown(notebook, "text/html")
    assert "<iframe sandbox=" in frame
    assert "SUS Repository" in frame


def test_cypher_gives_rows(tmp_path: Path) -> None:
    pytest.importorskip("arcadedb_embedded", reason="the embedded engine is not installed: pip install '.[store]'")
    said = shown(run("03-cypher-on-the-embedded-store", tmp_path))
    assert "4 agreement versions, 23 flows" in said
    assert "0 written, 4 unchanged" in said
    assert "identifiable_without_s251" in said
    assert "6 paths from the store, 6 from memory, the same: True" in said
    assert "refused:" in said
    assert not list(tmp_path.iterdir())


def test_an_auditor_is_answered(tmp_path: Path) -> None:
    notebook = run("04-questions-an-auditor-asks", tmp_path)
    said = shown(notebook)
    assert "0 stated re-identifications" in said
    assert "5  identifiable, power unstated" in said
    assert "Stanmere Cloud" in said
    assert "2021     23 flows,    10 identifiable" in said
    assert "SUS Repository → Arden" in said


def test_a_register_is_read_in_place_of_the_example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FLOWGRAPH_REGISTER", str(example.folder() / "university_of_lincoln.txt"))
    said = shown(run("01-from-page-to-flows", tmp_path))
    assert "documents: 1, agreement versions: 1" in said
    assert "DARS-NIC-999004-K7L8M" in said
    assert "Arden" not in said
