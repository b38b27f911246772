"""The rules of the house: docstrings, small files, a README that agrees with the code, and no borrowed sentences."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from flowgraph.command.endings import ExitCode
from flowgraph.command.front import COMMANDS
from flowgraph.documents import read_agreements
from flowgraph.domain import Identifiability, PartyKind
from flowgraph.store.table import schema_table

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
LONGEST = 350
# Kept by git and written by hand; what is built, installed or cached is none of it.
LEFT_OUT = {".git", ".venv", ".hypothesis", "node_modules", "demo", "dist", "build", "artefacts", "log"}
OWN_WORDS = {".py", ".toml", ".csv", ".md", ".txt", ".cypher", ".js", ".html", ".css", ".ipynb", ".json", ".jsonl", ""}


def files() -> Iterator[Path]:
    """Every text file of the repository."""
    for path in sorted(ROOT.rglob("*")):
        ours = not any(part in LEFT_OUT or part.endswith("_cache") for part in path.relative_to(ROOT).parts)
        if ours and path.is_file() and path.suffix in OWN_WORDS and path.name != "package-lock.json":
            yield path


def modules() -> list[Path]:
    """The Python files that are shipped."""
    return [path for top in ("flowgraph", "loaders") for path in sorted((ROOT / top).rglob("*.py"))]


def table(heading: str) -> list[list[str]]:
    """The rows of the first table below a heading of the README, without the head, each cell without its marks."""
    section = README.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    rows = [line.strip().strip("|").split("|") for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip().strip("`") for cell in row] for row in rows[2:]]


def undocumented(tree: ast.Module, name: str) -> Iterator[str]:
    """The public functions, classes, methods and the module itself that lack a docstring."""
    if ast.get_docstring(tree) is None:
        yield name
    ahead: list[tuple[str, ast.AST]] = [(name, node) for node in tree.body]
    for place, node in ahead:
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_"):
            overloads = [mark.id for mark in node.decorator_list if isinstance(mark, ast.Name)]
            if ast.get_docstring(node) is None and "overload" not in overloads:
                yield f"{place}: {node.name}"
            if isinstance(node, ast.ClassDef):
                ahead += [(f"{place}: {node.name}", child) for child in node.body]


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_everything_public_has_a_docstring(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert not list(undocumented(tree, path.name))


def test_a_missing_docstring_would_be_found() -> None:
    tree = ast.parse('"""Doc."""\nclass A:\n    """Doc."""\n    def b(self): ...\n    def _c(self): ...\n')
    assert list(undocumented(tree, "m")) == ["m: A: b"]


@pytest.mark.parametrize(
    "path",
    [path for path in files() if path.suffix in {".py", ".js"}],
    ids=lambda path: path.relative_to(ROOT).as_posix(),
)
def test_no_file_of_code_is_long(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


def test_the_readme_lists_every_command() -> None:
    rows = table("Commands")
    assert [row[0].removeprefix("flowgraph ") for row in rows] == list(COMMANDS)
    assert [row[1] for row in rows] == [summary for _, summary in COMMANDS.values()]


def test_the_readme_lists_every_level_of_identifiability() -> None:
    assert [row[0] for row in table("Identifiability")] == [str(state) for state in Identifiability]


def test_the_readme_lists_every_kind_of_party() -> None:
    assert [row[0] for row in table("Kinds of party")] == [str(kind) for kind in PartyKind]


def test_the_readme_lists_every_exit_code() -> None:
    assert [int(row[0]) for row in table("Exit codes")] == [int(code) for code in ExitCode]


def test_the_readme_shows_the_schema_as_it_is_declared() -> None:
    assert schema_table().strip() in README


def register(shared: Path) -> list[Path]:
    """The real documents."""
    return [shared / "register" / "agreements", shared / "register" / "more", shared / "register" / "versions"]


def test_no_file_names_a_real_agreement(shared: Path) -> None:
    documents = [*register(shared), shared / "register" / "nhs_south_yorkshire_icb_02x.txt"]
    references = {agreement.reference for agreement in read_agreements(documents).agreements}
    references |= {path.stem for path in (shared / "gold" / "dev").glob("*.json")}
    numbers = {found[1] for one in references if (found := re.search(r"NIC-(\d+-[A-Z0-9]+)", one))}
    assert len(numbers) > 50
    naming = [
        f"{path.relative_to(ROOT)}: {number}"
        for path in files()
        for number in numbers & set(re.findall(r"NIC-(\d+-[A-Z0-9]+)", path.read_text(encoding="utf-8")))
    ]
    assert not naming


def sentences(text: str) -> set[str]:
    """The sentences of a text that are too long to be a name or a common turn, in one spelling of space and quotes."""
    plain = re.sub(r"[“”\"'’`*#]", "", text.replace("\\n", "\n"))
    cut = re.split(r"(?<=[.:;!?])\s|\n", plain)
    plainer = (" ".join(part.split()).strip(" .:;,-1234567890)|") for part in cut)
    return {one for one in plainer if len(one.split()) >= 9 and any(word.islower() for word in one.split()[-4:])}


def test_no_file_borrows_a_sentence(shared: Path) -> None:
    theirs: set[str] = set()
    names = set()  # of data sets: facts, however long
    for path in [one for folder in register(shared) for one in folder.rglob("*.json")]:
        agreement = json.loads(path.read_text(encoding="utf-8"))
        for key in ("objective", "activities"):
            theirs |= sentences(agreement.get(key) or "")
        names |= {row["name"] for row in agreement["datasets"]}
    theirs = {sentence for sentence in theirs if not any(sentence[:50] in name for name in names)}
    assert len(theirs) > 1000
    borrowed = [
        f"{path.relative_to(ROOT)}: {sentence}"
        for path in files()
        for sentence in sorted(theirs & sentences(path.read_text(encoding="utf-8")))
    ]
    assert not borrowed
