"""`ogpnews withdraw`: an article goes out of every file, and stays out."""

import gzip
import json
from pathlib import Path

import pytest
from recordsets import RUN, article, dataset, record_lines, reported

import ogpnews
from ogpnews import cli
from ogpnews.errors import OgpnewsError, UsageError
from ogpnews.folder import compression, tombstones, withdrawal
from ogpnews.items import Revision
from ogpnews.lock import Lock
from ogpnews.recovery import honour
from ogpnews.state import State

LATER = "20261121T010000Z-bbbbbb"
ONE, TWO = article(1), article(2)
MOBILE = "https://m.kabarlereng.example/pr-1"
AMP = "https://kabarlereng.example/amp/pr-1"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Two articles in a packed file; a second revision and a third article in a plain one."""
    first = article(1, fetched_url=MOBILE)
    compression.pack(reported(dataset(tmp_path, [first, TWO])))
    again = Revision.of(article(1, fetched_url=AMP, text="Isi yang lain sama sekali."), 2, "0" * 64)
    dataset(tmp_path, [again, article(3, outlet="lereng")], LATER)
    rows = [{"id": made.id, "cluster": 7} for made in (ONE, TWO, article(3))]
    (tmp_path / "copies.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    assert cli.main(["describe", str(tmp_path), "--contact", "a@example.org"]) == 0
    return tmp_path


def withdraw(out: Path, *words: str) -> int:
    return cli.main(["withdraw", str(out), *words, "--reason", "asked for"])


def holds(out: Path, text: str) -> list[str]:
    """Files in which a text stands."""
    packed = b"".join(record_lines(out))
    return ["articles"] * (text.encode() in packed) + [
        path.name
        for path in out.rglob("*")
        if path.is_file() and text.encode() in path.read_bytes()
    ]


@pytest.mark.parametrize(
    "named", [ONE.id, ONE.url, f"{ONE.url}?utm_source=x", AMP, f"http{str(ONE.url)[5:]}#atas"]
)
def test_all_revisions_go_and_a_tombstone_stays(out, capsys, named):
    capsys.readouterr()
    assert withdraw(out, named) == 0
    said = capsys.readouterr().out
    assert "records taken out: 2, of 2 files" in said
    assert f"near-copies that stay: {TWO.id}, {article(3).id}" in said
    assert len(record_lines(out)) == 2
    (row,) = tombstones.rows(out)
    assert tuple(row) == tombstones.KEYS
    assert (row["id"], row["url"], row["outlet"]) == (ONE.id, ONE.url, "lereng")
    assert (row["addresses"], row["reason"]) == ([AMP, MOBILE], "asked for")
    for text in (ONE.title, "pasar nomor 1.", "Isi yang lain"):
        assert holds(out, text) == []
    assert holds(out, ONE.id) == ["withdrawn.jsonl"]
    assert [record["id"] for record in ogpnews.read(out)] == [article(3).id, TWO.id]
    assert cli.main(["verify", str(out)]) == 0


def test_again_and_listed(out, capsys):
    assert withdraw(out, ONE.id, TWO.id) == 0
    assert not (out / "articles/lereng" / f"{RUN}.jsonl.gz").exists()  # nothing was left in it
    assert withdraw(out, str(ONE.url)) == 0
    assert len(tombstones.rows(out)) == 2
    capsys.readouterr()
    assert cli.main(["withdraw", str(out), "--list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[1] for line in lines] == [ONE.id, TWO.id]
    assert all(line.endswith("asked for") for line in lines)


@pytest.mark.parametrize("step", ["tombstones.add", "_without", "_copies"])
def test_a_kill_in_the_middle_leaves_it_withdrawn_and_a_repeat_finishes(out, monkeypatch, step):
    place, _, name = step.rpartition(".")
    target = getattr(withdrawal, place) if place else withdrawal

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(target, name, killed)
    assert withdraw(out, ONE.id) == 130
    seen = {record["id"] for record in ogpnews.read(out)}
    assert (ONE.id in seen) == (step == "tombstones.add")
    monkeypatch.undo()
    assert withdraw(out, TWO.id if step == "_without" else ONE.id) == 0
    assert holds(out, ONE.title) == []
    assert cli.main(["verify", str(out)]) == 0


def test_what_a_killed_packing_left_goes_too(out):
    packed = out / "articles/lereng" / f"{RUN}.jsonl.gz"
    plain = packed.with_suffix("")
    plain.write_bytes(b"".join(line for line in record_lines(out) if TWO.id.encode() in line))
    packed.with_name(f"{packed.name}.part").write_text(f"half of {TWO.title}")
    with pytest.raises(OgpnewsError, match="other records"):
        withdrawal.withdraw(out, [TWO.id], "x")
    plain.unlink()
    assert withdraw(out, TWO.id) == 0
    assert holds(out, TWO.title) == []


def test_nothing_is_changed_where_one_is_unknown(out, capsys):
    before = record_lines(out)
    assert withdraw(out, ONE.id, "https://kabarlereng.example/tidak-ada") == 2
    assert "tidak-ada: no such article" in capsys.readouterr().err
    assert (record_lines(out), tombstones.rows(out)) == (before, [])


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ([], "which articles?"),
        ([ONE.id], "--reason is missing"),
        ([ONE.id, "--reason", " "], "--rea"),
    ],
)
def test_bad_arguments(out, capsys, words, says):
    assert cli.main(["withdraw", str(out), *words]) == 2
    assert says in capsys.readouterr().err


def test_a_crawl_at_work_is_not_disturbed(out, capsys):
    with Lock(out, ["ogpnews", "crawl"], "2026-11-21T01:00:00Z"):
        assert withdraw(out, ONE.id) == 75
    assert len(record_lines(out)) == 4


def test_a_torn_half_of_the_article_goes_too(out):
    path = out / "articles/lereng" / f"{LATER}.jsonl"
    half = next(line for line in record_lines(out) if ONE.id.encode() in line)[:-20]
    path.write_bytes(path.read_bytes() + half)
    assert withdraw(out, ONE.id) == 0
    assert holds(out, ONE.title) == []


def test_a_damaged_line_does_not_keep_others_from_being_withdrawn(out):
    path = out / "articles/lereng" / f"{LATER}.jsonl"
    odd = json.loads(path.read_bytes().splitlines()[-1])
    with path.open("ab") as file:
        for damage in ({"id": []}, {"id": None}, {"url": 5}, {"fetched_url": {}}):
            file.write(json.dumps({**odd, **damage}).encode() + b"\n")
    withdraw(out, str(ONE.url))
    assert holds(out, ONE.title) == []


@pytest.mark.parametrize("ids", [[ONE.id], [ONE.id, TWO.id]])
def test_where_a_link_leads_to_it_is_gone_too(out, tmp_path_factory, ids):
    path = out / "articles/lereng" / f"{RUN}.jsonl.gz"
    elsewhere = tmp_path_factory.mktemp("disk") / "old.gz"
    path.rename(elsewhere)
    path.symlink_to(elsewhere)
    assert withdraw(out, *ids) == 0
    assert path.is_symlink() == elsewhere.exists() == (len(ids) == 1)
    assert not elsewhere.exists() or ONE.id.encode() not in gzip.decompress(elsewhere.read_bytes())
    assert cli.main(["verify", str(out)]) == 0


def test_what_may_still_hold_it_is_named(out, capsys):
    (out / "exports").mkdir()
    (out / "exports/all.csv").touch()
    beside = out / "articles/lereng/kept.jsonl.bak"
    beside.touch()
    (out / "copies.index").touch()
    archive = out.parent / "pages.warc.gz"
    archive.touch()
    reported(out, LATER, archives=[str(archive), "gone.warc.gz"])
    assert withdraw(out, ONE.id) == 0
    said = capsys.readouterr().out
    assert f"  {out / 'exports/all.csv'}\n" in said
    assert f"  {archive}\n" in said
    assert "gone.warc.gz" not in said
    assert f"  {beside}\n" in said
    assert not [name for name in ("manifest.json", "copies.index") if name in said]


def test_reading_of_some_outlets_and_of_all_revisions(out):
    dataset(out, [article(9, outlet="puncak")], LATER)
    assert len(list(ogpnews.read(out, outlets=["lereng"]))) == 3
    assert [record["revision"] for record in ogpnews.read(out, latest=False)].count(2) == 1
    assert len(list(ogpnews.read(str(out), latest=False))) == 5
    with pytest.raises(UsageError, match=r"no records of puncka; .* lereng, puncak"):
        ogpnews.read(out, outlets=["puncka"])
    with pytest.raises(UsageError, match="no dataset"):
        ogpnews.read(out / "articles")


@pytest.mark.parametrize("line", ["x", "[]", "{}", '{"id": 1}', '{"id": "a", "url": null}'])
def test_a_damaged_list_is_named_and_nothing_is_done(out, capsys, line):
    (out / "withdrawn.jsonl").write_text(f"{line}\n")
    assert withdraw(out, ONE.id) == 1
    assert cli.main(["withdraw", str(out), "--list"]) == 1
    said = capsys.readouterr().err
    assert said.count("withdrawn.jsonl: line 1 is no ") == 2
    assert "Traceback" not in said
    with State() as state, pytest.raises(OgpnewsError, match="line 1 is no "):
        honour(state, out)
