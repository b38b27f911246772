"""The register page as text: one page per organisation, in any of its layouts, into raw agreements."""

from collections.abc import Iterator

from flowgraph.domain import Issue, Severity
from loaders.errors import DocumentError
from loaders.page_fields import Fields, read_fields
from loaders.page_lines import Lines
from loaders.page_preamble import read_organisation
from loaders.page_projects import Project, find_projects
from loaders.page_sections import find_sections, read_style
from loaders.raw import FieldName, Format, RawAgreement, RawDataset, RawRows, RawText

#: Fields that every layout has; a page where one is missing has lost its label or its line.
EXPECTED_FIELDS = (FieldName.OPT_OUTS, FieldName.LEGAL_BASIS, FieldName.WHEN)


def read_page(text: str, file: str, format: Format = Format.PAGE_TEXT) -> Iterator[RawAgreement]:
    """The agreements of a page, in the page's order; ``text`` is what section offsets count in.

    Takes time in proportion to the text's length. Raises DocumentError where the text holds no project at all.
    """
    lines = Lines(text)
    projects = find_projects(lines)
    if not projects:
        raise DocumentError(
            file, "no register document: no project heading and no field such as 'Legal basis:' stands in it"
        )
    organisations: dict[int, str | None] = {}
    for project in projects:
        if project.page not in organisations:
            organisations[project.page] = read_organisation(lines, project.page, project.top)
        yield _read_project(lines, project, organisations[project.page], file, format)


def _read_project(lines: Lines, project: Project, organisation: str | None, file: str, format: Format) -> RawAgreement:
    sections = find_sections(lines, project.body, project.end, read_style(lines, project.body, project.end))
    fields_end = project.end if not sections else (sections[0].line or 1) - 1
    fields = read_fields(lines, project.body, fields_end)
    heading = project.heading
    return RawAgreement(
        file=file,
        format=format,
        organisation=organisation,
        title=heading.title if heading else None,
        reference=heading.reference if heading else fields.reference,
        line=lines.number(project.start),
        fields=fields.texts,
        unknown=tuple(fields.unknown),
        rows=RawRows(None if fields.datasets is None else tuple(RawDataset(name) for name in fields.datasets)),
        sections=tuple(sections),
        issues=tuple(_issues(lines, fields, lines.number(project.start), fields_end, file)),
    )


def _issues(lines: Lines, fields: Fields, line: int, end: int, file: str) -> Iterator[Issue]:
    for text in fields.unknown:
        what = f'unknown field "{text.label}"' if text.label else "a line that belongs to no field"
        yield Issue(code="unknown-field", message=what, file=file, line=text.line, kept=_short(text))
    for text in fields.repeated:
        message = f'"{text.label}" stands twice with different values; the first holds'
        yield Issue(code="repeated-field", message=message, file=file, line=text.line, kept=_short(text))
    if fields.prose is not None:
        length = len(lines.text[lines.start(fields.prose) : lines.start(end)].strip())
        message = f"{length} characters of text stand under no section head"
        prose = lines.number(fields.prose)
        kept = "nothing: no section is known"
        yield Issue(code="text-without-head", message=message, file=file, line=prose, kept=kept)
    if fields.datasets is None:
        yield _note("no-datasets", "no data set is listed", file, line, "none")
    for name in EXPECTED_FIELDS:
        if name not in fields.texts:
            yield _note("missing-field", f"the field for {name.value} is missing", file, line, "unstated")


def _note(code: str, message: str, file: str, line: int, kept: str) -> Issue:
    return Issue(code=code, message=message, file=file, line=line, kept=kept, severity=Severity.NOTE)


def _short(text: RawText) -> str:
    return text.text if len(text.text) <= 200 else text.text[:199] + "…"
