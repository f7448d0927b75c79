"""Where a text comes from, by what the page says."""

import pytest

from ogpnews.text.origin import judge

NOTHING: dict[str, object] = {
    "text": "",
    "labels": (),
    "source": None,
    "section": None,
    "tags": (),
    "title": "",
    "collective": (),
    "credit_type": None,
    "credit": None,
}


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, "unknown"),
        ({"labels": ("PARIWARA",)}, "advertorial"),
        ({"section": "Advertorial Pemko Pagar Alam"}, "advertorial"),
        ({"tags": ("Adv",)}, "advertorial"),
        ({"title": "Pemkab Benahi Pasar (ADV)"}, "advertorial"),
        ({"title": "ADVERTORIAL: Pemkab Benahi Pasar"}, "advertorial"),
        ({"title": "Iklan Rokok di Trotoar Ditertibkan"}, "unknown"),
        ({"tags": ("iklan rokok ilegal di sekolah dan kantor pemerintah daerah",)}, "unknown"),
        ({"source": "Antara"}, "wire"),
        ({"collective": ("MC Kota Padang",)}, "handout"),
        ({"credit_type": "handout", "credit": "Humas Pemkot Semarang"}, "handout"),
        ({"text": "Hal itu disampaikan dalam keterangan tertulisnya, Senin."}, "handout"),
    ],
)
def test_origin(said: dict[str, object], expected: str) -> None:
    origin, evidence = judge(**{**NOTHING, **said})  # type: ignore[arg-type]
    assert origin == expected
    assert bool(evidence) == (expected != "unknown")
