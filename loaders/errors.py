"""A document that cannot be read at all."""

from flowgraph.domain.errors import UserError


class DocumentError(UserError):
    """A file that gives nothing, or nothing more: which file, what is wrong with it, and what to do."""

    def __init__(self, file: str, problem: str) -> None:
        """Say the ``problem`` of ``file``; both are brought onto one line and stripped of control characters."""
        super().__init__(one_line(f"{file}: {problem}"))
        self.file = file
        self.problem = one_line(problem)


def one_line(text: str) -> str:
    """``text`` on one line and without control characters, so that no file name can write to a terminal."""
    shown = "".join(character if character.isprintable() else " " for character in text)
    return " ".join(shown.split())
