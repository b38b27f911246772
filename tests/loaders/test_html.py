"""Register pages as HTML give what the same page gives as text."""

import time
from dataclasses import replace
from html import escape

import pytest
from made_pages import FIELDS, REFERENCE, made_page

from loaders import Format, RawAgreement, Source, document_text, read_document
from loaders.html_text import html_to_text
from loaders.page import read_page


def read(html: str) -> RawAgreement:
    data = html.encode()
    (raw,) = read_document(Source("page.html", len(data), data=data))
    assert isinstance(raw, RawAgreement)
    return raw


def made_html(fields: str, datasets: str, sections: str) -> str:
    return (
        "<!DOCTYPE html><html><head><title>Register</title><style>p {}</style></head><body>"
        "<h1>NHS Digital Data Release Register - reformatted</h1><h2>University Of Farland projects</h2>"
        f"<h3 id='x'>Lighthouse study &mdash; {REFERENCE}</h3>{fields}{datasets}{sections}</body></html>"
    )


def paragraphs() -> str:
    return "".join(f"<p><b>{escape(label)}:</b>{escape(value)}</p>" for label, _, value in map(divided, FIELDS))


def divided(field: str) -> tuple[str, str, str]:
    return field.partition(":")


LIST = "<p>Datasets:</p><ol><li>Far Data Set</li><li><p>Near Data Set</p></li></ol>"
SECTIONS = "<h4>Objectives:</h4><p>To count lighthouses.</p><h4>Processing</h4><p>Far sends Near the counts.</p>"


@pytest.mark.parametrize(
    ("fields", "datasets", "sections"),
    [
        (paragraphs(), LIST, SECTIONS),
        (
            "<dl>" + "".join(f"<dt>{escape(a)}</dt><dd>{escape(b)}</dd>" for a, _, b in map(divided, FIELDS)) + "</dl>",
            "<h4>Datasets</h4><ul><li>Far Data Set<li>Near Data Set</ul>",
            SECTIONS,
        ),
        (
            "<table>"
            + "".join(f"<tr><th>{escape(a)}</th><td>{escape(b)}</td></tr>" for a, _, b in map(divided, FIELDS))
            + "</table>",
            LIST,
            SECTIONS,
        ),
        (
            "<div>" + "<br>".join(escape(field) for field in FIELDS) + "</div>",
            LIST,
            "<b>Objectives:</b><br>To count lighthouses.<br><b>Processing:</b><br>Far sends Near the counts.",
        ),
        (
            "".join(f"<div><span>{escape(field)}</span></div>" for field in FIELDS),
            "<div>Datasets:</div><div>1. Far Data Set</div><div>2. Near Data Set</div>",
            "<section><h5>Objectives</h5>To count\n   lighthouses.</section>"
            "<h5>Processing</h5>Far sends Near the counts.",
        ),
    ],
    ids=["paragraphs", "definition list", "table", "line breaks", "divisions"],
)
def test_same_as_text(fields: str, datasets: str, sections: str) -> None:
    (text,) = read_page(made_page(), "page.html")
    html = read(made_html(fields, datasets, sections))
    assert html.format is Format.PAGE_HTML
    assert {name: value.text for name, value in html.fields.items()} == {
        name: value.text for name, value in text.fields.items()
    }
    assert html.all_rows().datasets == text.all_rows().datasets
    assert [(part.name, part.text) for part in html.sections] == [(part.name, part.text) for part in text.sections]
    assert replace(html, fields={}, sections=(), line=None) == replace(
        text, fields={}, sections=(), line=None, format=Format.PAGE_HTML
    )


def test_lists_keep_their_numbers_letters_and_depth() -> None:
    html = "<p>Steps:</p><ol start=3><li>Go<ol type=a><li>up<li>down</ol><li>Stop</ol><ol type=i><li>x</ol>"
    assert html_to_text(html, "f") == "Steps:\n\n  3. Go\n    a. up\n    b. down\n  4. Stop\n\n  i. x\n"


def test_entities_and_line_breaks() -> None:
    html = "<p>a &amp; b &lt;c&gt; &ndash; &nosuch;&#8217;<br>next &nbsp;line</p><pre>x\n  y</pre>"
    assert html_to_text(html, "f") == "a & b <c> – &nosuch;’\nnext \N{NO-BREAK SPACE}line\n\nx\n  y\n"


def test_what_a_browser_does_not_show_is_no_text() -> None:
    html = "<p>a</p><script>var x = 'b'</script><style>c</style><!-- d --><template>e</template><svg>f</svg>"
    assert html_to_text(html, "f") == "a\n"


def test_offsets_count_in_the_layout_as_text() -> None:
    data = made_html(paragraphs(), LIST, SECTIONS).encode()
    source = Source("page.html", len(data), data=data)
    (raw,) = read_document(source)
    text = document_text(source)
    assert isinstance(raw, RawAgreement)
    assert text is not None
    for section in raw.sections:
        assert section.offset is not None
        assert text[section.offset : section.offset + len(section.text)] == section.text


def test_western_encoding_that_the_page_declares() -> None:
    html = made_html(paragraphs(), LIST, SECTIONS).replace("<head>", "<head><meta charset=windows-1252>")
    data = html.replace("To count", "“To count”").encode("cp1252")
    (raw,) = read_document(Source("page.html", len(data), data=data))
    assert isinstance(raw, RawAgreement)
    assert raw.sections[0].text == "“To count” lighthouses."


def test_declared_entities_are_not_expanded() -> None:
    bomb = '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><p>&b;</p>'
    assert "haha" not in html_to_text(bomb, "f")


@pytest.mark.parametrize("tag", ["<div>", "<b><a>", "<font size=1>", "<table>", "<ul><li>", "<dt>a", "<!--", "<", "&a"])
def test_time_grows_with_the_length_of_the_page(tag: str) -> None:
    def seconds(times: int) -> float:
        started = time.process_time()
        html_to_text("<p>x</p>" + tag * times, "f")
        return time.process_time() - started

    short, long = (min(seconds(times) for _ in range(3)) for times in (2_000, 16_000))
    assert long < 8 * 4 * max(short, 0.005)
