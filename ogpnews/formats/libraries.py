"""Libraries that only some formats need: an extra of the package, loaded when asked for."""

from importlib import import_module
from typing import Any

from ogpnews.errors import UsageError


def needed(library: str, what: str) -> Any:
    """The library; UsageError with what installs it where it is missing. `what` needs it."""
    try:
        return import_module(library)
    except ImportError as error:
        raise UsageError(
            f"{what} needs {library.partition('.')[0]}, which is not installed; "
            "pip install 'ogpnews[tables]'"
        ) from error
