"""Pictures of the page for people to look at: they land in ``artefacts/``, which is not kept in git.

With FLOWGRAPH_UPDATE_PICTURE set, the first of them replaces the one that the README shows.
"""

import os
import shutil
from pathlib import Path
from urllib.parse import urlencode

import pytest
from view_samples import commissioners, many

ROOT = Path(__file__).resolve().parents[2]
TRACE = urlencode({"chosen": "sus repository", "trace": "sus repository", "follow": "SUS"})
EDGE = urlencode({"chosen": "0AR>9DO>pseudonymised"})

VIEWS = {
    "network": {"hash_": TRACE, "size": (1280, 760)},
    "sankey-dark": {"sankey": True, "scheme": "dark", "hash_": EDGE},
    "phone": {"size": (400, 800), "hash_": EDGE},
}


@pytest.mark.parametrize("name", [*VIEWS, "folded"])
def test_a_picture_is_taken(opened, name):
    page = opened(many(900, 4000)) if name == "folded" else opened(commissioners(), **VIEWS[name])
    folder = ROOT / "artefacts"
    folder.mkdir(exist_ok=True)
    file = folder / f"view-{name}.png"
    page.tab.wait_for_timeout(100)
    page.tab.screenshot(path=file, full_page=name == "phone")
    assert _colours(page) > 5
    assert file.stat().st_size > 20_000
    if name == "network" and os.environ.get("FLOWGRAPH_UPDATE_PICTURE"):
        shutil.copy(file, ROOT / "docs" / "flows.png")


def _colours(page):
    """How many different colours the middle of the canvas has: an empty picture has one."""
    return page.tab.evaluate(
        """() => {
            const canvas = document.querySelector("#picture canvas");
            const data = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
            const seen = new Set();
            for (let at = 0; at < data.length; at += 4) {
                seen.add((data[at] << 16) | (data[at + 1] << 8) | data[at + 2]);
            }
            return seen.size;
        }"""
    )
