"""What stands above the first project of a register page: site title, organisation, counts, flag, contents."""

import re

from loaders.page_lines import Lines, read_item

_SITE_TITLE = re.compile(r"data release register|\breformatted\b|^good tres work$|^data uses register", re.IGNORECASE)
_FILE_COUNT = re.compile(r"\d[\d,. ]* (?:data )?files? in total\b", re.IGNORECASE)
_FLAG = re.compile(r"(?:\U0001F6A9\s*)?(.{1,300}?) (?:was sent|were sent|received) multiple (?:files|copies)\b")
_PROJECTS = re.compile(r"\s+projects\s*\Z", re.IGNORECASE)


def is_site_title(line: str) -> bool:
    """Whether ``line`` is one of the titles that the sites give to every page."""
    return len(line) <= 120 and bool(_SITE_TITLE.search(line.strip()))


def read_organisation(lines: Lines, start: int, end: int) -> str | None:
    """The organisation that lines ``start`` to ``end`` head the page with, as written; None where none stands there.

    With several lines in question the one that closes with "projects" wins, then the one that the flag line
    names, then the first behind the site's title, which may be one that is not known.
    """
    candidates: list[str] = []
    flagged: str | None = None
    titled = False
    index = lines.filled(start)
    while index < end:
        line = lines[index].strip()
        flag = _FLAG.match(line)
        if flag is not None:
            flagged = flag[1].strip()
        elif is_site_title(line):
            titled = True
        elif not _FILE_COUNT.match(line) and read_item(line) is None:
            candidates.append(line)
        index = lines.filled(index + 1)
    headed = [_PROJECTS.sub("", line) for line in candidates if _PROJECTS.search(line)]
    if headed:
        return headed[0]
    if flagged is not None or not candidates:
        return flagged
    return candidates[0] if titled or len(candidates) == 1 else candidates[1]
