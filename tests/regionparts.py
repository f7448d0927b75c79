"""What an article of a few words is about, for the tests of regions."""

from ogpnews.text.about import about
from ogpnews.text.mentions import read_parts
from ogpnews.text.regionhosts import Home
from ogpnews.text.weights import About


def found(text: str = "", *, home: str = "", host: str = "", **parts: str) -> list[About]:
    """Regions of an article with this body and these other parts."""
    return about(read_parts({**parts, "text": text}), Home(home, host))


def codes(text: str = "", **parts: str) -> list[str]:
    """Their codes, an ambiguous name as its candidates: `32.04|32.73`; best supported first."""
    return ["|".join(entry.codes) for entry in found(text, **parts)]


def primary(text: str = "", **parts: str) -> str | None:
    """Code of the primary one."""
    return next((entry.codes[0] for entry in found(text, **parts) if entry.primary), None)
