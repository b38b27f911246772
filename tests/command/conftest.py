"""The command line run in this process, and its answer."""

from io import BytesIO, TextIOWrapper

import pytest
from command_line import Run, Said

from flowgraph.command import run


@pytest.fixture
def flowgraph(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    """``flowgraph("trace", "SUS", PAGES)``; ``stdin`` stands on the standard input, ``width`` is the terminal's."""

    def call(*arguments: str, stdin: bytes = b"", width: int = 100) -> Said:
        monkeypatch.setenv("COLUMNS", str(width))
        monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(stdin)))
        capsysbinary.readouterr()
        code = run(list(arguments))
        out, err = capsysbinary.readouterr()
        return Said(code, out.decode(), err.decode())

    return call
