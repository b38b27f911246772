"""What a document itself defines: short forms in brackets, "hereafter …", companies without their legal form."""

import re
from collections.abc import Iterator

from flowgraph.domain import Agreement, PartyKind
from flowgraph.flows.directory import Directory, Member, kind_of_name
from flowgraph.flows.namefinder import find_name
from flowgraph.flows.words import PhraseTable, read_words
from flowgraph.lexicon import datasets, organisations
from flowgraph.lexicon.roles import is_general

# How long the name before a bracketed short form may be; longer ones are sentences.
_LONGEST_NAME = 111
_NAME = re.compile(r"[A-Z][^\n().;:•\[\]]{2,110}?(?=\s*[(\[])")
_BRACKET = re.compile(
    r"[(\[](?:the\s+|hereafter\s+|herein\s+|known\s+as\s+|referred\s+to\s+as\s+)*"
    r"[\"“”'‘]?(?P<short>[A-Z][A-Za-z&+-]{1,14})[\"“”'’]?(?:,? (?:part|within|based|a part)\b[^()]{0,60})?[)\]]"
)
_HEREAFTER = re.compile(
    r"(?P<name>[A-Z][^\n().;:•]{2,110}?)[\s,(]+(?:hereafter|hereinafter|henceforth|referred to as|known as)"
    r"(?:\s+(?:referred to|known))?(?:\s+as)?\s+(?:the\s+)?[\"“'‘]?(?P<short>[A-Z][\w&-]*(?:\s[A-Z][\w&-]*)?)"
)
_SAYS_HEREAFTER = re.compile("here(?:in)?after|henceforth|referred to as|known as")
_LEGAL_FORM = re.compile(r"\s+(?:\(UK\)\s*)?(?:Ltd|Limited|LLP|plc|PLC|Inc|UK|International)\b\.?", re.IGNORECASE)
_SMALL = frozenset({"of", "and", "the", "for", "in", "on", "&", "at", "to", "-", ","})
# First words of company names that mean something else on their own.
_COMMON_FIRST = frozenset(
    """the nhs national royal north south east west north-east health healthcare data clinical medical research
    university public service services united first general digital care british london england english european
    international global information social community prescribing database amazon google microsoft public northern
    southern central greater new local cloud analytics advanced secure business life department office""".split()
)


def national_holder(text: str, directory: Directory, agreement: Agreement) -> Member:
    """The body that holds the national data by the text's own word: NHS Digital, or NHS England since 2023."""
    if re.search(r"\bNHS\s*-?Digital\b|\bHSCIC\b|Health and Social Care Information Centre|\bNHSD\b", text):
        return directory.body("NHS Digital")
    start = agreement.period.start
    if "NHS England" in text or (start is not None and start.year >= 2023):
        return directory.body("NHS England")
    return directory.body("NHS Digital")


def discover(text: str, directory: Directory, agreement: Agreement) -> PhraseTable[str]:
    """Make the names that the document defines known to the directory; the data sets it defines are returned."""
    own: PhraseTable[str] = PhraseTable()
    for row in agreement.datasets:
        if datasets.load().find(row.name) is None:
            own.add(row.name, row.name)
    titled = list(_names_in(agreement.title or "", directory))
    for name, short, said in _definitions(text):
        full = _tail_for(name, short) or (_body_at_end(name) if said else None)
        if full is None or is_general(full):
            continue
        dataset = datasets.load().find(full) or datasets.load().find(short)
        if dataset is not None:
            own.add(short, dataset.name)
            continue
        known = organisations.load().find(full)
        kind = known[0].kind if len(known) == 1 else kind_of_name(full)
        if kind is PartyKind.OTHER and len(known) != 1 and (_NO_BODY.search(full) or len(full.split()) < 2):
            continue
        member = directory.named(full, kind)
        directory.alias(member, short, exact=True)
    for member in dict.fromkeys((*directory.applicants, *directory.controllers)):
        shorten(member, text, directory)
        _initials(member, text, directory)
    directory.commissioner = _commissioner_of_its_time(text, titled, directory)
    return own


_GROUP = re.compile(r"(?:CCG|Clinical Commissioning Group)\b")
_REACH = 100


def _commissioner_of_its_time(text: str, titled: list[Member], directory: Directory) -> Member | None:
    """The clinical commissioning group that the text means by "the CCG", where the register names today's board.

    The title names it, or the text names one only; the register's body carries on from it and is another.
    """
    own = [member for member in directory.own() if member.kind is PartyKind.COMMISSIONER]
    if len(own) != 1 or _is_group(own[0]) or re.search(r"\bthe ICB\b", text):
        return None
    groups = [member for member in titled if _is_group(member)]
    if not groups:
        for match in _GROUP.finditer(text):
            start = text.rfind("\n", 0, match.start()) + 1
            stretch = text[max(start, match.start() - _REACH) : match.end()]
            groups += [member for member in _names_in(stretch, directory) if _is_group(member)]
    distinct = list(dict.fromkeys(groups))
    return distinct[0] if len(distinct) == 1 else None


def _is_group(member: Member) -> bool:
    names = [*member.forms, *filter(None, [member.known_name])]
    return member.kind is PartyKind.COMMISSIONER and any(_GROUP.search(name) for name in names)


_BODY_END = re.compile(
    r"\s+(?:(?:University |Teaching )?(?:Hospitals? )?NHS (?:Foundation )?Trust|Limited|Ltd|plc|Council)$",
    re.IGNORECASE,
)


def _initials(member: Member, text: str, directory: Directory) -> None:
    """Let a body go by its initials where the text uses them without saying so ("UoF" for University of Farland)."""
    for form in dict.fromkeys((*member.forms, *filter(None, [member.field_name, member.known_name]))):
        words = [word for word in re.split(r"[^A-Za-z]+", form) if word]
        bare = [word for word in re.split(r"[^A-Za-z]+", _BODY_END.sub("", form)) if word]
        for parts in (words, bare):
            large = "".join(word[0].upper() for word in parts if word.casefold() not in _SMALL)
            with_small = "".join(word[0].lower() if word.casefold() in _SMALL else word[0].upper() for word in parts)
            for short in dict.fromkeys((large, with_small, with_small.upper())):
                if (
                    len(short) >= 3
                    and short in text
                    and datasets.load().find(short) is None
                    and re.search(rf"\b{short}\b", text)
                ):
                    directory.alias(member, short, exact=True)


def shorten(member: Member, text: str, directory: Directory) -> None:
    """Let a body go by the shorter forms of its name that the text uses: without its legal form, or by its bracket."""
    for form in dict.fromkeys((*member.forms, *filter(None, [member.field_name, member.known_name]))):
        bracket = re.search(r"\(([A-Z][A-Z&-]{1,9})\)\s*$", form)
        if bracket:
            directory.alias(member, bracket[1], exact=True)
            directory.alias(member, form[: bracket.start()].strip())
        if form.isupper():
            for shown in re.findall(rf"(?i:\b{re.escape(_LEGAL_FORM.sub('', form))}\b)", text)[:1]:
                if not shown.isupper():
                    directory.know(member, shown)
        if member.kind is not PartyKind.COMPANY:
            continue
        bare = _LEGAL_FORM.sub("", form).strip()
        first = bare.split()[0] if bare else ""
        for short in dict.fromkeys((bare, first)):
            if len(short) >= 4 and short.casefold() not in _COMMON_FIRST:
                for shown in dict.fromkeys(re.findall(rf"\b(?i:{re.escape(short)})\b", text)):
                    if shown[0].isupper():
                        directory.alias(member, shown, exact=True)
                        if shown == shown.title() and len(shown.split()) == len(bare.split()):
                            directory.know(member, shown)


def _definitions(text: str) -> Iterator[tuple[str, str, bool]]:
    """The words before a short form, the short form, and whether a word ("hereafter") says that it is one."""
    behind = 0
    for opening in _OPENING.finditer(text):
        bracket = _BRACKET.match(text, opening.start())
        name = None if bracket is None else _name_before(text, behind, opening.start())
        if bracket is not None and name is not None:
            behind = bracket.end()
            yield " ".join(name.split()), bracket["short"], False
    if _SAYS_HEREAFTER.search(text):
        for match in _HEREAFTER.finditer(text):
            yield " ".join(match["name"].split()), match["short"], True


def _body_at_end(name: str) -> str | None:
    """The name of a body, known by its shape, that a stretch of words ends with."""
    words = read_words(name)
    for index in range(len(words)):
        found = find_name(words, index)
        if found is not None and found.end == len(words):
            return name[words[index].start :]
    return None


_OPENING = re.compile(r"[(\[]")
_CAPITAL = re.compile(r"[A-Z]")


def _name_before(text: str, behind: int, bracket: int) -> str | None:
    """The longest stretch before a bracket that may be a name: from a capital letter, not before ``behind``."""
    end = bracket
    while end > behind and text[end - 1].isspace():
        end -= 1
    for capital in _CAPITAL.finditer(text, max(behind, end - _LONGEST_NAME), bracket):
        name = _NAME.match(text, capital.start())
        # A name that meets an earlier bracket belongs to that one.
        if name is not None and text[name.end() : bracket].strip() == "":
            return name.group()
    return None


def _tail_for(name: str, short: str) -> str | None:
    """The last words of ``name`` that ``short`` abbreviates, or None: by initials, or by being one of its words."""
    words = name.split()
    if not short.isupper() and short in words:
        return _capitalised_tail(words)
    letters = [letter.casefold() for letter in short if letter.isalpha() and (letter.isupper() or short.isupper())]
    for begin in range(len(words) - 1, -1, -1):
        tail = words[begin:]
        if not tail[0][0].isupper() or len(tail) > 2 * len(letters) + 3:
            continue
        initials = [word[0].casefold() for word in tail if word.casefold() not in _SMALL]
        every = [word[0].casefold() for word in tail if word[0].isalpha()]
        if letters in (initials, every) or (initials and initials[0] == "n" and letters == initials[1:]):
            return " ".join(tail).strip(" ,")
    return None


def _capitalised_tail(words: list[str]) -> str | None:
    begin = len(words)
    while begin > 0 and (words[begin - 1][0].isupper() or words[begin - 1].casefold() in _SMALL):
        begin -= 1
    while begin < len(words) and words[begin].casefold() in _SMALL:
        begin += 1
    return " ".join(words[begin:]) or None


_NO_BODY = re.compile(
    r"\b(?:study|trial|project|programme|program|survey|audit|index|score|contract|agreement|regulation|act|code|protocol"
    r"|disease|syndrome|infarction|cancer|system|tool|test|questionnaire|group\b.*code|number|data|dataset|statistics"
    r"|commissioner|regional office|assessment|plan|framework|toolkit|software|officer|guardian|file transfer"
    r"|network protocol|measures|life years)\b",
    re.IGNORECASE,
)


def _names_in(text: str, directory: Directory) -> Iterator[Member]:
    """The bodies named in a title, made known to the directory."""
    words = read_words(text)
    index = 0
    while index < len(words):
        found = find_name(words, index)
        if found is None:
            index += 1
            continue
        yield directory.named(text[words[index].start : words[found.end - 1].end], found.kind)
        index = found.end
