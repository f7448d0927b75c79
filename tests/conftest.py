"""Fixtures shared by all tests."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real pages and facts that lies beside the project on its own machines."""
    if not all((SHARED / name).is_dir() for name in ("seed", "pages", "gold", "listings")):
        pytest.skip("needs the project's evaluation pages (../shared), which users do not have")
    return SHARED
