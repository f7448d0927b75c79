"""Pages made to hurt: time and memory grow with the page, and no faster."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import hostile
import pytest

from ogpnews.extract import Options, Result, Source, attempt

ROOT = Path(__file__).resolve().parents[1]
ADDRESS = "https://kabar.example/berita/warga-perbaiki-jembatan"
SMALL = 60_000
SLACK = 0.05
"""Seconds of CPU time: what a busy machine may add, and a small page's fixed costs."""
MEGABYTES = 4
MEMORY = {"": 20, "tree": 60, "row": 45, "named": 45, "line": 45}
"""Bytes of memory for a byte of the page: what has a few bytes an element needs a node for each."""


def read(page: str, url: str = ADDRESS, *, text: bool = False) -> tuple[Result, float]:
    """What `extract` says of a page, and the CPU time that it took."""
    body = page.encode("utf-8", "surrogatepass")
    start = time.process_time()
    result = attempt(Source("x", body, url, text=text), Options())
    return result, time.process_time() - start


def fault(result: Result) -> str:
    """What must never be said."""
    return result.problem if result.problem and "internal error" in result.problem else ""


@pytest.fixture(scope="module", autouse=True)
def warm() -> None:
    """Outlets, vocabulary and patterns are read once, and not on a page's account."""
    for text in (False, True):
        assert read(hostile.inside("<p>Baca juga: <a href=/a>Jalan</a></p>"), text=text)


def grows_with(make: hostile.Maker, *, text: bool = False) -> bool:
    """True where a page of double size takes double the time; a disturbed measurement is repeated."""
    for _ in range(4):
        (first, once), (second, twice) = (
            read(make(size), text=text) for size in (SMALL, 2 * SMALL)
        )
        assert fault(first) == fault(second) == ""
        if twice <= 2.6 * once + SLACK:
            return True
    return False


@pytest.mark.parametrize("name", hostile.ALL)
def test_time_grows_with_the_page(name: str) -> None:
    assert grows_with(hostile.ALL[name])


@pytest.mark.parametrize("name", hostile.LINES)
def test_time_grows_with_a_text_dump(name: str) -> None:
    assert grows_with(hostile.LINES[name], text=True)


@pytest.mark.parametrize("piece", ["a", "1", "a-", "/", "%20", "?", "&a=b", "2024/05/08/"])
def test_time_grows_with_the_address(piece: str) -> None:
    page = hostile.inside("")
    times = []
    for size in (SMALL, 2 * SMALL):
        result, took = read(page, ADDRESS + hostile.fill(piece, size))
        assert fault(result) == ""
        times.append(took)
    assert times[1] <= 2.6 * times[0] + SLACK


WHOLE = {
    "a million br": "<br>" * 1_000_000,
    "an attribute of 15 MB": f'<p title="{"a" * 15_000_000}">Warga</p>',
    "a paragraph of 5 MB": f"<p>{'Warga desa memperbaiki jalan. ' * 166_000}</p>",
    "a megabyte without a space": f"<p>{'kabupaten' * 111_000}</p>",
    "a hundred thousand nested tags": "<div><b>" * 100_000,
    "Baca juga": "<p>Baca juga: " * 100_000,
    "Editor": f"<p>{'Editor: ' * 100_000}</p>",
    "spaces": f"<p>Ditulis{' ' * 100_000}8 Mei 2024</p>",
    "attributes": f"<p {' '.join(f'a{n}' for n in range(300_000))}>",
    "quoted attributes": "<p " + " ".join(f"a{n}='b>'" for n in range(300_000)) + ">",
}


@pytest.mark.parametrize("name", WHOLE)
def test_the_biggest_take_seconds(name: str) -> None:
    result, took = read(hostile.inside(WHOLE[name]))
    assert fault(result) == ""
    assert took < 20


def test_an_attribute_of_20_mb_is_over_the_limit() -> None:
    result, took = read(hostile.inside(f'<p title="{"a" * 20_000_000}">'))
    assert "pages over" in (result.problem or "")
    assert took < 1


MEASURE = """
import json, sys
import hostile, memory, test_hostile
test_hostile.read(hostile.inside(""))
page = hostile.ALL[sys.argv[1]](int(sys.argv[2]))
before = memory.peak()
result, _ = test_hostile.read(page)
after = memory.peak()
print(json.dumps([after - before, test_hostile.fault(result)]))
"""


@pytest.mark.parametrize(
    "name",
    [
        *("line: prose", "line: Editor in paragraphs", "line: brackets", "row: tags"),
        *("tree: br", "tree: h2", "tree: div", "tree: attributes", "tree: one comment"),
        *(
            "head: metas",
            "head: json",
            "head: list of lists",
            "entity: nested",
            "named: crowd tags",
        ),
    ],
)
def test_memory_grows_with_the_page(name: str) -> None:
    size = MEGABYTES << 20
    path = os.pathsep.join(str(ROOT / folder) for folder in (".", "tests", "benchmarks"))
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, name, str(size)],
        check=True,
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
    )
    grown, said = json.loads(done.stdout)
    assert said == ""
    assert grown < MEMORY.get(name.partition(":")[0], MEMORY[""]) * size
