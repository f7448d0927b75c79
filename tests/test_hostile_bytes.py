"""Damaged pages, lying charsets, metadata of every make: told or read, never an internal error."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import hostile
import pytest
from conftest import SHARED
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ogpnews.extract import Options, Result, Source, attempt

OURS = sorted((Path(__file__).parent / "pages" / "html").glob("*.html"))
REAL = sorted((SHARED / "pages").rglob("*.html")) if SHARED.is_dir() else []
URLS = (None, "https://kabar.example/berita/warga", "https://www.kompas.com/read/2024/05/08/1/a")
calm = settings(
    deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


@cache
def stored(path: Path) -> bytes:
    return path.read_bytes()


def told(body: bytes, url: str | None = URLS[1], **more: Any) -> Result:
    """What `extract` says; a record is one line of JSON."""
    result = attempt(Source("x", body, url, **more), Options())
    assert "internal error" not in (result.problem or "")
    if result.line is not None:
        assert json.loads(result.line)["input"] == "x"
    return result


pages = st.sampled_from([*OURS, *REAL]).map(stored)


@calm
@given(pages, st.floats(0, 1), st.sampled_from(URLS))
def test_cut_short(page: bytes, share: float, url: str | None) -> None:
    told(page[: int(share * len(page))], url)


@pytest.mark.parametrize("path", [*OURS[:6], *REAL[::6]], ids=lambda path: path.stem[:40])
def test_cut_at_every_kilobyte(path: Path) -> None:
    page = stored(path)
    for end in range(0, len(page), 1024):
        told(page[:end])


@calm
@given(
    pages,
    st.lists(st.tuples(st.floats(0, 0.9999), st.integers(0, 255)), min_size=1, max_size=80),
    st.sampled_from(URLS),
    st.booleans(),
)
def test_flipped_bytes(
    page: bytes, flips: list[tuple[float, int]], url: str | None, text: bool
) -> None:
    body = bytearray(page)
    for place, value in flips:
        body[int(place * len(body))] = value
    told(bytes(body), url, text=text)


@calm
@given(pages, pages, st.floats(0, 1), st.floats(0, 1), st.binary(max_size=40))
def test_sewn_together(one: bytes, other: bytes, first: float, second: float, seam: bytes) -> None:
    told(one[: int(first * len(one))] + seam + other[int(second * len(other)) :])


@calm
@given(pages, st.randoms(use_true_random=False))
def test_tags_in_disorder(page: bytes, chance: Any) -> None:
    parts = page.split(b"<")
    chance.shuffle(parts)
    told(b"<".join(parts))


ODD = "\u2028\x0b\u0130ß😀\u202e\x85٣²１ﬁ\ufdfaſK\u0345\x00"


@calm
@given(pages, st.sampled_from(ODD), st.sampled_from("aeinrst .,:/-<>\"'()0124"))
def test_letters_that_pass_for_others(page: bytes, odd: str, letter: str) -> None:
    told(page.decode("utf-8", "replace").replace(letter, odd).encode())


CHARSETS = (
    *(
        "utf-8",
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
        "latin-1",
        "windows-1252",
        "shift_jis",
    ),
    *("big5", "utf-7", "idna", "punycode", "undefined", "rot13", "unicode_escape", "none-such", ""),
)


@pytest.mark.parametrize("said", CHARSETS)
@pytest.mark.parametrize("written", CHARSETS[:9])
def test_charsets_that_lie(written: str, said: str) -> None:
    page = hostile.inside("<p>“Kafé” – Jum’at, señor, 30 °C</p>", head=f"<meta charset={said}>")
    told(page.encode(written, "replace"))
    told(page.encode(written, "replace"), content_type=f"text/html; charset={said}")
    told(page.encode(written, "replace"), text=True, content_type=f"text/plain;charset={said}")


@pytest.mark.parametrize("said", ["latin-1", "windows-1252", "utf-16", "shift_jis", "idna"])
def test_utf8_is_read_whatever_is_said(said: str) -> None:
    page = hostile.inside("<p>“Kafé” – Jum’at</p>", head=f"<meta charset={said}>").encode()
    assert "“Kafé” – Jum’at" in (told(page, content_type=f"charset={said}").line or b"").decode()


def test_windows_1252_said_to_be_utf8() -> None:
    page = hostile.inside("<p>“Kafé” – Jum’at</p>", head="<meta charset=utf-8>").encode("cp1252")
    assert "“Kafé” – Jum’at" in (told(page).line or b"").decode()


leaves = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.sampled_from(["NewsArticle", "Person", "http://[", "2024-05-08T08:00:00+07:00", "\ud83d"])
    | st.text(max_size=20)
)
values = st.recursive(
    leaves,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["@type", "@id", "@graph", "name", "url", "item", "@value"]), inner
        )
    ),
    max_leaves=12,
)
KEYS = (
    *("@type", "@graph", "headline", "name", "author", "editor", "creator", "publisher", "url"),
    *("datePublished", "dateModified", "keywords", "articleSection", "image", "itemListElement"),
    *("mainEntityOfPage", "isPartOf", "description", "sourceOrganization", "contributor"),
)


@settings(calm, max_examples=200)
@given(st.dictionaries(st.sampled_from(KEYS), values), st.booleans())
def test_json_ld_of_every_make(value: dict[str, Any], plain: bool) -> None:
    story = {"@type": "NewsArticle", "headline": "Warga Perbaiki Jembatan Gantung", **value}
    source = json.dumps(value if plain else story).replace("</", "<\\/")
    head = f'<script type="application/ld+json">{source}</script>'
    told(hostile.inside("", head=head).encode())


METAS = (
    *("og:title", "og:url", "og:image", "og:type", "og:site_name", "article:published_time"),
    *("author", "keywords", "generator", "article:tag", "article:section", "content_PublishedDate"),
)
strings = st.text(max_size=30) | st.sampled_from(
    [
        *("http://[", "//", "https://kabar.example:99999/a", "9" * 5000, "²", "٣", "0000-00-00"),
        *("9999-12-31T23:59:59-23:59", "0001-01-01T00:00:00+14:00", "1e309", "https://\u2100.id/a"),
        *("&#xD83D;", "&#0;", "&#x110000;", "javascript:", "WordPress 99999.9", "2024-13-45T99:99"),
    ]
)


@settings(calm, max_examples=200)
@given(st.lists(st.tuples(st.sampled_from(METAS), strings), max_size=5), strings, strings)
def test_metas_and_attributes_of_every_make(
    metas: list[tuple[str, str]], one: str, other: str
) -> None:
    quoted = [re.sub(r'["\ud800-\udfff]', "", value) for _, value in metas]
    head = "".join(
        f'<meta property="{name}" name="{name}" content="{value}">'
        for (name, _), value in zip(metas, quoted, strict=True)
    )
    one, other = (re.sub(r'["\ud800-\udfff]', "", value) for value in (one, other))
    body = (
        f'<a href="{one}" class="{other}">{other}</a><time datetime="{one}">{other}</time>'
        f'<figure><img src="{one}" alt="{other}" width="{one}"><figcaption>Foto: {one}</figcaption></figure>'
    )
    told(hostile.inside(body, head=head, around=f"<p>{one}</p><p>{other}</p>").encode())
