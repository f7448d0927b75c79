"""A small dataset for the tests of the explorer, with what a hostile page could have in it."""

from pathlib import Path

from recordsets import article, dataset

from ogpnews.items import Article, Government, Image, Region, Related

EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)> \u202eterbalik\u202c"
LONG = "panjang" * 60
HOSTILE = article(
    90,
    title=f"{EVIL} {LONG}",
    text=f"{EVIL}\n\n<svg onload=alert(3)>{LONG}</svg>\n\njavascript:alert(4) \x02kurung\x03",
    url="javascript:alert(5)",
    authors=['<b onmouseover="alert(6)">Nama</b>'],
    tags=['"><script>alert(7)</script>'],
    section="<i>Kanal</i>",
    images=[Image("javascript:alert(8)", EVIL, EVIL, EVIL, None, None, "unspecified"),
            Image("https://elsewhere.example/pelacak.gif", "Keterangan.", None, None, None, None, None)],
    related=[Related("Baca Juga", EVIL, "javascript:alert(9)")],
    regions=[Region("33.74", EVIL, "city", True, [EVIL])],
    government=Government(True, [EVIL], [EVIL], [EVIL]),
    topics=["</style><script>alert(10)</script>"],
    syndicated_from="javascript:alert(11)",
    rights_notice=EVIL,
)  # fmt: skip
SOLO = article(
    2,
    outlet="sinarjateng",
    title="Solo menanam seribu pohon di bantaran kali",
    text="Relawan menanam trembesi di tepi Kali Pepe.",
    regions=[Region("33.72", "Kota Surakarta", "city", True, ["title: Solo"])],
    government=Government(True, ["Pemkot Surakarta"], [], ["text: Pemkot Surakarta"]),
    topics=["lingkungan_hidup"],
    origin="independent",
    published="2026-10-05",
    published_utc=None,
    published_raw="5 Oktober 2026",
    published_precision="day",
)


def explored(folder: Path, more: int = 0) -> Path:
    """The dataset: a few ordinary articles, one of Solo, one hostile, and `more` of the ordinary."""
    ordinary: list[Article] = [article(number) for number in (3, 4, 5)]
    return dataset(folder, [HOSTILE, SOLO, *ordinary, *(article(100 + n) for n in range(more))])
