"""A real browser for the tests: Debian's Chromium, driven by Playwright."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

import pytest

SWITCHES = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"


def missing() -> str | None:
    """What keeps a browser from being driven here, with its remedy, in one sentence; None where nothing does."""
    try:
        import playwright.sync_api  # noqa: F401
    except ImportError:
        return "playwright is not installed, so the page cannot be tried; pip install 'flowgraph[dev]'"
    if shutil.which("chromium") is None:
        return "there is no chromium, so the page cannot be tried; apt-get install chromium"
    return None


def refuse(why: str) -> NoReturn:
    """Skip the test for a reason that names the remedy; fail instead where FLOWGRAPH_REQUIRE asks for a browser."""
    if "browser" in os.environ.get("FLOWGRAPH_REQUIRE", ""):
        pytest.fail(why)
    pytest.skip(why)


@contextmanager
def running() -> Iterator["object"]:
    """A browser with a profile of its own, closed at the end."""
    from playwright.sync_api import sync_playwright

    with TemporaryDirectory() as profile, sync_playwright() as driver:
        context = driver.chromium.launch_persistent_context(
            profile,
            executable_path=shutil.which("chromium"),
            headless=True,
            args=list(SWITCHES),
            viewport={"width": 1440, "height": 900},
            accept_downloads=True,
        )
        try:
            yield context
        finally:
            context.close()
