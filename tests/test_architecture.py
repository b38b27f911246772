"""Imports run one way. Looked up in the syntax trees, so that an import inside a function counts too."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

# Each room with the rooms below it that it may import; the order is that of the pipeline.
MAY_IMPORT = {
    "flowgraph.domain": (),
    "flowgraph.lexicon": ("flowgraph.domain",),
    "loaders": ("flowgraph.domain",),
    "flowgraph.agreements": ("flowgraph.domain", "flowgraph.lexicon", "loaders"),
    "flowgraph.documents": ("flowgraph.domain", "flowgraph.agreements", "loaders"),
    "flowgraph.clauses": ("flowgraph.domain", "flowgraph.lexicon"),
    "flowgraph.flows": ("flowgraph.domain", "flowgraph.lexicon", "flowgraph.clauses"),
    "flowgraph.graph": ("flowgraph.domain", "flowgraph.lexicon"),
    "flowgraph.questions": ("flowgraph.domain", "flowgraph.lexicon", "flowgraph.graph"),
    "flowgraph.store": ("flowgraph.domain", "flowgraph.lexicon", "flowgraph.graph", "flowgraph.questions"),
    "flowgraph.view": ("flowgraph.domain", "flowgraph.lexicon", "flowgraph.graph", "flowgraph.questions"),
    "flowgraph.example": (),
    "flowgraph.command": (
        "flowgraph.domain",
        "flowgraph.lexicon",
        "flowgraph.documents",
        "flowgraph.flows",
        "flowgraph.graph",
        "flowgraph.questions",
        "flowgraph.store",
        "flowgraph.view",
        "flowgraph.example",
    ),
}


def room_of(module: str) -> str | None:
    """The room that a module is in, or None where it is none of ours."""
    return next((room for room in MAY_IMPORT if module == room or module.startswith(f"{room}.")), None)


def files_of(room: str) -> list[Path]:
    """The Python files of a room."""
    place = ROOT / room.replace(".", "/")
    return sorted(place.rglob("*.py")) if place.is_dir() else [place.with_suffix(".py")]


def imports(tree: ast.AST, package: str) -> Iterator[tuple[int, str]]:
    """Every module that a tree imports, with the line; ``package`` is what relative imports start from."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package.split(".")[: len(package.split(".")) - node.level + 1]) if node.level else ""
            module = ".".join(part for part in (base, node.module) if part)
            yield node.lineno, module
            # "from flowgraph import view" names the module last.
            yield from ((node.lineno, f"{module}.{alias.name}") for alias in node.names)


def test_the_order_has_no_way_back() -> None:
    rooms = list(MAY_IMPORT)
    for place, room in enumerate(rooms):
        assert set(MAY_IMPORT[room]) <= set(rooms[:place]), room


def test_every_module_is_in_a_room() -> None:
    modules = [path for top in ("flowgraph", "loaders") for path in (ROOT / top).rglob("*.py")]
    roomy = {path for room in MAY_IMPORT for path in files_of(room)}
    assert {path.relative_to(ROOT).as_posix() for path in set(modules) - roomy} == {"flowgraph/__init__.py"}


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_imports_run_one_way(room: str) -> None:
    allowed = {room, *MAY_IMPORT[room]}
    upward = []
    for path in files_of(room):
        package = ".".join(path.relative_to(ROOT).with_suffix("").parts[:-1])
        for line, module in imports(ast.parse(path.read_text(encoding="utf-8")), package):
            found = room_of(module)
            if found is not None and found not in allowed:
                upward.append(f"{path.relative_to(ROOT)}:{line} imports {module}")
    assert not upward


def test_an_import_against_the_order_would_be_found() -> None:
    tree = ast.parse("def late():\n    from flowgraph.command import run\n    from flowgraph import view\n")
    assert {room_of(module) for _, module in imports(tree, "flowgraph.graph")} >= {
        "flowgraph.command",
        "flowgraph.view",
    }
    relative = ast.parse("from ..view import page")
    assert (1, "flowgraph.view") in list(imports(relative, "flowgraph.graph"))
