"""Item pipelines, exporter, run report: every outcome counted, every line whole."""

import errno
import json
from types import SimpleNamespace
from typing import Any

import pytest
from scrapy.exceptions import DropItem
from server import Reply, article

from ogpnews.exporters import ExportError, JsonLines
from ogpnews.extract import Options, Source, dump, read
from ogpnews.frontier import Window
from ogpnews.items import Article
from ogpnews.keywords import Keywords
from ogpnews.normalise import CHAIN, Draft, normalise
from ogpnews.pipelines import FIELDS, ITEM_PIPELINES, STAGES, Exportable, Outcomes, Records
from ogpnews.runreport import OutletRun, RunReport, new_run_id


class Stats(dict[str, int]):
    """Scrapy's stats, as far as pipelines use them."""

    def inc_value(self, key: str, count: int = 1) -> None:
        self[key] = self.get(key, 0) + count


def crawler(
    since: str | None = None, until: str | None = None, words: tuple[str, ...] = (), **settings: Any
) -> Any:
    spider = SimpleNamespace(
        window=Window.parse(since, until, "Asia/Jakarta"), listed={}, keywords=Keywords(words)
    )
    return SimpleNamespace(stats=Stats(), spider=spider, settings=settings)


def draft(reply: Reply, url: str = "https://kabarlereng.example/daerah/pr-1/pasar") -> Draft:
    return read(Source(url, reply.body, url, "text/html"), Options())


def finished(reply: Reply, url: str = "https://kabarlereng.example/daerah/pr-1/pasar") -> Draft:
    made = draft(reply, url)
    normalise(made)
    return made


def test_pipelines_are_the_chain_in_its_order():
    order = sorted(ITEM_PIPELINES, key=lambda pipeline: ITEM_PIPELINES[pipeline])
    assert [pipeline.__name__.lower() for pipeline in order[:-3]] == [
        stage.__name__ for stage in CHAIN
    ]
    assert order[-3:] == [Exportable, Outcomes, Records]


def test_stages_give_the_record_that_normalise_gives():
    made = draft(article("Pasar"))
    for pipeline in STAGES:
        assert pipeline().process_item(made) is made
    assert dump(made.article) == dump(finished(article("Pasar")).article)


def outcomes(html: str) -> dict[str, str]:
    """Field → outcome of one page."""
    made, built = finished(Reply(html.encode())), crawler()
    Outcomes(built).process_item(made)
    counted = [key.removeprefix("ogpnews/fields/").split("/") for key in built.stats]
    assert set(built.stats.values()) == {1}
    return dict(counted)  # type: ignore[arg-type]


def test_every_field_has_one_outcome():
    whole = article("Pasar").body.decode()
    assert set(outcomes(whole)) == set(FIELDS)
    assert outcomes(whole)["published"] == "ok"
    assert outcomes(whole)["credits"] == "ok"
    assert outcomes(whole)["modified"] == "missing"


def test_a_date_that_cannot_be_read_is_unparsed_and_not_missing():
    whole = article("Pasar", "Anggara Kasih, 99 Sasih Kapat").body.decode()
    assert outcomes(whole)["published"] == "unparsed"
    assert outcomes(whole)["title"] == "ok"


def why_dropped(pipeline: Exportable, made: Draft) -> str | None:
    try:
        pipeline.process_item(made)
    except DropItem as dropped:
        return str(dropped)
    return None


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({}, None),
        ({"kind": "listing"}, "kind listing"),
        ({"title": ""}, "no headline"),
        ({"text": ""}, "no body"),
        ({"text": "", "kind": "gallery"}, None),
    ],
)
def test_what_is_exportable(change, reason):
    made = finished(article("Pasar"))
    for name, value in change.items():
        setattr(made.article, name, value)
    assert why_dropped(Exportable(crawler()), made) == reason


@pytest.mark.parametrize(
    ("published", "listed", "reason"),
    [
        ("2026-11-22T00:10:00+07:00", None, None),
        ("2026-11-21T23:50:00+07:00", None, "outside the window"),
        ("2026-11-22", None, None),
        (None, "2026-11-22T10:00:00Z", None),
        (None, None, "undated"),
    ],
)
def test_window_after_extraction(published, listed, reason):
    built = crawler(since="2026-11-22", until="2026-11-22")
    made = finished(article("Pasar"))
    made.article.published = published
    if listed:
        built.spider.listed[made.fetched_url] = listed
    assert why_dropped(Exportable(built), made) == reason


def test_undated_article_is_kept_where_no_window_is_asked():
    made = finished(article("Pasar"))
    made.article.published = None
    assert why_dropped(Exportable(crawler()), made) is None


def test_same_article_under_two_addresses_is_one():
    pipeline = Exportable(crawler())
    url = "https://kabarlereng.example/daerah/pr-1/pasar"
    assert why_dropped(pipeline, finished(article("Pasar"), url)) is None
    assert why_dropped(pipeline, finished(article("Pasar"), f"{url}?utm_source=x")) == "duplicate"


# Exporter


def test_lines_are_whole_and_on_disk_at_once(tmp_path):
    path = tmp_path / "a" / "b.jsonl"
    with JsonLines(path) as lines:
        assert not path.exists()
        for number in (1, 2):
            lines.write(Article(title=f"Pasar “{number}”\u2028é"))
            assert len(path.read_bytes().split(b"\n")) == number + 1
    records = [json.loads(line) for line in path.read_bytes().split(b"\n")[:-1]]
    assert [record["title"] for record in records] == ["Pasar “1”\u2028é", "Pasar “2”\u2028é"]
    assert "é".encode() in path.read_bytes()
    assert list(records[0])[:4] == ["schema_version", "revision", "id", "url"]


def test_disk_full_leaves_no_torn_line(tmp_path):
    class Full:
        """Takes ten bytes of the second line and then nothing more."""

        def __init__(self, file: Any) -> None:
            self.file, self.left = file, 10

        def write(self, data: Any) -> int:
            if not self.left:
                raise OSError(errno.ENOSPC, "No space left on device")
            count = self.file.write(bytes(data[: self.left]))
            self.left -= count
            return int(count)

        def __getattr__(self, name: str) -> Any:
            return getattr(self.file, name)

    path = tmp_path / "x.jsonl"
    with JsonLines(path) as lines:
        lines.write(Article(title="Pasar"))
        whole = path.read_bytes()
        lines._file = Full(lines._file)  # type: ignore[assignment]
        with pytest.raises(ExportError, match=r"x\.jsonl: No space left"):
            lines.write(Article(title="Irigasi"))
    assert path.read_bytes() == whole


def test_folder_that_cannot_be_written(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(ExportError, match="file"):
        JsonLines(tmp_path / "file" / "x.jsonl").write(Article())


# Run report


def run(**stats: Any) -> OutletRun:
    return OutletRun.of({f"ogpnews/{key}": value for key, value in stats.items()}, None)


@pytest.mark.parametrize(
    ("runs", "problems", "status", "state"),
    [
        ([run(pages_read=3)], [], 0, "complete"),
        ([run(pages_read=3), run()], [], 0, "complete"),
        ([run(pages_read=3)], ["x.warc.gz: truncated"], 1, "partial"),
        ([run(pages_read=3, **{"failed/timeout": 1})], [], 1, "partial"),
        ([run(pages_read=3, **{"skipped/duplicate": 1})], [], 0, "complete"),
        ([run()], [], 3, "nothing fetched"),
        ([], [], 3, "nothing fetched"),
        ([OutletRun(pages_read=3, finish="shutdown")], [], 130, "interrupted"),
    ],
)
def test_exit_status(runs, problems, status, state):
    report = RunReport(new_run_id(), [], "2026-11-23T00:00:00Z", problems=problems)
    report.outlets = {str(number): outlet for number, outlet in enumerate(runs)}
    assert report.finish() == status
    assert (report.exit_status, report.state) == (status, state)


def test_report_from_stats(tmp_path):
    outlet = run(
        discovered=5,
        exported=2,
        **{"skipped/duplicate": 1, "failed/HTTP 404": 2, "fields/title/ok": 3},
    )
    assert outlet.numbers() == (5, 0, 2, 1, 2, 0)
    assert outlet.fields == {"title": {"ok": 3, "missing": 0, "unparsed": 0}}
    report = RunReport(
        "r", [], "2026-11-23T00:00:00Z", outlets={"a": outlet, "b": run(discovered=1)}
    )
    report.write(tmp_path / "r.json")
    said = json.loads((tmp_path / "r.json").read_text())
    assert said["state"] == "running"
    assert said["outlets"]["a"]["failed"] == {"HTTP 404": 2}
    assert [path.name for path in tmp_path.iterdir()] == ["r.json"]
    assert [line.split() for line in report.table()[-4:]] == [
        ["b", "1", "0", "0", "0", "0", "0"],
        ["total", "6", "0", "2", "1", "2", "0"],
        ["skipped:", "duplicate", "1"],
        ["failed:", "HTTP", "404", "2"],
    ]


def test_run_ids_differ_and_sort_by_time():
    ids = {new_run_id() for _ in range(50)}
    assert len(ids) == 50
    assert all(len(name) == 23 for name in ids)
