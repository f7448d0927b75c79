"""The page that the project grew from: from a text dump, and from HTML of its layout, exactly."""

import html
import json
from pathlib import Path

import pytest

from ogpnews.extract import Options, Source, dump, extract

PAGE = """<!doctype html><html><head><meta charset="utf-8">
<title>{title} - Sinar Jateng</title><meta property="og:site_name" content="Sinar Jateng"></head><body>
<div class="network"><date>Rabu, 3 Maret 2021</date></div>
<ul class="breadcrumb__wrap"></ul>
<h1 class="read__title">{title}</h1>
<div class="read__info"><div class="read__info__author"></div>
<div class="read__info__date">{date}</div></div>
<div class="photo"><div class="photo__img"><img src="" alt="{alt}">
<div class="photo__caption">{caption}</div></div></div>
<article class="read__content">{body}</article>
<div class="read__author">{editor}</div>
<div class="tag tag--article"><h5>Tags</h5><ul class="tag__list"></ul></div>
<div class="terkait"><h5>Artikel Pilihan</h5><h5>Terkait</h5></div>
</body></html>"""


def record(source: Source, options: Options) -> dict[str, object]:
    found: dict[str, object] = json.loads(dump(extract(source, options)))
    return found


def differences(expected: dict[str, object], got: dict[str, object]) -> dict[str, object]:
    return {key: got.get(key) for key, value in expected.items() if got.get(key) != value}


def said_of_government(got: dict[str, object]) -> None:
    government = got["government"]
    assert isinstance(government, dict)
    assert government["about"] is True
    assert government["bodies"] == ["Pemkot Semarang"]
    assert government["offices"] == ["Pjs Wali Kota"]
    assert "title: Pemkot Semarang" in government["evidence"]
    assert "open_government" in got["topics"]  # type: ignore[operator]
    assert (got["origin"], got["origin_evidence"]) == ("handout", ["credit: Humas Pemkot Semarang"])


@pytest.fixture
def expected(shared: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads((shared / "seed" / "sinarjateng.json").read_text())
    return found


def test_text_dump(shared: Path, expected: dict[str, object]) -> None:
    path = shared / "seed" / "sinarjateng.txt"
    got = record(Source(str(path), text=True), Options())
    assert differences(expected, got) == {}
    assert list(got["removed"]) == list(expected["removed"])  # type: ignore[call-overload]
    said_of_government(got)


def test_html_of_the_same_layout(shared: Path, expected: dict[str, object]) -> None:
    lines = [line.strip() for line in (shared / "seed" / "sinarjateng.txt").read_text().split("\n")]
    lines = [line for line in lines if line]
    title, date, alt, caption, *rest = [html.escape(line, quote=False) for line in lines]
    end = next(i for i, line in enumerate(rest) if line.startswith("Editor"))
    body = "".join(
        f'<p><strong class="read__others">{line}</strong></p>'
        if line.startswith("Baca Juga")
        else f"<p>{line}</p>"
        for line in rest[:end]
    )
    page = PAGE.format(
        title=title, date=date, alt=alt, caption=caption, body=body, editor=rest[end]
    )
    got = record(Source("page.html", page.encode()), Options(outlet="sinarjateng"))
    assert differences(expected, got) == {}
    said_of_government(got)
