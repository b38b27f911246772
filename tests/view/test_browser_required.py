"""Without a browser the tests of the page are skipped with the remedy named, and fail where one is required."""

import pytest
from view_browser import missing, refuse


def test_a_missing_browser_is_told_with_its_remedy(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "apt-get install chromium" in missing()


def test_it_skips_unless_a_browser_is_required(monkeypatch):
    monkeypatch.delenv("FLOWGRAPH_REQUIRE", raising=False)
    with pytest.raises(pytest.skip.Exception, match="install it"):
        refuse("none; install it")
    monkeypatch.setenv("FLOWGRAPH_REQUIRE", "store,browser")
    with pytest.raises(pytest.fail.Exception, match="install it"):
        refuse("none; install it")
