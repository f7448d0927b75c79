"""Articles of a few words, for tests of what they say of governments."""

from ogpnews.text.actor import Actor
from ogpnews.text.actors import find
from ogpnews.text.government import Found, read
from ogpnews.text.mentions import Part, read_parts

REST = "\n\nWarga menyambut baik rencana itu. Mereka berharap hasilnya segera terlihat.\n\nSelesai."


def actors(text: str, part: str = "text") -> list[Actor]:
    """Bodies and offices in one part of an article."""
    (read_part,) = read_parts({part: text})
    return find(read_part)


def article(title: str, text: str = "", own: tuple[str, ...] = (), **more: str) -> Found:
    """What an article of that title and lead says of governments."""
    return read(parts(title, text), own, **more)


def parts(title: str, text: str = "", tags: str = "") -> list[Part]:
    """The parts of an article, its lead followed by sentences that say nothing."""
    return read_parts({"title": title, "text": text and text + REST, "tags": tags})
