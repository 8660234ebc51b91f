"""With `-n 2` one process runs the tests in a browser, one after another, and another process the rest."""

from __future__ import annotations

import pytest
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling


class Apart(LoadScopeScheduling):
    """Two pages drawn at once would be late on a small machine; all other tests go to whoever is free."""

    def _split_scope(self, nodeid: str) -> str:
        return "browser" if nodeid.startswith("tests/browser/") else nodeid


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Apart:
    return Apart(config, log)
