"""Item pipelines, exporter, run report: every outcome counted, every line whole."""

import errno
import json
import resource
from types import SimpleNamespace
from typing import Any

import pytest
from scrapy.exceptions import DropItem
from server import Reply, article

from ogpnews.draft import Draft
from ogpnews.drift import judge
from ogpnews.entries import Entry
from ogpnews.exporters import ExportError, JsonLines
from ogpnews.extract import Options, Source, dump, read
from ogpnews.fetched import Fetched
from ogpnews.items import Article
from ogpnews.keywords import Keywords
from ogpnews.normalise import CHAIN, normalise
from ogpnews.outcomes import FIELDS, Outcomes
from ogpnews.pipelines import ITEM_PIPELINES, STAGES, Exportable, Records, Rights
from ogpnews.runreport import OutletRun, RunReport, new_run_id
from ogpnews.state import State
from ogpnews.window import Window


class Stats(dict[str, int]):
    """Scrapy's stats, as far as pipelines use them."""

    def inc_value(self, key: str, count: int = 1) -> None:
        self[key] = self.get(key, 0) + count


def crawler(
    since: str | None = None, until: str | None = None, words: tuple[str, ...] = (), **settings: Any
) -> Any:
    spider = SimpleNamespace(
        window=Window.parse(since, until, "Asia/Jakarta"),
        state=State(),
        outlet=SimpleNamespace(expect={"published": 0.9, "modified": 0.5, "authors": 0.5}),
        keywords=Keywords(words),
    )
    return SimpleNamespace(stats=Stats(), spider=spider, settings=settings)


PASAR = "https://kabarlereng.example/daerah/pr-1/pasar"


def draft(reply: Reply, url: str = PASAR) -> Draft:
    return read(Source(url, reply.body, url, "text/html"), Options())


def finished(reply: Reply, url: str = PASAR, listed: str | None = None) -> Fetched:
    made = draft(reply, url)
    normalise(made)
    return Fetched.of(made, entry=Entry(url, listed))


def test_pipelines_are_the_chain_in_its_order():
    order = sorted(ITEM_PIPELINES, key=lambda pipeline: ITEM_PIPELINES[pipeline])
    assert [pipeline.__name__.lower() for pipeline in order[:-4]] == [
        stage.__name__ for stage in CHAIN
    ]
    assert order[-4:] == [Exportable, Outcomes, Rights, Records]


def test_stages_give_the_record_that_normalise_gives():
    made = draft(article("Pasar"))
    for pipeline in STAGES:
        assert pipeline().process_item(made) is made
    assert dump(made.article) == dump(finished(article("Pasar")).article)


def outcomes(html: str) -> dict[str, str]:
    """Field → outcome of one page."""
    made, built = finished(Reply(html.encode())), crawler()
    Outcomes(built).process_item(made)
    assert set(built.stats.values()) == {1}
    fields = [key for key in built.stats if "/fields/" in key]
    counted = [key.removeprefix("ogpnews/fields/").split("/") for key in fields]
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


def why_dropped(pipeline: Exportable, made: Fetched) -> str | None:
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
    made = finished(article("Pasar"), listed=listed)
    made.article.published = published
    assert why_dropped(Exportable(built), made) == reason


def test_undated_article_is_kept_where_no_window_is_asked():
    made = finished(article("Pasar"))
    made.article.published = None
    assert why_dropped(Exportable(crawler()), made) is None


def test_same_article_under_two_addresses_is_one():
    pipeline = Exportable(crawler())
    assert why_dropped(pipeline, finished(article("Pasar"))) is None
    again = finished(article("Pasar"), f"{PASAR}?utm_source=x")
    assert why_dropped(pipeline, again) == "duplicate"


@pytest.mark.parametrize(
    ("asked", "changed", "reason"),
    [(False, True, "duplicate"), (True, False, "unchanged"), (True, True, None)],
)
def test_what_an_earlier_run_exported_is_exported_again_only_if_asked_for_and_changed(
    asked, changed, reason
):
    built = crawler(since="2030-01-01")  # an article is looked at again in any window
    first = finished(article("Pasar")).article
    built.spider.state.export(first)
    made = finished(article("Pasar"))
    made.before = asked
    if not asked:
        built.spider.window = Window.parse(None, None, "Asia/Jakarta")
    if changed:
        made.article.text_sha256 = "f" * 64
    assert why_dropped(Exportable(built), made) == reason
    if reason is None:
        told = json.loads(dump(made.article))
        assert list(told)[-1] == "previous_text_sha256"
        assert (told["revision"], told["previous_text_sha256"]) == (2, first.text_sha256)


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


def test_a_second_record_on_a_full_disk_leaves_no_torn_line_either(tmp_path):
    """After a truncation the position of the file is beyond its end."""
    path = tmp_path / "x.jsonl"
    with JsonLines(path) as lines:
        limits = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (300, limits[1]))
        try:
            for title in ("Pasar", "Irigasi"):
                with pytest.raises(ExportError, match="too large"):
                    lines.write(Article(title=title))
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert path.read_bytes() == b""


def test_fields_that_the_outlet_expects_are_counted_as_they_stand_in_the_record():
    built = crawler()
    for made in (finished(article("Pasar")), finished(article("Irigasi"))):
        Outcomes(built).process_item(made)
    present = {key: value for key, value in built.stats.items() if "/present/" in key}
    assert present == {"ogpnews/present/published": 2, "ogpnews/present/authors": 2}
    assert OutletRun.of(built.stats, None).present == {"published": 2, "authors": 2}


def test_folder_that_cannot_be_written(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(ExportError, match="file"):
        JsonLines(tmp_path / "file" / "x.jsonl").write(Article())


# Run report


def run(**stats: Any) -> OutletRun:
    return OutletRun.of({f"ogpnews/{key}": value for key, value in stats.items()}, None)


def drifted(**stats: Any) -> OutletRun:
    made = run(**stats)
    made.drift = judge({"published": 0.9}, {}, 5)
    return made


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
        ([run(discovered=3, **{"skipped/known from an earlier run": 3})], [], 0, "complete"),
        ([run(discovered=3, **{"skipped/known from an earlier run": 2})], [], 3, "nothing fetched"),
        ([run(pages_read=3)], [], 130, "interrupted"),
        ([run()], [], 143, "interrupted"),  # before anything else
        ([drifted(pages_read=0)], [], 3, "nothing fetched"),
        ([drifted(pages_read=3, **{"failed/timeout": 1})], ["damaged"], 4, "drift"),
    ],
)
def test_exit_status(runs, problems, status, state):
    report = RunReport(new_run_id(), [], "2026-11-23T00:00:00Z", problems=problems)
    report.outlets = {str(number): outlet for number, outlet in enumerate(runs)}
    assert report.finish(status - 128 if status > 128 else None) == status
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
    again = RunReport.read(tmp_path / "r.json")
    assert again == report


def test_run_ids_differ_and_sort_by_time():
    ids = {new_run_id() for _ in range(50)}
    assert len(ids) == 50
    assert all(len(name) == 23 for name in ids)
