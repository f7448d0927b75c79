"""What runs remember."""

from pathlib import Path

from ogpnews.state import State


def test_notes_outlive_the_process_and_the_last_counts(tmp_path: Path) -> None:
    with State(tmp_path / "state.sqlite") as state:
        assert state.recall("robots", "kabar.example") is None
        state.remember("robots", "kabar.example", {"status": 200})
        state.remember("robots", "kabar.example", {"status": 404})
        state.remember("sitemap", "kabar.example", {"etag": "x"})
    with State(tmp_path / "state.sqlite") as state:
        note = state.recall("robots", "kabar.example")
        assert note
        assert note.value == {"status": 404}
        assert note.at > 1_700_000_000
