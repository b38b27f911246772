"""A made-up workbook of the size of the national one: three sheets, about 30 MB, 100,000 release rows."""

import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

AGREEMENTS = 5_500
RELEASES = 100_000
LETTERS = (3_300, 6_700, 1_500, 1_500, 600)
WORDS = 6_000
TYPES = ("Anonymised - ICO Code Compliant", "Identifiable")
BASES = ("Health and Social Care Act 2012 – s261(2)(b)(ii)", "Health and Social Care Act 2012 – s261(7)")
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEETS = {
    "Agreements": (
        "Reference Number,Application Title,Applicant Organisation,Applicant Organisation Type,Data Controller(s),"
        "Sole/Joint Data Controller,DSA Start Date,DSA End Date,Does Sublicensing Apply,For Commercial Purposes,"
        "Objective for Processing,Processing Activities,Expected Output,Expected Measurable Benefits,Yielded Benefits"
    ),
    "Datasets": (
        "Reference Number,Dataset,Type of Data,Sensitive or Non-Sensitive,Frequency,Legal Basis for Provision of Data,"
        "Common Law Duty of Confidentiality"
    ),
    "DataReleases": (
        "File Reference,Reference Number,Dataset,Type of Data,Sensitive or Non-Sensitive,Patient Opt-Outs Applied,"
        "Legal Basis for Provision of Data,Frequency,Month File Released"
    ),
}


def write_workbook(path: Path, seed: int = 1) -> None:
    """Write the workbook; the same seed gives the same cells."""
    chance = random.Random(seed)
    rows = _rows(chance)
    strings: dict[str, int] = {}
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, text in _frame().items():
            archive.writestr(name, text)
        for number, (sheet, header) in enumerate(SHEETS.items(), start=1):
            with archive.open(f"xl/worksheets/sheet{number}.xml", "w") as part:
                part.write(f'<worksheet xmlns="{MAIN}"><sheetData>'.encode())
                for place, cells in enumerate([header.split(","), *rows[sheet]], start=1):
                    part.write(_row(place, cells, strings).encode())
                part.write(b"</sheetData></worksheet>")
        with archive.open("xl/sharedStrings.xml", "w") as part:
            part.write(f'<sst xmlns="{MAIN}">'.encode())
            for text in strings:
                part.write(f'<si><t xml:space="preserve">{escape(text)}</t></si>'.encode())
            part.write(b"</sst>")


def _row(place: int, cells: Sequence[str], strings: dict[str, int]) -> str:
    written = "".join(
        f'<c r="{chr(65 + column)}{place}" t="s"><v>{strings.setdefault(text, len(strings))}</v></c>'
        for column, text in enumerate(cells)
        if text
    )
    return f'<row r="{place}">{written}</row>'


def _rows(chance: random.Random) -> dict[str, list[list[str]]]:
    syllables = ["".join(pair) for pair in zip("bcdfghjklmnprstvw" * 5, "aeiou" * 17, strict=True)]
    words = ["".join(chance.choices(syllables, k=chance.randint(1, 4))) for _ in range(WORDS)]
    weights = [1 / (rank + 5) for rank in range(WORDS)]
    pool = iter(_prose(chance, words, weights))
    rows: dict[str, list[list[str]]] = {name: [] for name in SHEETS}
    names = [f"{chance.choice(words).title()} Data Set (DS{number})" for number in range(150)]
    pairs: list[tuple[str, str]] = []
    for number in range(AGREEMENTS):
        reference = f"DARS-NIC-99{number // 3:05}-A{number % 10}B2C-v{number % 3}.{number % 11}"
        body = f"NHS {words[number % 400].upper()} ICB - 9{number % 90:02}"
        dates = (f"20{15 + number % 9}-04-01", f"20{18 + number % 9}-03-31")
        texts = ["".join(next(pool) for _ in range(length // 50)) for length in LETTERS]
        fields = [f"Study {number} of {words[number]}", body, "Sub ICB Location", body, "Sole Data Controller", *dates]
        rows["Agreements"].append([reference, *fields, "No", "No", *texts])
        for name in chance.sample(names, chance.randint(3, 20)):
            kind = chance.randrange(2)
            rows["Datasets"].append([reference, name, TYPES[kind], "Sensitive", "Ongoing", BASES[kind], "Section 251"])
            pairs.append((reference, name))
    released = chance.sample(pairs, RELEASES // 5)
    for number in range(RELEASES):
        reference, name = released[number // 5]
        month = f"{chance.choice(('Jan', 'Apr', 'Jul'))}-{19 + number % 5}"
        row = [f"FILE{number:07}", reference, name, TYPES[1], "Sensitive", "No", BASES[1], "Ongoing", month]
        rows["DataReleases"].append(row)
    return rows


def _prose(chance: random.Random, words: list[str], weights: list[float]) -> Iterator[str]:
    """Pieces of fifty letters."""
    while True:
        text = " ".join(chance.choices(words, weights, k=20_000))
        yield from (text[place : place + 50] for place in range(0, len(text) - 50, 50))


def _frame() -> dict[str, str]:
    """The parts of a workbook that say which parts it has."""
    sheets = "".join(f'<sheet name="{name}" sheetId="{n}" r:id="rId{n}"/>' for n, name in enumerate(SHEETS, start=1))
    targets = {f"rId{n}": ("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, 4)}
    targets["rId4"] = ("sharedStrings", "sharedStrings.xml")
    relations = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for key, (kind, target) in targets.items()
    )
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    types = "".join(
        f'<Override PartName="/xl/{target}" ContentType="{kind}.{name}+xml"/>'
        for name, target in (*targets.values(), ("sheet.main", "workbook.xml"))
    )
    default = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">{default}{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{sheets}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>',
    }
