"""The fields and the list of data sets of one project of a register page."""

from dataclasses import dataclass, field

from loaders.page_labels import (
    DATASET_LABEL,
    DATASETS_LABEL,
    LABELS,
    REFERENCE_LABEL,
    Label,
    read_label,
    read_section_head,
    read_unknown_label,
)
from loaders.page_lines import Item, Lines, read_item
from loaders.raw import FieldName, RawText


@dataclass(slots=True)
class Fields:
    """What the lines between a heading and the first section say.

    ``datasets`` is None where no data set stands there. ``prose`` is the first line of text that stands under no
    section head (the capture lost it), and None where there is none. ``repeated`` are fields that stood there
    already with another value.
    """

    texts: dict[FieldName, RawText] = field(default_factory=dict)
    unknown: list[RawText] = field(default_factory=list)
    repeated: list[RawText] = field(default_factory=list)
    datasets: list[str] | None = None
    reference: str | None = None
    prose: int | None = None


def read_fields(lines: Lines, start: int, end: int) -> Fields:
    """The fields in lines ``start`` to ``end``, all of which stand above the first section."""
    reader = _Reader(lines, start, end)
    index = lines.filled(start)
    while index < end and reader.fields.prose is None:
        reader.read(index)
        index = lines.filled(index + 1)
    return reader.finish()


class _Reader:
    """Reads line by line; knows what the line before was."""

    def __init__(self, lines: Lines, start: int, end: int) -> None:
        self.lines = lines
        self.fields = Fields()
        self.current: FieldName | None = None
        self.last_item: Item | None = None
        self.listing = False
        self.more: dict[FieldName, list[str]] = {}
        self.names: dict[str, list[str]] = {}
        self.last_name: list[str] = []
        self.last_label, self.has_list_label = self._look_ahead(start, end)

    def _look_ahead(self, start: int, end: int) -> tuple[int, bool]:
        """The last line that is a field, and whether the list of data sets has its label.

        Behind the list only fields may follow; the first other line there is text that lost its head.
        """
        last, has_list_label, listed = start - 1, False, False
        index = self.lines.filled(start)
        while index < end:
            label = read_label(self.lines[index])
            if label is not None:
                last = index
                has_list_label = has_list_label or label.key == DATASETS_LABEL
                listed = listed or label.key in (DATASETS_LABEL, DATASET_LABEL)
            elif self._ends_fields(index, listed):
                break
            index = self.lines.filled(index + 1)
        return last, has_list_label

    def _ends_fields(self, index: int, listed: bool) -> bool:
        if not listed or not self.lines.blank_before(index):
            return False
        return read_item(self.lines[index]) is None and not self._is_unknown_field(index)

    def _is_unknown_field(self, index: int) -> bool:
        """Whether the line has the form of a field and stands where one does: above a field or a section head."""
        following = self.lines.filled(index + 1)
        if read_unknown_label(self.lines[index]) is None or following == len(self.lines):
            return False
        return read_label(self.lines[following]) is not None or read_section_head(self.lines[following]) is not None

    def finish(self) -> Fields:
        """All that was read, with the lines that go on with a value joined to it."""
        for name, lines in self.more.items():
            value = self.fields.texts[name]
            self.fields.texts[name] = value._replace(text="\n".join([value.text, *lines]).strip())
        if self.names:
            self.fields.datasets = list(dict.fromkeys(" ".join(words) for words in self.names.values()))
        return self.fields

    def read(self, index: int) -> None:
        """Take one line that is not blank."""
        line = self.lines[index]
        label = read_label(line)
        if label is not None and index <= self.last_label:
            self._read_label(index, label)
        elif self._take_item(index) or self._take_rest_of_item(index) or self._is_note(line):
            return
        elif (index > self.last_label or self.listing) and not self._is_unknown_field(index):
            self.fields.prose = index
        else:
            self._read_rest(index, line)

    def _read_label(self, index: int, label: Label) -> None:
        self.current, self.listing = None, label.key == DATASETS_LABEL
        if label.key in (DATASETS_LABEL, DATASET_LABEL):
            if label.value:
                self._add_dataset(label.value)
        elif label.key == REFERENCE_LABEL:
            self.fields.reference = label.value or self.fields.reference
        else:
            self.current = LABELS[label.key]
            text = RawText(label.value, label.written, self.lines.number(index))
            earlier = self.fields.texts.get(self.current)
            if earlier is None or not earlier.text:
                self.fields.texts[self.current] = text
            elif label.value not in ("", earlier.text):
                self.fields.repeated.append(text)

    def _add_dataset(self, name: str) -> None:
        self.last_name = self.names.setdefault(name, [name])

    def _take_item(self, index: int) -> bool:
        """Whether the line is the next data set of the list; its label may be missing."""
        if self.has_list_label and not self.listing:
            return False
        item = read_item(self.lines[index])
        if item is None:
            return False
        last = self.last_item
        if last is not None:
            far = self.lines.blank_before(index) and self.lines.blank_before(index - 1)
            goes_on = item.bullet == last.bullet and (item.number or 0) >= (last.number or 0) and not far
            if not goes_on or (item.number is not None and item.number == last.number):
                return False
        self.last_item, self.listing, self.current = item, True, None
        self._add_dataset(item.text)
        return True

    def _take_rest_of_item(self, index: int) -> bool:
        """Whether the line goes on with the data set above it: directly below, and set further in."""
        line = self.lines[index]
        indent = len(line) - len(line.lstrip())
        if not self.listing or self.last_item is None or not self.names:
            return False
        if self.lines.blank_before(index) or indent <= self.last_item.indent or read_item(line) is not None:
            return False
        self.last_name.append(line.strip())
        return True

    def _is_note(self, line: str) -> bool:
        """Whether the line is a remark in brackets, as stands below an access method."""
        line = line.strip()
        return line.startswith("(") and line.endswith(")") and not self.listing

    def _read_rest(self, index: int, line: str) -> None:
        """A line that is no known field, above the last field: an unknown one, or more of the value above it."""
        label = read_unknown_label(line)
        if label is not None or self.current is None:
            written, value = (label.written, label.value) if label is not None else ("", line.strip())
            self.fields.unknown.append(RawText(value, written, self.lines.number(index)))
            self.current = None
        else:
            self.more.setdefault(self.current, []).append(line.strip())
