"""How much of one document is read: every limit is a named setting, and a document beyond it is refused in one line.

The largest real documents are the monthly workbook (about 30 MB, some 170 MB unpacked) and pages of a few
megabytes, so each limit leaves an order of magnitude of room.
"""

MEGABYTE = 1024 * 1024

#: The largest file that is opened at all, in bytes (workbook, agreement JSON, JSON Lines).
LARGEST_FILE = 256 * MEGABYTE

#: The largest register page as text, in bytes.
LARGEST_PAGE = 64 * MEGABYTE

#: The largest register page as HTML, in bytes; markup can hold more elements than characters of text.
LARGEST_HTML = 16 * MEGABYTE

#: The largest JSON document that is no JSON Lines, in bytes; it is parsed in one piece.
LARGEST_JSON = 128 * MEGABYTE

#: The longest line of a JSON Lines file, in bytes; one line is one agreement.
LARGEST_JSON_LINE = 32 * MEGABYTE

#: What a workbook may unpack to, in bytes, by its own table of contents.
LARGEST_UNPACKED = 1024 * MEGABYTE

#: The memory that the process reading a workbook may use, in bytes of address space.
WORKBOOK_MEMORY = 1024 * MEGABYTE

#: The processor time that the process reading a workbook may use, in seconds.
WORKBOOK_SECONDS = 300
