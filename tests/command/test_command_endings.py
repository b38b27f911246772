"""How the command line ends: one line for the user, a traceback for a bug, silence for a closed pipe."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence

import pytest
from command_line import PAGES, Run

from flowgraph.command import run
from flowgraph.command.front import COMMANDS, help_text
from flowgraph.command.group import group

START = [sys.executable, "-c", "import sys; from flowgraph.command import run; sys.exit(run())"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["frobnicate"],
        ["parse"],
        ["parse", "/nowhere/at/all"],
        ["parse", "--wrong", PAGES],
        ["parse", PAGES, "--unread", "--issues"],
        ["trace", "SUS"],
        ["trace", "SUS", PAGES, "--store", "here"],
        ["trace", "SUS", PAGES, "--as-of", "yesterday"],
        ["trace", "SUS", PAGES, "--depth", "0"],
        ["trace", "SUS", PAGES, "--identifiability", "blurred"],
    ],
)
def test_what_the_user_can_put_right_is_one_line_and_exit_code_2(flowgraph: Run, arguments: Sequence[str]) -> None:
    said = flowgraph(*arguments)
    assert said.code == 2
    assert said.out == ""
    assert said.err.startswith("flowgraph: ")
    assert said.err.count("\n") == 1


def test_a_bug_keeps_its_traceback(flowgraph: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr("flowgraph.command.reading.read_all", broken)
    with pytest.raises(ZeroDivisionError):
        flowgraph("parse", PAGES)


@pytest.mark.parametrize("form", ["table", "jsonl"])
def test_a_closed_pipe_is_silent(form: str) -> None:
    # Far more is written than a pipe holds, and nobody reads it.
    with subprocess.Popen(
        [*START, "parse", *[PAGES], "--format", form], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        said = process.stderr.read()
        assert process.wait(60) == 0
    assert b"Traceback" not in said
    assert b"Broken" not in said
    assert b"flowgraph:" not in said


def test_no_colour_and_no_progress_outside_a_terminal() -> None:
    done = subprocess.run([*START, "trace", "SUS", PAGES], capture_output=True, check=True)
    assert b"\x1b" not in done.stdout
    assert done.stderr == b""


def test_no_color_is_respected() -> None:
    environment = {**os.environ, "FORCE_COLOR": "1"}
    command = [*START, "trace", "SUS", PAGES]
    coloured = subprocess.run(command, capture_output=True, check=True, env=environment)
    plain = subprocess.run(command, capture_output=True, check=True, env={**environment, "NO_COLOR": "1"})
    assert b"\x1b[1;31m" in coloured.stdout
    assert b"\x1b[1;31m" not in plain.stdout


def test_a_character_set_that_lacks_a_character_ends_nothing() -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run([*START, "trace", "SUS", PAGES], capture_output=True, check=True, env=environment)
    assert b"NHS Lincolnshire CCG" in done.stdout
    flows = [*START, "parse", PAGES, "--format", "jsonl"]
    assert (
        subprocess.run(flows, capture_output=True, check=True, env=environment).stdout
        == subprocess.run(flows, capture_output=True, check=True).stdout
    )


def test_the_list_of_commands_says_what_they_say(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    shown = capsys.readouterr().out
    for name, (_, summary) in COMMANDS.items():
        assert f"  {name}" in shown
        assert summary in shown
    assert run([]) == 0
    assert capsys.readouterr().out == shown


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_examples(flowgraph: Run, name: str) -> None:
    said = flowgraph(name, "--help")
    assert said.code == 0
    assert f"flowgraph {name}" in said.out.partition("Example")[2]


def test_help_is_the_same_through_the_group() -> None:
    assert group.get_help(None) == help_text()  # type: ignore[arg-type]


def test_help_is_there_within_five_times_an_empty_program() -> None:
    def fastest(command: Sequence[str]) -> float:
        times = []
        for _ in range(7):
            began = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True)
            times.append(time.perf_counter() - began)
        return min(times)

    assert fastest([*START, "--help"]) < 5 * fastest([sys.executable, "-c", "pass"])
