"""Names in a text: what counts as a name, and what it may mean."""

import pytest

from ogpnews.text.mentions import REGION, find, read_parts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kab. Semarang", [("semarang", ("33.22", "33.74"))]),
        ("di semarang dan pati", []),
        ("KOTA SEMARANG", [("semarang", ("33.22", "33.74"))]),
        ("NTB, Ntb, ntb", [("nusa tenggara barat", ("52",))]),
        ("Jateng", [("jawa tengah", ("33",))]),
        ("D.I. Yogyakarta, DIY", [("yogyakarta", ("34",)), ("yogyakarta", ("34",))]),
        ("Kep. Riau", [("kepulauan riau", ("21",))]),
        ("Padang Lawas Utara", [("padang lawas utara", ("12.20",))]),
        ("Semarang Timur", [("semarang timur", ("33.74",))]),
        ("Toli-toli", [("toli-toli", ("72.04",))]),
        ("Ungaran", [("semarang", ("33.22",))]),
    ],
)
def test_regions(text: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    found = [mention.term for mention in find(text) if mention.term.kind == REGION]
    assert [(term.name, term.codes) for term in found] == expected


def test_tags_are_names_in_any_case() -> None:
    title, tags = read_parts({"title": "kudus", "text": "", "tags": "kudus\n\nbatu\n\nntb"})
    assert title.mentions == []
    assert [mention.term.codes for mention in tags.mentions] == [("33.19",), ("52",)]
