"""Where a text comes from, by what the page says."""

import pytest

from ogpnews.text.origin import Page, judge

NAMES = ("Kabar Lawu", "kabarlawu.com")
TOLD = "“Jalan itu diperbaiki,” katanya kepada Kabar Lawu, Senin."
RELEASE = "Hal itu disampaikan dalam keterangan tertulisnya, Senin."


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, "unknown"),
        ({"labels": ("PARIWARA",)}, "advertorial"),
        ({"section": "Advertorial Pemko Pagar Alam"}, "advertorial"),
        ({"tags": ("Adv",)}, "advertorial"),
        ({"title": "Pemkab Benahi Pasar (ADV)"}, "advertorial"),
        ({"title": "ADVERTORIAL: Pemkab Benahi Pasar"}, "advertorial"),
        ({"url": "https://kabarlawu.com/inforial/pasar-1"}, "advertorial"),
        ({"url": "https://kabarlawu.com/advertorial"}, "unknown"),  # a listing's name, no folder
        ({"title": "Iklan Rokok di Trotoar Ditertibkan"}, "unknown"),
        ({"tags": ("iklan rokok ilegal di sekolah dan kantor pemerintah daerah",)}, "unknown"),
        ({"labels": ("ADV",), "source": "Antara"}, "advertorial"),
        ({"source": "Antara"}, "wire"),
        ({"collective": ("Antara",)}, "wire"),
        ({"initials": "Ant/dit"}, "wire"),
        ({"initials": "dit/ap"}, "unknown"),  # somebody's initials
        ({"network": "antara", "outlet": "antara-jateng"}, "wire"),
        ({"network": "antara", "text": RELEASE}, "handout"),
        ({"collective": ("MC Kota Padang",)}, "handout"),
        ({"source": "semarangkota.go.id"}, "handout"),
        ({"source": "InfoPublik"}, "handout"),
        ({"network": "goid", "outlet": "sidoarjokab-go-id"}, "handout"),
        ({"text": RELEASE}, "handout"),
        ({"text": "Rilis Humas Pemkab menyebutkan, jalan diperbaiki."}, "handout"),
        ({"names": NAMES, "text": f"{RELEASE} {TOLD}"}, "unknown"),
        ({"names": NAMES, "text": TOLD}, "independent"),
        ({"names": NAMES, "text": TOLD, "syndicated_from": "Melati.com"}, "unknown"),
        ({"names": NAMES, "text": TOLD.replace("Kabar Lawu", "wartawan")}, "unknown"),
        ({"names": NAMES, "credits_raw": ("Laporan wartawan Kabar Lawu, Dewi",)}, "independent"),
        ({"names": NAMES, "authors": ("Dewi Melati",)}, "unknown"),  # a name alone
        ({"authors": ("Dewi Melati",), "photographer": "DEWI MELATI"}, "independent"),
        ({"authors": ("Dewi Melati",), "photographer": "Budi"}, "unknown"),
    ],
)
def test_origin(said, expected):
    origin, evidence = judge(Page(**said))
    assert origin == expected
    assert bool(evidence) or expected == "unknown"


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Pemkot Semarang Benahi Pasar", "", "handout"),
        ("Pasar Dibenahi", "Pemerintah di Semarang membenahi pasar.", "handout"),
        ("Indeks Saham Menguat", "Saham bank naik lagi.", "unknown"),  # a photo from an archive
        ("Pemkot Semarang Benahi Pasar", TOLD, "independent"),
    ],
)
def test_a_photo_of_a_press_office_tells_where_it_is_a_party(title, text, expected):
    page = Page(
        title=title, text=text, credit="Humas Pemkot Semarang", credit_type="handout", names=NAMES
    )
    assert judge(page)[0] == expected
