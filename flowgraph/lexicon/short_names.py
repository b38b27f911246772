"""Other names that follow from the shape of a name: councils and trusts are seldom written in full."""

import re

_COUNCIL = re.compile(
    r"^(?:(?:London|Royal) Borough of |City of )?(?P<place>.+?)"
    r"(?: (?P<sort>Metropolitan Borough|Metropolitan District|Borough|District|City|County))?(?: Council)?$"
)
_TRUST = re.compile(r"^(?:The )?(?P<place>.+?) NHS (?P<foundation>Foundation )?Trust$")
_INSTITUTION = re.compile(r"\b(?:Hospitals?|Healthcare|Health|Centre|Service|Royal|Ambulance|University)\b")
_MADE_OF = {"Metropolitan Borough": "MBC", "Metropolitan District": "MDC", "Borough": "BC", "County": "CC"}


def council_names(name: str) -> tuple[str, ...]:
    """Short names of a council: ``Doncaster Metropolitan Borough Council`` is also Doncaster Council and MBC.

    The caller drops those that another body bears too.
    """
    match = _COUNCIL.match(name)
    if match is None or not (name.endswith("Council") or "Borough of" in name or name.startswith("City of")):
        return ()
    place, sort = match["place"], match["sort"]
    names = [f"{place} Council"]
    if name.startswith("City of "):
        names.append(f"{place} City Council")
    if "Borough of" in name:
        names += [f"{place} Borough Council", f"{place} London Borough Council", f"{place} London Borough"]
    if sort in _MADE_OF:
        names.append(f"{place} {_MADE_OF[sort]}")
    if sort and sort.startswith("Metropolitan"):
        names += [f"{place} Borough Council", f"{place} Metropolitan Council"]
    return tuple(other for other in names if other != name)


def trust_names(name: str) -> tuple[str, ...]:
    """Short names of an NHS trust: without "Foundation" or "NHS", and bare where an institution's word is left.

    A trust keeps its ODS code when it becomes a foundation trust, so both forms mean one body.
    """
    match = _TRUST.match(name)
    if match is None:
        return ()
    place = match["place"]
    names = [f"{place} NHS Trust", f"{place} NHS Foundation Trust", f"{place} Foundation Trust", f"{place} Trust"]
    if _INSTITUTION.search(place) and len(place.split()) > 1:
        names.append(place)
    return tuple(other for other in names if other != name)
