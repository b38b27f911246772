"""One raw agreement into the typed one, with what could not be read."""

from typing import Any, NamedTuple

from flowgraph.agreements.answers import read_answer, read_format, read_opt_outs, read_purposes
from flowgraph.agreements.controllers import read_controllers, split_controllers
from flowgraph.agreements.issues import Reporter
from flowgraph.agreements.legal_bases import read_legal_bases
from flowgraph.agreements.read_periods import period_of_releases, read_periods
from flowgraph.agreements.references import split_reference
from flowgraph.agreements.rows import read_rows
from flowgraph.domain import Agreement, Controller, Issue, Period, Provenance, Section, SectionName
from loaders import FieldName, RawAgreement

_TOLD_BY_ROWS = ("types_of_data", "opt_outs", "legal_bases", "sensitivity", "access_method")

# What pages write for the type of data where they do not tell it; the opt-outs field tells it then.
_NOT_DISCLOSED = "information not disclosed"


class Built(NamedTuple):
    """A typed agreement and the issues met on the way to it."""

    agreement: Agreement
    issues: tuple[Issue, ...]


class Begun(NamedTuple):
    """An agreement of which everything but its rows was read: its values so far, and who reports on it."""

    values: dict[str, Any]
    raw: RawAgreement
    reporter: Reporter


def build_agreement(raw: RawAgreement) -> Built:
    """The typed agreement of ``raw``; nothing in a document can make this fail, it becomes an issue instead."""
    return finish_agreement(begin_agreement(raw))


def begin_agreement(raw: RawAgreement) -> Begun:
    """What can be read before the rows are there; :func:`finish_agreement` does the rest."""
    base, version = split_reference(raw.reference or _stand_in(raw))
    version = version or _text(raw, FieldName.VERSION) or None
    reporter = Reporter(raw, f"{base}-v{version}" if version else base)
    if raw.reference is None:
        reporter.warn("no-reference", "the agreement has no reference", f'"{base}" in its stead')
    period, release_period = read_periods(raw, reporter)
    purposes = read_purposes(_text(raw, FieldName.PURPOSES))
    form = read_format(_text(raw, FieldName.FORMAT))
    commercial = raw.fields.get(FieldName.COMMERCIAL)
    _report_sections(raw, reporter)
    return Begun(
        {
            "reference": base,
            "version": version,
            "title": raw.title,
            "organisations": (raw.organisation,) if raw.organisation else (),
            "organisation_type": _text(raw, FieldName.ORGANISATION_TYPE) or purposes.organisation_type,
            "controllers": _controllers(raw, reporter),
            "controller_basis": _text(raw, FieldName.CONTROLLER_BASIS),
            "period": period,
            "release_period": release_period,
            "types_of_data": _types_of_data(raw) or form.type_of_data,
            "opt_outs": _text(raw, FieldName.OPT_OUTS),
            "legal_bases": read_legal_bases(_text(raw, FieldName.LEGAL_BASIS)),
            "purposes": _text(raw, FieldName.PURPOSES),
            "sensitivity": _text(raw, FieldName.SENSITIVITY) or form.sensitivity,
            "access_method": _text(raw, FieldName.ACCESS_METHOD),
            "sublicensing": read_answer(_text(raw, FieldName.SUBLICENSING)),
            "commercial": read_answer(commercial.text) if commercial is not None else purposes.commercial,
            "sections": tuple([Section(name=part.name, text=part.text, offset=part.offset) for part in raw.sections]),
            "provenance": (Provenance(file=raw.file, format=raw.format.value, line=raw.line, place=raw.place),),
        },
        raw,
        reporter,
    )


def finish_agreement(begun: Begun) -> Built:
    """The agreement with its rows; fields that it has not itself are what its rows tell."""
    rows = read_rows(begun.raw.all_rows())
    values = begun.values
    for name in _TOLD_BY_ROWS:
        values[name] = values[name] or getattr(rows, name)
    if rows.releases and values["release_period"] == Period():
        values["release_period"] = period_of_releases(rows.releases)
    agreement = Agreement(datasets=rows.datasets, releases=rows.releases, **values)
    return Built(agreement, tuple(begun.reporter.issues))


def _stand_in(raw: RawAgreement) -> str:
    """What an agreement without a reference is known by: whose it is, or where it stands."""
    return f"unreferenced: {raw.organisation or raw.title or raw.file}, {raw.place or f'line {raw.line}'}"


def _text(raw: RawAgreement, name: FieldName) -> str:
    field = raw.fields.get(name)
    return field.text if field is not None else ""


def _controllers(raw: RawAgreement, reporter: Reporter) -> tuple[Controller, ...]:
    names = raw.controllers if raw.controllers is not None else split_controllers(_text(raw, FieldName.CONTROLLERS))
    if not names:
        reporter.note("no-controllers", "no data controller is named", "none", raw.fields.get(FieldName.CONTROLLERS))
    return read_controllers(names)


def _types_of_data(raw: RawAgreement) -> str:
    """The types of data as the field says, or the opt-outs field where that one hides them."""
    text = _text(raw, FieldName.TYPES_OF_DATA)
    if text and not text.lower().startswith(_NOT_DISCLOSED):
        return text
    opt_outs = _text(raw, FieldName.OPT_OUTS)
    return ", ".join(read_opt_outs(opt_outs).types_of_data) if opt_outs else ""


def _report_sections(raw: RawAgreement, reporter: Reporter) -> None:
    """The text that flows are read from must not be missed in silence."""
    names = [section.name for section in raw.sections]
    if SectionName.PROCESSING not in names:
        reporter.warn("missing-section", "the section Processing is missing or empty", "no flows can be read")
    if SectionName.OBJECTIVES not in names:
        reporter.note("missing-section", "the section Objectives is missing or empty", "nothing")
