"""Hostile servers whose answers are large: each in a crawl of its own, so that its memory is known."""

import gzip

import pytest
from hostile_cases import BAD, HEALTHY, Case, index_of, page
from hostile_crawl import hostile_crawl
from hostile_server import XML, Wire, bomb, endless, head, index, million, plain
from server import entry, urlset

RULES = b"User-agent: *\n" + b"".join(b"Disallow: /tutup%d/*/\n" % n for n in range(800_000))
MEMORY = 420 << 20
"""Bytes; the crawl of healthy sites alone takes 95 MiB, a sitemap may have 64 MiB."""


def child(wire: Wire) -> None:
    """A sitemap of 50,000 articles that are not there, others in each."""
    urls = (f"{wire.base}/daerah/pr-{wire.number}{number:06}/x" for number in range(50_000))
    wire.send(head() + urlset(*map(entry, urls)).encode())


def calendar(wire: Wire) -> None:
    """A listing page with two new articles and a next page, into the year 9999."""
    links = "".join(
        f'<h2 class="latest__title"><a href="/daerah/pr-{wire.number}{n}/x">x</a></h2>'
        for n in "12"
    )
    following = f'<a rel="next" href="/arsip/{wire.number + 1}">lagi</a>'
    wire.send(head() + f"<html>{links}<div class='paging'>{following}</div>".encode())


def sitemap(name: str, answer: object, *says: str, most: int = 16) -> Case:
    return index_of("sitemaps", name, {"/a.xml": answer}, *says, most=most)


HUGE = [
    sitemap("sejuta", million, "more than 200000 entries", "200 dead links", most=215),
    Case("tumbuh", {"/a.xml": index(*(f"/b{n}.xml" for n in range(400))), "/b*": child},
         ("200 dead links",), 'sitemaps = ["/sitemap.xml", "/a.xml"]', most=220),
    Case("kalender", {"/arsip/*": calendar}, ("HTTP 404",),
         'sitemaps = ["/sitemap.xml"]\nlistings = ["/arsip/1"]', most=70),
    sitemap("satu-elemen", plain("<urlset><url><loc>" + "x" * 60_000_000, XML)),
    sitemap("dalam", plain("<urlset>" + "<a>" * 2_000_000, XML)),
    sitemap("peta-endless", endless(head(), b"<url>" * 10_000), "too large"),
    sitemap("bom-gzip", plain(bomb("gzip", 1500), "application/gzip"), "over 64 MB"),
    sitemap("bom-brotli", plain(bomb("br", 1500), XML, 200, "Content-Encoding: br"), "too large"),
    page("bom-zstd", plain(bomb("zstd", 1500), "text/html", 200, "Content-Encoding: zstd"), "too large"),
    page("bom-berlapis", plain(gzip.compress(bomb("gzip", 1500)), "text/html", 200,
         "Content-Encoding: gzip, gzip"), "too large"),
    page("kepala", endless(b"HTTP/1.1 200 OK\r\nX-A: b\r\n", b" bcd\r\n" * 1000), "connection failed"),
    Case("aturan", {"/robots.txt": plain(RULES, "text/plain"), BAD: plain("<p>x")}),
    Case("aturan-bom", {"/robots.txt": plain(bomb("gzip", 1500), "text/plain", 200,
         "Content-Encoding: gzip")}, ("robots.txt unreachable: too large",), exported=frozenset()),
]  # fmt: skip


@pytest.mark.parametrize("case", HUGE, ids=lambda case: case.name)
def test_large_answers(tmp_path, case):
    outcome = hostile_crawl(tmp_path, [case, Case("sehat", {})], DOWNLOAD_TIMEOUT=30)
    assert outcome.names(case.name) == case.exported
    assert outcome.names("sehat") == HEALTHY
    for part in case.says:
        assert part in outcome.reasons(case.name)
    assert len(outcome.servers[case.name].asked) <= case.most
    assert outcome.tried == []
    assert outcome.seconds < 60
    assert outcome.peak < MEMORY
