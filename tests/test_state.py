"""What runs remember."""

from collections import deque
from collections.abc import Iterator
from pathlib import Path

import pytest
from postgres import server

from ogpnews.database import Database
from ogpnews.entries import Entry
from ogpnews.errors import OgpnewsError, UsageError
from ogpnews.items import Article
from ogpnews.state import GIVEN_UP, MOST_TRIES, State

URL = "https://kabarlereng.example/daerah/pr-1/pasar"


def told(revision: int = 1, text: str = "a", published: str = "2026-11-23") -> Article:
    return Article(
        id="x", outlet="lereng", url=URL, fetched_url=f"{URL}?m=1", revision=revision,
        text_sha256=text, published=published,
    )  # fmt: skip


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    with server() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty state: everything holds for a file and for a server."""
    if request.param == "sqlite":
        return str(tmp_path / "state.sqlite")
    url: str = request.getfixturevalue("postgresql")
    database = Database(url)
    database.define(("DROP SCHEMA public CASCADE", "CREATE SCHEMA public"))
    database.close()
    return url


def test_notes_outlive_the_process_and_the_last_counts(where: str) -> None:
    with State(where) as state:
        assert state.recall("robots", "kabar.example") is None
        state.remember("robots", "kabar.example", {"status": 200})
        state.remember("robots", "kabar.example", {"status": 404})
        state.remember("sitemap", "kabar.example", {"etag": "x"})
        state.commit()
    with State(where) as state:
        note = state.recall("robots", "kabar.example")
        assert note
        assert note.value == {"status": 404}
        assert note.at > 1_700_000_000
    with State(where, notes=False) as state:
        assert state.recall("robots", "kabar.example") is None


def test_an_article_is_known_under_both_of_its_addresses_however_spelt(where: str) -> None:
    with State(where) as state:
        state.export(told(), "tag", "Mon, 23 Nov 2026 01:00:00 GMT")
        for url in (URL, f"{URL}?m=1", URL.replace("https", "http"), f"{URL}?utm_source=x#top"):
            found = state.settled(url)
            assert found, url
            assert found.outcome == "exported"
        state.settle(URL, "kind listing")
        again = state.settled(URL)
        assert again
        assert again.outcome == "exported"
        kept = state.exported("x")
        assert kept
        assert (kept.etag, kept.revision) == ("tag", 1)


def test_what_was_not_committed_is_forgotten_and_files_come_to_disk_first(where: str) -> None:
    order: list[str] = []
    with State(where) as state:
        state.before_commit.append(lambda: order.append("disk"))
        state.export(told())
        assert order == []
    with State(where) as state:
        assert state.exported("x") is None
        state.before_commit.append(lambda: order.append("disk"))
        state.export(told())
        state.commit()
    assert order == ["disk"]
    with State(where) as state:
        assert state.exported("x")


def test_the_latest_revision_counts_in_whatever_order_records_are_read(where: str) -> None:
    with State(where) as state:
        state.export(told(2, "b"))
        state.export(told(1, "a"))
        kept = state.exported("x")
        assert kept
        assert (kept.revision, kept.text_sha256) == (2, "b")
        assert [found.id for found in state.recent("lereng", "2026-11-23")] == ["x"]
        assert not list(state.recent("lereng", "2026-11-24"))
        assert not list(state.recent("other", "2026-11-01"))


def test_failures_are_tried_again_a_few_times(where: str) -> None:
    with State(where) as state:
        entry = Entry(URL, "2026-11-23", "https://kabarlereng.example/feed")
        for _ in range(MOST_TRIES + 1):  # in one outage
            state.fail("lereng", entry)
            assert list(state.failures("lereng")) == [entry]
        state._db.run("UPDATE failed SET since = since - 400000")
        state.fail("lereng", entry)
        assert not list(state.failures("lereng"))
        found = state.settled(URL)
        assert found
        assert found.outcome == GIVEN_UP
        state.fail("lereng", Entry("https://kabarlereng.example/b"))
        state.settle("https://kabarlereng.example/b", "exported")
        assert not list(state.failures("lereng"))


def test_after_a_failed_write_the_run_counts_as_killed(tmp_path: Path) -> None:
    path = tmp_path / "state.sqlite"
    with State(path) as state:
        state.begin("r1", "here")
        state._db._connection.execute("PRAGMA max_page_count = 20")
        with pytest.raises(OgpnewsError, match="disk is full"):
            deque(state.settle(f"{URL}/{number}", "kind listing") for number in range(10_000))
        state.commit()
        state.end("r1")
    with State(path) as state:
        assert state.runs("here") == {"r1": False}


def test_a_state_of_a_later_version_is_refused(where: str) -> None:
    with State(where) as state:
        state._note("state", "version", "2")
        state.commit()
    with pytest.raises(UsageError, match="later version"):
        State(where)


def test_a_damaged_state_says_how_to_mend_it(tmp_path: Path) -> None:
    path = tmp_path / "state.sqlite"
    path.write_bytes(b"no database at all, but long enough to look at" * 100)
    with pytest.raises(OgpnewsError, match=r"state\.sqlite.*remove.*anew out of the records"):
        State(path)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(OgpnewsError, match="unable to open"):
        State(tmp_path / "none" / "state.sqlite")


def test_a_server_that_is_not_there_is_told_without_its_password() -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(OgpnewsError, match=r"the state on localhost:1/news: .*refused") as told:
        State("postgresql://rin:rahasia@localhost:1/news")
    assert "rahasia" not in str(told.value)
