"""Reads the sheets of a workbook in a process of its own, and writes their rows to standard output.

The reader of workbooks keeps a sheet in memory as one rectangle and ends the whole process where memory does not
suffice; a small hostile file can ask for any amount. So it runs here, under limits, where its end is a message.

Arguments: the file, the bytes of memory, the seconds of processor time, and the sheets in the order wanted (lower
case, without spaces). Output: frames of a four-byte length and a marshalled tuple, namely ``("sheet", name, row)``
with the number of the first row, ``("rows", count, columns)`` with some rows column by column, ``("failed", what)``
and, at the very end, ``("end",)``.
"""

import datetime
import gc
import marshal
import struct
import sys
from typing import Any

_ROWS_A_FRAME = 500
#: How many cells show whether a column repeats a few texts; marshalling writes one object once.
_SAMPLE = 40


def _limit(memory: int, seconds: int) -> None:
    """Bound memory and time where the operating system can (Windows cannot)."""
    try:
        import resource
    except ImportError:
        return
    for what, amount in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_CORE, 0)):
        try:
            _, most = resource.getrlimit(what)
            resource.setrlimit(what, (amount if most == resource.RLIM_INFINITY else min(amount, most), most))
        except (OSError, ValueError):
            continue


def _plain(value: Any) -> Any:
    """A cell as text, number or truth value; dates as YYYY-MM-DD."""
    if isinstance(value, datetime.date):
        return value.isoformat()[:10]
    if isinstance(value, datetime.time | datetime.timedelta):
        return str(value)
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _send(frame: tuple[Any, ...]) -> None:
    data = marshal.dumps(frame)
    sys.stdout.buffer.write(struct.pack("<I", len(data)))
    sys.stdout.buffer.write(data)


def _send_rows(sheet: Any) -> None:
    """Send a sheet in frames."""
    rows: list[list[Any]] = []
    for row in sheet.iter_rows():
        rows.append(row)
        if len(rows) == _ROWS_A_FRAME:
            _send_frame(rows)
            rows = []
    if rows:
        _send_frame(rows)


def _send_frame(rows: list[list[Any]]) -> None:
    _send(("rows", len(rows), [_ready(column) for column in zip(*rows, strict=True)]))


def _ready(column: tuple[Any, ...]) -> list[Any]:
    """The cells of a column as text, numbers and truth values; in a column of few texts equal ones are one object."""
    if set(map(type, column)) != {str}:
        return [_plain(cell) for cell in column]
    if len(set(column[:_SAMPLE])) > _SAMPLE // 2:
        return list(column)
    once: dict[str, str] = {}
    return list(map(once.setdefault, column, column))


def main(file: str, memory: str, seconds: str, *wanted: str) -> None:
    """Send the wanted sheets of ``file``."""
    _limit(int(memory), int(seconds))
    gc.disable()  # rows hold no circles, and this process ends with them
    import python_calamine

    try:
        workbook = python_calamine.CalamineWorkbook.from_path(file)
        names = {name.lower().replace(" ", ""): name for name in workbook.sheet_names}
        for name in wanted:
            if name in names:
                sheet = workbook.get_sheet_by_name(names[name])
                _send(("sheet", name, (sheet.start or (0, 0))[0] + 1))
                _send_rows(sheet)
    except python_calamine.PasswordError:
        _send(("failed", "encrypted"))
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        _send(("failed", str(error)))
    _send(("end",))


if __name__ == "__main__":
    main(*sys.argv[1:])
