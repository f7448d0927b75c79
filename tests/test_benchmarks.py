"""The benchmarks: both run with no peer at hand, and say what they leave out."""

import json
import os
import re
import subprocess
import sys
import tomllib
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import Mock

import pytest
import written

import corpus
import quality
import readers
import report
import speed
from corpus import CorpusError, Page
from readers import OURS, PEERS, Reader

ROOT = Path(__file__).resolve().parents[1]
NAMES = ("generic-amp", "wordpress-wordpress-plain", "detik-detik")
ABSENT = 'raise {}("not on this machine")\n'
MODULES = ("trafilatura", "newspaper", "goose3", "readability", "resiliparse", "newsplease", "bs4")
SCORER = """
CORE = ["title", "body"]

def score_page(gold, record):
    return {
        "title": float(gold["title"] == record.get("title")),
        "published_day": float(gold["published"] == record.get("published")),
        "authors": float(gold["authors"] == (record.get("authors") or [])),
        "body": float("\\n\\n".join(gold["body"]) == record.get("text")),
    }
"""
LAID = "# Page\n\nBefore.\n\n<!-- {0}: measured -->\nold\n<!-- {0}: end -->\n\nAfter.\n"


@pytest.fixture(scope="module")
def laid(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of our own pages, notes on them, a scorer, and peers that cannot be imported."""
    folder = tmp_path_factory.mktemp("benchmarks")
    for name in ("pages", "notes", "absent"):
        (folder / name).mkdir()
    for name in NAMES:
        page = written.load(name)
        (folder / "pages" / f"{name}.html").write_bytes(page.body)
        note = {
            **page.expect,
            "kind": "article",
            "url": page.url,
            "body": page.expect["paragraphs"],
        }
        (folder / "notes" / f"{name}.json").write_text(json.dumps(note), encoding="utf-8")
    for module in MODULES:
        error = "RuntimeError" if module == "goose3" else "ImportError"
        (folder / "absent" / f"{module}.py").write_text(ABSENT.format(error), encoding="utf-8")
    (folder / "score.py").write_text(SCORER, encoding="utf-8")
    return folder


def run(script: str, laid: Path, *words: str | Path) -> subprocess.CompletedProcess[str]:
    """A benchmark as people start it."""
    return subprocess.run(
        [sys.executable, ROOT / "benchmarks" / script, *words],
        env={**os.environ, "PYTHONPATH": str(laid / "absent")},
        capture_output=True,
        text=True,
        check=False,
    )


def judged(laid: Path, *words: str | Path) -> subprocess.CompletedProcess[str]:
    return run(
        "quality.py", laid, laid / "pages", laid / "notes", "--scorer", laid / "score.py", *words
    )


@pytest.fixture(scope="module")
def scored(laid: Path) -> dict[str, Any]:
    done = judged(laid, "--json")
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


@pytest.fixture(scope="module")
def timed(laid: Path) -> dict[str, Any]:
    done = run("speed.py", laid, laid / "pages", "--rounds", "1", "--pages", "30", "--json")
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


def rows(text: str) -> list[list[str]]:
    """Cells of every line of every table."""
    return [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in text.splitlines()
        if line.startswith("|")
    ]


def test_quality_scores_ours_and_leaves_out_who_is_not_there(scored: dict[str, Any]) -> None:
    assert [row["name"] for row in scored["readers"]] == [*OURS, readers.SILENCE]
    assert scored["left_out"].keys() == PEERS.keys()
    assert scored["left_out"]["goose3"] == "RuntimeError: not on this machine"
    assert scored["pages"] == len(NAMES)
    for row in scored["readers"]:
        assert list(row["fields"]) == [
            "title", "published_day", "authors", "body", "body, dateline or not",
        ]  # fmt: skip
        assert row["failed"] == 0


def test_quality_tells_a_record_from_silence(scored: dict[str, Any]) -> None:
    first, *_, silence = scored["readers"]
    assert first["core"] == first["common"] == 1.0
    assert (silence["core"], silence["version"]) == (0.0, "–")


def test_quality_as_a_table(laid: Path, tmp_path: Path) -> None:
    page = tmp_path / "quality.md"
    page.write_text(LAID.format("quality"), encoding="utf-8")
    done = judged(laid, "--write", page)
    assert done.returncode == 0, done.stderr
    head, _, core, *_ = rows(done.stdout)
    assert head == ["field", *OURS, readers.SILENCE]
    assert core == ["**core**", *core[1:-1], "0.000"]
    assert {"Left out: goose3 (RuntimeError: not on this machine)."} <= {*done.stdout.splitlines()}
    for name in PEERS:
        assert f"{name} is left out" in done.stderr
    text = page.read_text(encoding="utf-8")
    assert done.stdout.strip() in text
    assert text.startswith("# Page\n\nBefore.\n")
    assert text.endswith("\nAfter.\n")
    assert "old" not in text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("pages", "nowhere"), "no such folder"),
        (("pages", "absent"), "no annotated article"),
        (("absent", "notes"), "no page of that name"),
        (("pages", "notes", "--scorer", "nowhere.py"), "no scorer there; name one: --scorer FILE"),
    ],
)
def test_quality_says_what_it_lacks(laid: Path, words: tuple[str, ...], said: str) -> None:
    paths = [word if word.startswith("--") else laid / word for word in words]
    done = run("quality.py", laid, *paths)
    assert (done.returncode, done.stdout) == (1, "")
    assert said in done.stderr


def test_real_pages_are_scored_by_the_shared_scorer(shared: Path) -> None:
    """Two readers that need no peer; the figures of ours are held by test_gold.py."""
    found = corpus.golds(shared / "pages", shared / "gold")[:3]
    scoring = corpus.scorer(shared / "score.py")
    told = quality.result(found, scoring, ["ogpnews", readers.SILENCE])
    ours, silence = told["readers"]
    assert ours["core"] > silence["core"]
    assert set(scoring.CORE) | set(quality.COMMON) <= ours["fields"].keys()


def test_speed_measures_ours_and_leaves_out_who_is_not_there(timed: dict[str, Any]) -> None:
    assert [row["name"] for row in timed["readers"]] == ["ogpnews", "ogpnews-generic", "floor"]
    assert timed["left_out"].keys() == PEERS.keys()
    ours, _, floor = timed["readers"]
    assert (ours["times_ours"], floor["times_floor"]) == (1.0, 1.0)
    assert ours["times_floor"] > 1 > floor["times_ours"]
    assert all(row["pages_per_s"] > 0 and row["rounds"] == 1 for row in timed["readers"])
    stages = timed["stages_ms_per_page"]
    assert list(stages) == ["decode", "parse", "family", "normalise", "subject", "serialise"]
    assert timed["dates_per_s"] > 0


def test_speed_measures_processes_and_memory(timed: dict[str, Any]) -> None:
    work = timed["processes"]
    assert (work["pages"], work["records"]) == (24, 24)  # eight archives, none of them empty
    assert [row["jobs"] for row in work["jobs"]] == [1, 2]
    assert 0 < work["record_bytes_gzip"] < work["record_bytes"]
    assert set(timed["memory"]) == {"ogpnews", "ogpnews-generic", "floor"}
    for sizes in timed["memory"].values():
        assert 0 < sizes["bare"] < sizes["loaded"] <= sizes["once"] <= sizes["peak"]
    assert timed["million"]["process_bytes"] == work["process_bytes"] > 0


def test_speed_as_tables(timed: dict[str, Any]) -> None:
    text = speed.markdown(timed)
    heads = [line[0] for line, below in zip(rows(text), rows(text)[1:], strict=False)
             if below[0] == "---"]  # fmt: skip
    assert heads == [
        "reader", "stage of ours", "memory, MiB", "`ogpnews extract --jobs`",
        "a million pages like these",
    ]  # fmt: skip
    assert all(len(line) == 7 for line in rows(text)[:5])
    assert re.search(r"The whole record takes \d+\.\d times the floor", text)
    assert text.count("Left out:") == len(PEERS)


def test_speed_refuses_an_empty_folder(laid: Path, tmp_path: Path) -> None:
    done = run("speed.py", laid, tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert "no saved pages in this folder" in done.stderr


def test_speed_refuses_pages_without_an_article(laid: Path, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<p>Halaman kosong.</p>", encoding="utf-8")
    done = run("speed.py", laid, tmp_path, "--rounds", "1", "--pages", "8")
    assert (done.returncode, done.stdout) == (1, "")
    assert "none of the pages is an article" in done.stderr


def test_slow_readers_take_fewer_rounds() -> None:
    timing = speed.Timing(reader(lambda page: page), [speed.SECONDS, speed.SECONDS])
    assert not timing.due(5)
    timing.rounds.pop()
    assert timing.due(5)
    assert not timing.due(1)


def reader(extract: Any) -> Reader:
    return Reader("peer", "1", "called somehow", extract, lambda found: {"title": found})


def test_a_page_that_a_peer_fails_on_is_an_empty_record_and_counted(laid: Path) -> None:
    def extract(page: Page) -> str:
        if "amp" in page.name:
            raise KeyError("odd markup")
        return "A title"

    found = corpus.golds(laid / "pages", laid / "notes")
    scores = quality.judge(reader(extract), found, corpus.scorer(laid / "score.py"))
    assert len(scores.pages) == len(NAMES)
    (failed,) = scores.failed
    assert failed.endswith("generic-amp.html: KeyError: 'odd markup'")
    assert scores.mean("title") == 0


def test_a_dateline_left_in_the_body_is_scored_kindly_once(laid: Path) -> None:
    name = f"{NAMES[0]}.html"
    (page, gold), *_ = [
        pair for pair in corpus.golds(laid / "pages", laid / "notes") if pair[0].name.endswith(name)
    ]
    whole = "\n\n".join([f"{gold['dateline']} {gold['body'][0]}", *gold["body"][1:]])
    peer = Reader("peer", "1", "", Mock(), Mock(return_value={"text": whole}))
    scores = quality.judge(peer, [(page, gold)], corpus.scorer(laid / "score.py"))
    assert (scores.mean("body"), scores.mean("body, dateline or not")) == (0, 1)


@pytest.mark.parametrize(
    ("time", "gold", "expected"),
    [
        ("2020-11-24T15:59:00", "2020-11-24T15:59+08:00", "2020-11-24T15:59:00+08:00"),
        ("2020-11-24 15:59:00", "2020-11-24T15:59+07:00", "2020-11-24T15:59:00+07:00"),
        ("2020-11-24T15:59:00+00:00", "2020-11-24T15:59+07:00", "2020-11-24T15:59:00+00:00"),
        ("2020-11-24", "2020-11-24T15:59+07:00", "2020-11-24"),
        ("2020-11-24T15:59:00", "2020-11-24", "2020-11-24T15:59:00"),
        ("kemarin", "2020-11-24T15:59+07:00", "kemarin"),
        ("2020-11-24T15:59:00", None, "2020-11-24T15:59:00"),
        (None, "2020-11-24T15:59+07:00", None),
    ],
)
def test_a_time_without_zone_is_read_in_the_right_one(
    time: str | None, gold: str | None, expected: str | None
) -> None:
    assert quality.lenient(time, gold) == expected


MOMENT = datetime(2024, 6, 11, 8, 20, tzinfo=UTC)
PAGE = Page("page.html", b"<p>Halaman</p>", "https://halaman.example/1")
FAKES: dict[str, tuple[dict[str, dict[str, Mock]], dict[str, Any]]] = {
    "trafilatura": (
        {"trafilatura": {"bare_extraction": Mock(return_value=Mock(
            date="2024-06-11T00:00:00", author="A; B", categories=["Desa"],
        ))}},
        {"published": "2024-06-11", "authors": ["A", "B"], "section": "Desa"},
    ),
    "newspaper4k": (
        {"newspaper": {"Article": Mock(return_value=Mock(parse=Mock(return_value=Mock(
            publish_date=MOMENT, authors=["A"], tags=None,
        ))))}},
        {"published": "2024-06-11T08:20:00+00:00", "authors": ["A"], "tags": []},
    ),
    "goose3": (
        {"goose3": {"Goose": Mock(return_value=Mock(extract=Mock(return_value=Mock(
            publish_date="2024-06-11T08:20:00+0700", publish_datetime_utc=MOMENT, authors=["A"],
        ))))}},
        {"published": "2024-06-11T08:20:00+07:00", "authors": ["A"]},
    ),
    "readability-lxml": (
        {"readability": {"Document": Mock(return_value=Mock(
            author=Mock(return_value="[no-author]"),
            summary=Mock(return_value="<div><p>Satu <b>dua</b></p>tiga<br>empat<!-- x --></div>"),
        ))}},
        {"authors": [], "text": "Satu dua\n\ntiga\n\nempat"},
    ),
    "news-please": (
        {
            "bs4": {},
            "bs4.dammit": {"EncodingDetector": Mock(find_declared_encoding=Mock(return_value=None))},
            "newsplease": {"NewsPlease": Mock(from_html=Mock(return_value=Mock(
                date_publish=MOMENT, date_modify=None, authors=["A"], maintext="Halaman",
            )))},
        },
        {"published": "2024-06-11T08:20:00+00:00", "modified": None, "text": "Halaman"},
    ),
}  # fmt: skip
"""Peer → what stands in for its library, and what of its answer goes into the record."""


@pytest.mark.parametrize("name", FAKES)
def test_what_a_peer_gives_goes_to_its_key(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    modules, expected = FAKES[name]
    for module, names in modules.items():
        monkeypatch.setitem(sys.modules, module, SimpleNamespace(**names))
    extract, record = PEERS[name].make()
    found = record(extract(PAGE))
    assert {key: found[key] for key in expected} == expected


def test_no_reader_goes_to_the_network(laid: Path) -> None:
    code = "import readers, socket; readers.quiet(); socket.create_connection(('127.0.0.1', 9))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT / "benchmarks", check=False,
        capture_output=True, text=True,
    )  # fmt: skip
    assert "benchmarks are offline" in done.stderr


def test_the_extra_installs_every_peer() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {re.split("[>=<\\[]", word)[0] for word in project["optional-dependencies"]["bench"]}
    assert asked == {maker.package for maker in PEERS.values()}


@pytest.mark.parametrize(
    ("page", "names"), [("quality.md", quality.NAMES), ("performance.md", speed.NAMES)]
)
def test_docs_show_every_reader(page: str, names: list[str]) -> None:
    name = "quality" if page == "quality.md" else "speed"
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    shown = text.partition(f"<!-- {name}: measured -->")[2].partition(f"<!-- {name}: end -->")[0]
    assert [reader for reader in names if not re.search(rf"\| {reader}\b", shown)] == []


def test_a_docs_page_without_markers_is_refused(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# Page\n", encoding="utf-8")
    with pytest.raises(CorpusError, match="no <!-- speed: measured -->"):
        report.put(page, "speed", "| a |")
