"""Fixtures shared by all tests."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real pages and facts that lies beside the project on its own machines."""
    if not (SHARED / "seed").is_dir():
        pytest.skip("needs the project's evaluation pages (../shared), which users do not have")
    return SHARED
