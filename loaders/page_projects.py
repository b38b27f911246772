"""Where on a page its projects begin."""

from typing import NamedTuple

from loaders.page_heading import Heading, read_heading
from loaders.page_labels import LABELS, OPENING_LABELS, SUREST_LABEL, read_label, read_section_head
from loaders.page_lines import Lines
from loaders.page_preamble import is_site_title


class Project(NamedTuple):
    """One project of a page: its heading (None where the page has none) and its lines, from ``start`` to ``end``.

    ``body`` is the first line behind the heading. ``page`` is where the preamble of its page begins, ``top`` where it
    ends: files that hold several pages one after another have several preambles.
    """

    heading: Heading | None
    start: int
    body: int
    end: int
    page: int
    top: int


def find_projects(lines: Lines) -> list[Project]:
    """All projects of the page in their order, found in one pass; empty where the text is no register page."""
    starts: list[tuple[int, Heading | None]] = []
    pages = [0]
    known: set[str] | None = None
    in_section = False
    index = lines.filled(0)
    while index < len(lines):
        line = lines[index]
        heading = read_heading(lines, index, known)
        if heading is not None or _opens_without_heading(lines, index, known, first=not starts):
            starts.append((index, heading))
            known, in_section = set(), False
        if starts and in_section and is_site_title(line) and lines.blank_before(index):
            pages.append(index)
            known, in_section = None, False
        elif known is not None:
            label = read_label(line)
            if label is not None:
                known.add(label.key)
            elif read_section_head(line) is not None:
                known, in_section = None, True
        index = lines.filled(index + 1)
    return _bounded(starts, pages, len(lines))


def _opens_without_heading(lines: Lines, index: int, known: set[str] | None, first: bool) -> bool:
    """Whether fields begin at ``index`` that no heading announces.

    At the top of a page two fields in a row are enough; below, three are asked for, which begin as projects begin and
    have the opt-outs among them, since no prose speaks of those as a field.
    """
    label = read_label(lines[index])
    if label is None or label.key not in LABELS or (known is not None and label.key not in known):
        return False
    if not first and label.key not in OPENING_LABELS:
        return False
    keys = {label.key}
    for _ in range(1 if first else 2):
        index = lines.filled(index + 1)
        following = read_label(lines[index]) if index < len(lines) else None
        if following is None:
            return False
        keys.add(following.key)
    return len(keys) == 2 if first else len(keys) == 3 and SUREST_LABEL in keys


def _bounded(starts: list[tuple[int, Heading | None]], pages: list[int], end: int) -> list[Project]:
    projects = []
    page = 0
    top = starts[0][0] if starts else 0
    for number, (start, heading) in enumerate(starts):
        until = starts[number + 1][0] if number + 1 < len(starts) else end
        if page + 1 < len(pages) and pages[page + 1] <= start:
            page, top = page + 1, start
        if page + 1 < len(pages) and pages[page + 1] < until:
            until = pages[page + 1]
        projects.append(Project(heading, start, start + (heading is not None), until, pages[page], top))
    return projects
