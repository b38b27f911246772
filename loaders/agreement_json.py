"""One agreement as JSON, as the register's own fields name them, into a raw agreement."""

from typing import Any

from flowgraph.domain import SectionName
from loaders.json_values import Record, shorten
from loaders.raw import FieldName, Format, RawAgreement, RawDataset, RawRelease, RawRows, RawSection, RawText

_FIELDS = {
    "organisation_type": FieldName.ORGANISATION_TYPE,
    "controller_basis": FieldName.CONTROLLER_BASIS,
    "start_date": FieldName.START,
    "end_date": FieldName.END,
    "sublicensing": FieldName.SUBLICENSING,
    "commercial": FieldName.COMMERCIAL,
    "version": FieldName.VERSION,
}
_SECTIONS = {
    "objective": SectionName.OBJECTIVES,
    "activities": SectionName.PROCESSING,
    "expected_output": SectionName.OUTPUTS,
    "expected_benefits": SectionName.EXPECTED_BENEFITS,
    "yielded_benefits": SectionName.YIELDED_BENEFITS,
}
_KNOWN = frozenset(
    {"base_reference", "reference", "title", "organisation", "controllers", "datasets", "releases", "files_released"}
    | _FIELDS.keys()
    | _SECTIONS.keys()
)
_DATASET = frozenset({"name", "type_of_data", "sensitivity", "frequency", "legal_basis", "confidentiality"})
_RELEASE = frozenset({"dataset", "files", "first_month", "last_month", "opt_outs_applied"})


def is_agreement(value: Any) -> bool:
    """Whether a JSON value has the form of an agreement: a reference, and anything else that an agreement has."""
    if not isinstance(value, dict):
        return False
    keys = _KNOWN & value.keys()
    references = keys & {"reference", "base_reference"}
    return bool(references) and len(keys) > len(references)


def read_agreement(
    value: dict[str, Any], file: str, format: Format, line: int | None = None, place: str | None = None
) -> RawAgreement:
    """The raw agreement of one JSON object; section texts stand exactly as the JSON strings have them."""
    record = Record(value, file, line, f"{place}." if place else "")
    unknown = tuple(RawText(shorten(value[key]), key, line, f"{record.place}{key}") for key in record.unknown(_KNOWN))
    controllers = record.names("controllers")
    fields = {
        name: RawText(record.text(key).strip(), key, line, f"{record.place}{key}")
        for key, name in _FIELDS.items()
        if key in value
    }
    if controllers is None and isinstance(value.get("controllers"), str):
        fields[FieldName.CONTROLLERS] = RawText(value["controllers"].strip(), "controllers", line)
    sections = ((name, record.text(key)) for key, name in _SECTIONS.items())
    return RawAgreement(
        file=file,
        format=format,
        organisation=record.text("organisation").strip() or None,
        title=record.text("title").strip() or None,
        reference=(record.text("reference") or record.text("base_reference")).strip() or None,
        line=line,
        place=place,
        fields=fields,
        unknown=unknown,
        controllers=controllers,
        rows=RawRows(_datasets(record) if "datasets" in value else None, _releases(record)),
        sections=tuple(RawSection(name, text, line=line) for name, text in sections if text.strip()),
        issues=tuple(record.issues),
    )


def _datasets(record: Record) -> tuple[RawDataset, ...]:
    rows = []
    for row in record.records("datasets"):
        row.unknown(_DATASET)
        rows.append(
            RawDataset(
                row.text("name").strip(),
                row.text("type_of_data").strip(),
                row.text("sensitivity").strip(),
                row.text("frequency").strip(),
                row.text("legal_basis").strip(),
                row.text("confidentiality").strip(),
            )
        )
    return tuple(row for row in rows if row.name)


def _releases(record: Record) -> tuple[RawRelease, ...]:
    rows = []
    for row in record.records("releases"):
        row.unknown(_RELEASE)
        first, last = row.text("first_month").strip() or None, row.text("last_month").strip() or None
        applied = row.text("opt_outs_applied").strip()
        rows.append(RawRelease(row.text("dataset").strip(), row.number("files"), first, last, applied))
    return tuple(rows)
