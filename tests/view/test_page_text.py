"""The page as text: whole in itself, with a strict policy, and nothing of the register taken as markup."""

import os
import re
import subprocess
import sys

import pytest
from view_samples import commissioners, graph, hostile

from flowgraph.domain.errors import UserError
from flowgraph.view import Selection, page, write
from flowgraph.view.page_parts import script, style_sheet, vis_network


@pytest.fixture(scope="module")
def text():
    return page(graph(commissioners()))


def test_the_page_names_no_other_place_to_load_from(text):
    own = text.replace(vis_network(), "")
    assert re.findall(r"""(?:src|href|action|url|@import)\s*[=(]\s*["']?\s*(?:https?:)?//""", own) == []
    assert "cdn" not in own.lower()
    assert "sourceMappingURL" not in text


def test_the_policy_allows_these_scripts_and_no_request(text):
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)[1]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == rules["connect-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    assert re.fullmatch(r"('sha256-[A-Za-z0-9+/=]{44}' ?){2}", rules["script-src"])
    assert "unsafe" not in policy
    assert text.index("Content-Security-Policy") < text.index("<script")


def test_the_parts_cannot_end_their_own_elements():
    assert "</script" not in (script() + vis_network()).lower()
    assert "</style" not in style_sheet().lower()


def test_hostile_words_are_nowhere_markup():
    text = page(graph(hostile()), heading='<img src=x onerror="alert(1)">')
    rest = text.replace(vis_network(), "").replace(script(), "")
    assert "<img" not in rest
    assert rest.count("<script") == rest.count("</script>") == 4


def test_the_same_input_gives_the_same_page(text):
    assert page(graph(commissioners())) == text


def test_a_selection_that_fits_nothing_is_a_sentence():
    with pytest.raises(UserError, match="no flow fits"):
        page(graph(commissioners()), Selection(datasets=("IAPT",), states=("anonymised",)))
    with pytest.raises(UserError, match="no data set is called"):
        page(graph(commissioners()), Selection(datasets=("Moon rocks",)))


def test_the_file_is_utf8_in_any_locale_and_the_only_one(tmp_path):
    code = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from pathlib import Path\nfrom view_samples import commissioners, graph\nfrom flowgraph.view import write\n"
        "write(graph(commissioners(1)), Path('flows.html'), heading='Z\\u00fcrich \\u6570')\n"
    )
    here = os.path.dirname(__file__)
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    subprocess.run([sys.executable, "-c", code, here], cwd=tmp_path, env=environment, check=True)
    assert [file.name for file in tmp_path.iterdir()] == ["flows.html"]
    assert "Zürich 数" in (tmp_path / "flows.html").read_text(encoding="utf-8")


def test_lone_surrogates_do_not_stop_the_writing(tmp_path):
    write(graph(commissioners(1)), tmp_path / "flows.html", heading="half \ud83d")
    assert "half" in (tmp_path / "flows.html").read_text(encoding="utf-8")
