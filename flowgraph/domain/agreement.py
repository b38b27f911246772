"""A data sharing agreement as the register publishes it, field by field."""

from datetime import date

from flowgraph.domain.base import Frozen
from flowgraph.domain.words import Answer, SectionName


class Period(Frozen):
    """A stretch of time, both ends inclusive; an end the register does not give is None."""

    start: date | None = None
    end: date | None = None
    text: str = ""

    def covers(self, day: date) -> bool:
        """Whether ``day`` lies in the period; an open end covers everything on its side."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


class LegalBasis(Frozen):
    """One legal basis as the register words it, with the short codes that it stands for.

    Codes are the usual short forms: ``s251`` (National Health Service Act 2006), ``s261(2)(b)(ii)``
    (Health and Social Care Act 2012), ``s42(4)`` (Statistics and Registration Service Act 2007),
    ``consent``, ``reg3`` (Health Service (Control of Patient Information) Regulations 2002). ``codes`` is
    empty where the wording is none that is known.
    """

    text: str
    codes: tuple[str, ...] = ()


class Controller(Frozen):
    """A data controller of an agreement: the name as written, and the ODS code where the register adds it."""

    name: str
    code: str | None = None


class DatasetRow(Frozen):
    """A data set of an agreement with what the register says of its release.

    Pages name the data set only; the workbook and the JSON form have a row for each pair of data set
    and type of data, and so say under which power the identifiable and the pseudonymised data run.
    """

    name: str
    type_of_data: str = ""
    sensitivity: str = ""
    frequency: str = ""
    legal_bases: tuple[LegalBasis, ...] = ()
    confidentiality: str = ""


class Release(Frozen):
    """Files of one data set that were released under an agreement version (months as YYYY-MM)."""

    dataset: str
    files: int | None = None
    first_month: str | None = None
    last_month: str | None = None
    opt_outs_applied: str = ""


class Section(Frozen):
    """A free-text section, exactly as it stands in the document.

    ``offset`` is the position of ``text`` in the document's text, in characters; None where the text is a
    cell of a workbook or a JSON string and has no place of its own in the document's characters.
    """

    name: SectionName
    text: str
    offset: int | None = None


class Provenance(Frozen):
    """Where an agreement was read: file, its format, and the line or row it begins at."""

    file: str
    format: str
    line: int | None = None
    place: str | None = None


class Agreement(Frozen):
    """One version of one data sharing agreement.

    ``reference`` is the base reference without its version (``DARS-NIC-12345-A1B2C``), ``version`` the
    number behind ``-v`` (``"2.8"``) or None. ``organisations`` are the bodies on whose pages it stands.
    ``legal_bases`` is the agreement's whole list; a row's own bases stand in ``datasets``.
    """

    reference: str
    version: str | None = None
    title: str | None = None
    organisations: tuple[str, ...] = ()
    organisation_type: str = ""
    controllers: tuple[Controller, ...] = ()
    controller_basis: str = ""
    period: Period = Period()
    release_period: Period = Period()
    types_of_data: str = ""
    opt_outs: str = ""
    legal_bases: tuple[LegalBasis, ...] = ()
    purposes: str = ""
    sensitivity: str = ""
    access_method: str = ""
    sublicensing: Answer = Answer.UNSTATED
    commercial: Answer = Answer.UNSTATED
    datasets: tuple[DatasetRow, ...] = ()
    releases: tuple[Release, ...] = ()
    sections: tuple[Section, ...] = ()
    provenance: tuple[Provenance, ...] = ()

    def section(self, name: SectionName) -> Section | None:
        """The section of that name, or None where the document has none."""
        return next((section for section in self.sections if section.name is name), None)
