"""The files the page is made of, and the policy that lets exactly these run."""

import hashlib
from base64 import b64encode
from functools import cache
from importlib.resources import files
from pathlib import Path

import pyvis  # type: ignore[import-untyped]

from flowgraph.view.modules import joined

VIS_NETWORK = "9.1.2"
"""The version of vis-network (Apache-2.0 or MIT, as its own first lines say) that pyvis 0.3.2 ships."""

VIS_NETWORK_SHA256 = "1f20f0736f32cb9bedf8f6383b25cfea2f839e1abe80d6e8040b4d5bea378c69"


@cache
def template_folder() -> Path:
    """The folder with the template, the style sheet and the modules."""
    return Path(str(files("flowgraph.view").joinpath("page")))


@cache
def vis_network() -> str:
    """The source of vis-network, taken from pyvis; raises RuntimeError where it is not the very file expected."""
    file = Path(pyvis.__file__).parent / "templates" / "lib" / f"vis-{VIS_NETWORK}" / "vis-network.min.js"
    content = file.read_bytes()
    if hashlib.sha256(content).hexdigest() != VIS_NETWORK_SHA256:
        raise RuntimeError(f"{file} is not the vis-network {VIS_NETWORK} this page was made for; reinstall pyvis 0.3.2")
    # Its last line names a source map beside the file, which a browser's tools would go and look for.
    return content.decode("utf-8").replace("\r\n", "\n").partition("//# sourceMappingURL=")[0]


@cache
def script() -> str:
    """The page's own code, all modules in one script."""
    sources = {file.name: file.read_text("utf-8") for file in template_folder().glob("*.js")}
    return joined(sources, "main.js")


@cache
def style_sheet() -> str:
    """The page's style sheet."""
    return "".join(
        (template_folder() / name).read_text("utf-8") for name in ("frame.css", "panels.css", "surroundings.css")
    )


@cache
def policy() -> str:
    """The Content-Security-Policy of the page: these scripts, this style sheet, and no request to anywhere."""
    scripts = " ".join(_hash(text) for text in (vis_network(), script()))
    return (
        f"default-src 'none'; script-src {scripts}; style-src {_hash(style_sheet())}; img-src data: blob:; "
        "connect-src 'none'; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode()}'"
