"""The crawl as cron runs it: exit statuses, silence, problems, drift, bad situations."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from crawling import ENVIRONMENT, REPOSITORY, Crawled, catalogue, crawl, news_site, ogpnews
from recordsets import record_lines
from server import Reply, Site, article

from ogpnews import runreport
from ogpnews.errors import UsageError

DOC = (REPOSITORY / "docs" / "cron.md").read_text(encoding="utf-8")


@pytest.fixture
def site() -> Iterator[Site]:
    """Sitemap index, feed, listing of two pages, seven articles."""
    with Site() as built:
        yield news_site(built)


def whole(site: Site) -> Site:
    """The site without its dead link: a crawl of it is complete."""
    site.pages["/daerah/pr-15/hilang-sudah"] = article("Hilang")
    return site


# As the docs say


def documented(name: str) -> str:
    """The first code block of the docs in a language."""
    found = re.search(rf"^```{name}\n(.*?)^```", DOC, re.DOTALL | re.MULTILINE)
    assert found, name
    return found[1]


def program(folder: Path) -> Path:
    """`ogpnews` as an installation has it, of this checkout."""
    path = folder / "bin with a space" / "ogpnews"
    path.parent.mkdir()
    path.write_text(
        f"#!{sys.executable}\nimport sys\nsys.path.insert(0, {str(REPOSITORY)!r})\n"
        "from ogpnews.cli import main\nsys.exit(main())\n",
        encoding="utf-8",
    )
    path.chmod(0o755)
    return path


def as_cron(line: str, home: Path, told: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """No terminal, no input, the four variables that cron sets, and those of the crontab."""
    bare = {"HOME": str(home), "LOGNAME": "ogp", "PATH": "/usr/bin:/bin", "SHELL": "/bin/sh"}
    bare |= told
    return subprocess.run(
        ["/bin/sh", "-c", line], env=bare, cwd=home, stdin=subprocess.DEVNULL,
        capture_output=True, text=True, timeout=120, check=False, start_new_session=True,
    )  # fmt: skip


def test_the_crontab_line_of_the_docs(tmp_path, site):
    *settings, line = documented("crontab").splitlines()
    told = dict(setting.split("=", 1) for setting in settings)
    schedule = re.match(r"[\d*]+ [\d*]+ [\d*]+ [\d*]+ [\d*]+ +", line)
    assert schedule
    assert "%" not in line  # cron would make a new line of it
    out, folder = tmp_path / "out", catalogue(tmp_path / "catalogue", whole(site))
    command = line[schedule.end() :]
    for shown, real in (
        ("/opt/ogpnews/.venv/bin/ogpnews", f"'{program(tmp_path)}'"),
        ("/srv/ogpnews/jateng", str(out)),
        ("--quiet", f"--quiet --catalogue {folder}"),
    ):
        assert command.count(shown) == 1
        command = command.replace(shown, real)
    for _ in range(2):
        done = as_cron(command, tmp_path, told)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    crawled = Crawled(done, out)
    assert {record["title"].split()[1] for record in crawled.records} >= {"Pasar", "Irigasi"}
    assert len(list(out.glob("runs/*.json"))) == 2
    assert crawled.report["state"] == "complete"


@pytest.mark.parametrize(
    ("status", "mailed"), [(0, False), (1, True), (3, True), (4, True), (75, False), (143, False)]
)
def test_the_wrapper_of_the_docs_mails_by_exit_status(tmp_path, status, mailed):
    wrapper = next(
        block for block in re.findall(r"^```sh\n(.*?)^```", DOC, re.DOTALL | re.MULTILINE)
        if block.startswith("#!/bin/sh")
    )  # fmt: skip
    fakes = {
        "ogpnews": f'#!/bin/sh\necho "ogpnews: $1: what" >&2\nexit {status}\n',
        "mail": f"#!/bin/sh\ncat >> {tmp_path}/mailed\n",
    }
    for name, text in fakes.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    wrapper = wrapper.replace("/opt/ogpnews/.venv/bin/ogpnews", f"{tmp_path}/ogpnews")
    (tmp_path / "wrapper").write_text(wrapper.replace("| mail ", f"| {tmp_path}/mail "))
    done = as_cron(f"sh {tmp_path}/wrapper crawl", tmp_path, {})
    assert (done.returncode, done.stdout, done.stderr) == (status, "", "")
    assert (tmp_path / "mailed").exists() == mailed
    if mailed:
        assert (tmp_path / "mailed").read_text(encoding="utf-8") == "ogpnews: crawl: what\n"


def test_docs_and_help_name_the_same_exit_statuses():
    table = set(
        map(int, re.findall(r"\d+", " ".join(re.findall(r"^\| ([\d, ]+) \|", DOC, re.MULTILINE))))
    )
    said = ogpnews("crawl", "--help").stdout.partition("Exit status")[2]
    assert table == {0, 1, 2, 3, 4, 75, 130, 143}
    assert all(re.search(rf"\b{number}\b", said) for number in table)


# Exit statuses and what is said


def test_quiet_says_one_line_a_problem(tmp_path, site):
    site.pages["/feed"] = Reply(
        b"<rss><channel>"
        + b"".join(
            f"<item><link>{site.url}/daerah/pr-{number}/hilang</link></item>".encode()
            for number in (20, 21, 22)
        )
        + b"</channel></rss>",
        "application/xml",
    )
    done = crawl(tmp_path, site, "--quiet")
    assert (done.status, done.stdout) == (1, "")
    (line,) = done.stderr.splitlines()
    assert re.fullmatch(
        rf"ogpnews: lereng: HTTP 404 \(3 times\): {site.url}/daerah/pr-2[012]/hilang", line
    )
    assert done.outlet["problems"][0]["count"] == 3


def test_without_quiet_there_is_a_table(tmp_path, site):
    done = crawl(tmp_path, site, "--limit", 1)
    assert done.stdout.startswith("outlet")
    assert re.search(r"^(complete|partial): .*/runs/.*\.json$", done.stdout, re.MULTILINE)
    assert "\r" not in done.stderr  # no progress where there is no terminal


@pytest.mark.parametrize(
    ("expect", "status"),
    [("published = 0.9\ntext = 1", 0), ("modified = 0.5", 4), ("published = 1\nauthors = 0.2", 0)],
)
def test_drift(tmp_path, site, expect, status):
    folder = catalogue(tmp_path / "catalogue", whole(site))
    with (folder / "lereng.toml").open("a", encoding="utf-8") as file:
        file.write(f"[expect]\n{expect}\n")
    out = tmp_path / "out"
    done = Crawled(ogpnews("crawl", "--quiet", "--catalogue", folder, "-o", out), out)
    assert done.status == done.report["exit_status"] == status
    assert done.report["state"] == ("drift" if status else "complete")
    if status:
        articles = done.outlet["exported"]
        assert done.stderr == (
            f"ogpnews: lereng: drift: modified in 0 of {articles} articles (0 %), expected in 50 %\n"
        )
        assert done.outlet["drift"] == [
            {"field": "modified", "expected": 0.5, "present": 0, "articles": articles}
        ]


def test_drift_is_not_judged_by_a_handful(tmp_path, site):
    folder = catalogue(tmp_path / "catalogue", whole(site))
    with (folder / "lereng.toml").open("a", encoding="utf-8") as file:
        file.write("[expect]\nmodified = 0.5\n")
    done = ogpnews("crawl", "--quiet", "--limit", 4, "--catalogue", folder, "-o", tmp_path / "out")
    assert (done.returncode, done.stderr) == (0, "")


def test_nothing_fetched_comes_before_all_else(tmp_path):
    with Site() as site:
        done = crawl(tmp_path, site, "--quiet", discover='feeds = ["/feed"]')
    assert done.status == 3
    assert done.report["state"] == "nothing fetched"
    assert done.stderr == f"ogpnews: lereng: HTTP 404: {site.url}/feed\n"


def test_a_second_run_ends_at_once_and_says_who_is_at_work(tmp_path, site):
    folder, out = catalogue(tmp_path / "catalogue", site, delay="0.5"), tmp_path / "out"
    command = ["crawl", "--quiet", "--catalogue", str(folder), "-o", str(out)]
    first = subprocess.Popen([sys.executable, "-m", "ogpnews.cli", *command], env=ENVIRONMENT)
    try:
        while not list(out.glob("runs/*.json")):
            assert first.poll() is None
            time.sleep(0.02)
        second = ogpnews(*command)
        assert second.returncode == 75
        assert second.stdout == ""
        (line,) = second.stderr.splitlines()
        assert f"pid {first.pid} on " in line
        assert "since 20" in line
        assert len(list(out.glob("runs/*.json"))) == 1
        first.send_signal(signal.SIGKILL)
        first.wait()
        assert ogpnews("runs", out).stdout.split()[-1] == "killed"
        third = ogpnews(*command, "--limit", 1)
        assert third.returncode in (0, 1)
    finally:
        first.kill()
        first.wait()


# The log


def test_each_line_of_the_log_has_time_level_and_outlet(tmp_path, site):
    for _ in range(2):
        crawl(tmp_path, site, "--limit", 1)
    lines = (tmp_path / "out/log/crawl.log").read_text(encoding="utf-8").splitlines()
    shape = re.compile(
        r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ (DEBUG|INFO|WARNING|ERROR) (-|lereng) \S+: "
    )
    assert [line for line in lines if not shape.match(line)] == []
    assert sum(" lereng scrapy.core.engine: Spider opened" in line for line in lines) == 2
    assert sum("exit status" in line for line in lines) == 2  # both runs, each line once


def test_log_level(tmp_path, site):
    crawl(tmp_path, site, "--limit", 1, "--log-level", "DEBUG")
    debug = (tmp_path / "out/log/crawl.log").read_text(encoding="utf-8")
    assert " DEBUG lereng scrapy.core.engine: Crawled (200)" in debug
    assert ogpnews("crawl", "--log-level", "LOUD", "-o", "x").returncode == 2


# Bad situations


def small_files(*arguments: object, blocks: int) -> subprocess.CompletedProcess[str]:
    """The command where no file may grow beyond some blocks of 512 bytes: a disk that is full."""
    return subprocess.run(
        ["/bin/sh", "-c", f'ulimit -f {blocks}; exec "$@"', "sh",
         sys.executable, "-m", "ogpnews.cli", *map(str, arguments)],
        capture_output=True, text=True, timeout=60, env=ENVIRONMENT, check=False,
    )  # fmt: skip


SAMPLE = ("--catalogue", "data/sample/catalogue", "--replay", "data/sample/sample.warc.gz")


def replayed(out: Path, blocks: int) -> subprocess.CompletedProcess[str]:
    words = [REPOSITORY / word if "/" in word else word for word in SAMPLE]
    return small_files("crawl", "-o", out, "--quiet", *words, blocks=blocks)


def test_a_full_disk_at_the_start(tmp_path):
    done = replayed(tmp_path / "out", 0)
    (line,) = done.stderr.splitlines()
    assert done.returncode == 2
    assert re.fullmatch(r"ogpnews: .*/runs/\S+\.json: cannot be written \(.+\); make room .*", line)
    assert list((tmp_path / "out/runs").iterdir()) == []


def test_a_full_disk_later_on(tmp_path):
    done = replayed(tmp_path / "out", 3)  # enough for the first report, and not for the state
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "state.sqlite: disk I/O error" in done.stderr
    (path,) = (tmp_path / "out/runs").iterdir()
    report = json.loads(path.read_text(encoding="utf-8"))
    assert report["state"] != "running"
    assert report["exit_status"] == 1
    assert all(line.endswith(b"\n") for line in record_lines(tmp_path / "out"))


def test_an_unexpected_error_is_in_the_log_and_one_line_says_so(tmp_path, site):
    folder, out = catalogue(tmp_path / "catalogue", site), tmp_path / "out"
    code = "import sys; from ogpnews import cli, crawl; crawl._by_host = None; sys.exit(cli.main())"
    command = [sys.executable, "-c", code, "crawl", "--catalogue", folder, "-o", out]
    ended = subprocess.run(command, capture_output=True, text=True, env=ENVIRONMENT, check=False)
    done = Crawled(ended, out)
    assert done.status == 1
    assert done.report["state"] == "failed"
    assert done.report["ended"]
    line = done.stderr.splitlines()[0]
    assert "TypeError" in line
    assert "log/crawl.log" in line
    assert "Traceback" not in done.stderr
    assert "Traceback" in (tmp_path / "out/log/crawl.log").read_text(encoding="utf-8")
    assert site.asked == []


@pytest.mark.parametrize(
    "out", ["{file}", "{file}/below", "/proc/nobody/writes/here", "{taken}"], ids=range(4)
)
def test_an_output_folder_that_is_none(tmp_path, site, out):
    (tmp_path / "file").touch()
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken/log").touch()
    folder = catalogue(tmp_path / "catalogue", site)
    where = out.format(file=tmp_path / "file", taken=tmp_path / "taken")
    done = ogpnews("crawl", "--quiet", "--catalogue", folder, "-o", where)
    assert (done.returncode, done.stdout, site.asked) == (2, "", [])
    assert done.stderr.count("\n") == 1
    assert where.removesuffix("/below") in done.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_without_permission(tmp_path, site):
    (tmp_path / "out").mkdir(mode=0o500)
    done = crawl(tmp_path, site)
    assert done.status == 2
    assert "cannot be written" in done.stderr


def test_a_broken_catalogue(tmp_path, site):
    folder = catalogue(tmp_path / "catalogue", site, family='"no such family!"')
    done = ogpnews("crawl", "--quiet", "--catalogue", folder, "-o", tmp_path / "out")
    assert (done.returncode, done.stdout, site.asked) == (2, "", [])
    assert "lereng.toml: family" in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_clock_that_was_never_set(monkeypatch):
    class Early(runreport.datetime):
        @classmethod
        def now(cls, tz: Any = None) -> Any:
            return cls(1970, 1, 1, 0, 3, tzinfo=tz)

    runreport.check_clock()
    monkeypatch.setattr(runreport, "datetime", Early)
    with pytest.raises(UsageError, match="1970-01-01"):
        runreport.check_clock()
