"""``flowgraph view`` draws what it is asked for, or says in one line why not."""

import pytest
from click.testing import CliRunner
from view_samples import commissioners

from flowgraph.command import sources
from flowgraph.command.view import command
from flowgraph.domain.errors import UserError


@pytest.fixture
def view(monkeypatch, tmp_path):
    """A function that runs the command on sample readings, in an empty folder."""
    monkeypatch.setattr(sources.Inputs, "readings", lambda self: iter(commissioners()))
    monkeypatch.chdir(tmp_path)

    def run(*arguments):
        return CliRunner().invoke(command, ["register", *arguments], standalone_mode=False)

    return run


def test_it_writes_one_file_and_names_it(view, tmp_path):
    result = view("--dataset", "SUS", "-o", "sus.html")
    assert result.exception is None
    assert result.output == "drawn: sus.html\n"
    assert [file.name for file in tmp_path.iterdir()] == ["sus.html"]
    assert "<title>Data flows: SUS</title>" in (tmp_path / "sus.html").read_text("utf-8")


def test_open_opens_that_file(view, tmp_path, monkeypatch):
    shown = []
    monkeypatch.setattr("webbrowser.open", shown.append)
    view("--layout", "sankey", "--title", "Who sees it", "--open")
    assert shown == [(tmp_path / "flows.html").as_uri()]


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("--dataset", "Moon rocks"), "no data set is called"),
        (("--organisation", "NHS Nowhere"), "no organisation is called"),
        (("--identifiability", "secret"), "no state of identifiability"),
        (("--dataset", "IAPT", "--identifiability", "aggregated"), "no flow fits"),
        (("-o", "missing/flows.html"), "cannot write missing/flows.html"),
    ],
)
def test_what_cannot_be_drawn_is_said(view, arguments, why):
    error = view(*arguments).exception
    assert isinstance(error, UserError)
    assert why in str(error)
    assert "\n" not in str(error)


def test_documents_and_store_are_not_given_together():
    error = CliRunner().invoke(command, ["register", "--store", "somewhere"], standalone_mode=False).exception
    assert "not both" in str(error)


def test_help_has_examples():
    text = CliRunner().invoke(command, ["--help"]).output
    assert "flowgraph view register/ --dataset SUS --layout sankey" in text
