"""Fixtures that every test may use."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with real register documents, beside the checkout; the test is skipped where it is missing."""
    if not (SHARED / "register").is_dir():
        pytest.skip(f"the real register documents are not at {SHARED}; this test needs them")
    return SHARED
