"""What discovery notes for later runs, so that they need not ask again, and when it may be used.

A note is written only at the end of a run that settled all that was found there, or else a later
run would believe that it knows what it never had.
"""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from ogpnews import __version__
from ogpnews.entries import Entry
from ogpnews.state import State
from ogpnews.window import Window

if TYPE_CHECKING:
    from ogpnews.outlets import Outlet

INDEX = "index"
"""Kind of the notes on sitemaps and feeds; those of `series` are listing, archive and api."""
_RUN = "run"


class Notes:
    """Notes of one outlet in one run."""

    def __init__(
        self, state: State, window: Window, today: date, outlet: "Outlet", *, frozen: bool = False
    ) -> None:
        """`frozen`: read, and never written."""
        self._state, self._window, self._today = state, window, today
        self._outlet, self._frozen = outlet.id, frozen
        self._of = f"{__version__} {outlet.article} {outlet.hosts} {outlet.discover}"
        last = state.recall(_RUN, outlet.id)
        self._ended_well = not (last and last.value.get("open"))
        self._recalled: set[tuple[str, str]] = set()
        self._pending: dict[tuple[str, str], dict[str, Any]] = {}
        self._parents: dict[str, str] = {}
        self._unsettled: set[str] = set()

    # What earlier runs noted.

    def recall(self, kind: str, key: str) -> dict[str, Any]:
        """The note, where its run looked back as far as this one does; else an empty one."""
        note = self._state.recall(kind, self._key(key))
        if note is None or "since" not in note.value or note.value.get("of") != self._of:
            return {}
        since = note.value["since"]
        mine = self._window.since
        covers = since is None or (mine is not None and str(since) <= mine.isoformat())
        return note.value if covers else {}

    def _key(self, key: str) -> str:
        return f"{self._outlet} {key}"

    def recall_series(self, kind: str, key: str) -> dict[str, Any]:
        """The note on a listing, an API or a day; empty where a run since then did not end well."""
        note = self.recall(kind, key)
        if note.get("over"):
            return note
        self._recalled.add((kind, key))
        return note if self._ended_well else {}

    def conditions(self, url: str) -> dict[str, str]:
        """Headers that ask for a sitemap or feed only where it has changed."""
        note = self.recall(INDEX, url)
        names = {"etag": "If-None-Match", "modified": "If-Modified-Since"}
        return {names[key]: str(note[key]) for key in names if note.get(key)}

    def is_unchanged(self, child: Entry) -> bool:
        """True for a sitemap whose lastmod is the one that it had when it was last read."""
        note = self.recall(INDEX, child.url)
        return bool(child.changed) and note.get("lastmod") == child.changed

    def may_change_silently(self, child: Entry) -> bool:
        """True where an index that stays the same says nothing of this sitemap: it gives no
        lastmod, or one that is a day which is not over."""
        stamp = child.changed
        return not stamp or (
            len(stamp) <= 10 and stamp >= (self._today - timedelta(days=1)).isoformat()
        )

    # What this run notes.

    def note(self, kind: str, key: str, value: dict[str, Any]) -> None:
        """To be written at the end."""
        since = self._window.since
        self._pending[kind, key] = {
            "of": self._of, "since": since.isoformat() if since else None, **value,
        }  # fmt: skip

    def open(self) -> None:
        """The run exports something: until it has ended well, what is known says nothing of what
        lies behind it in listings."""
        if not self._frozen:
            self._state.open(self._outlet)

    def belongs(self, url: str, parent: str) -> None:
        """What is not settled of `url` is not settled of `parent` either."""
        if url != parent:
            self._parents[url] = parent

    def unsettled(self, url: str) -> None:
        """Something found there could not be had, and a later run shall look again."""
        while url and url not in self._unsettled:
            self._unsettled.add(url)
            url = self._parents.get(url, "")

    def finish(self) -> None:
        """Writes the notes of all that is settled."""
        if self._frozen:
            return
        read = {
            place: value
            for place, value in self._pending.items()
            if place[1] not in self._unsettled
        }
        for kind, key in self._recalled - read.keys():
            if self._state.recall(kind, self._key(key)):
                self._state.remember(kind, self._key(key), {})
        for (kind, key), value in read.items():
            self._state.remember(kind, self._key(key), value)
        self._state.remember(_RUN, self._outlet, {"open": False})
