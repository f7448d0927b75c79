"""Printed credit lines: each row is a line as outlets print it and its reading."""

import time
from typing import Any

import pytest

from ogpnews.text.credits import is_credit_line, read, trailing_initials


def reading(lines: list[str], outlet_names: tuple[str, ...] = ()) -> dict[str, Any]:
    """What was read, without the keys that are empty."""
    got = read(lines, outlet_names=outlet_names)
    keys = ("authors", "editors", "contributors", "collective", "initials", "source", "unknown")
    return {key: value for key in keys if (value := getattr(got, key))}


LABELLED = [
    (["(Ditulis oleh Ratna Suminar)"], {"authors": ["Ratna Suminar"]}),
    (["PenulisRatna Suminar"], {"authors": ["Ratna Suminar"]}),  # two elements without a space
    (
        ["PenulisKontributor Gorontalo, Ratna Suminar", "EditorBagas Prihatin"],
        {"authors": ["Ratna Suminar"], "editors": ["Bagas Prihatin"]},
    ),
    (["Posted by: ratnas"], {"authors": ["ratnas"]}),  # an account, and nobody else
    (["Posted by: ratnas", "Editor: Dian Nastiti"], {"editors": ["Dian Nastiti"]}),
    (["Source: bola lawu"], {"source": "bola lawu"}),
    (["Editor: Intan Hidayat"], {"editors": ["Intan Hidayat"]}),
    (
        ["Penulis: Ilo | Editor: Rafan Arif Dwinanto"],
        {"authors": ["Ilo"], "editors": ["Rafan Arif Dwinanto"]},
    ),
    (
        ["Penulis: rahdyan trijoko pamungkas | Editor: raka f pujangga"],
        {"authors": ["rahdyan trijoko pamungkas"], "editors": ["raka f pujangga"]},
    ),
    (["Penulis: Tim Tribun Manado"], {"collective": ["Tim Tribun Manado"]}),
    (["Laporan Reporter POS-KUPANG.COM, Amar Ola Keda"], {"authors": ["Amar Ola Keda"]}),
    (["Laporan wartawan Tribunnews.com, Fahdi Fahlevi"], {"authors": ["Fahdi Fahlevi"]}),
    (["Laporan Wartawan Tribun Medan / Tommy Simatupang"], {"authors": ["Tommy Simatupang"]}),
    (["Laporan Wartawan Tribun Timur Mulyadi"], {"authors": ["Mulyadi"]}),
    (["Laporan Reporter : Jero Ari"], {"authors": ["Jero Ari"]}),
    (["Laporan : Tim Lpt Timika"], {"collective": ["Tim Lpt Timika"]}),
    (["Laporan oleh Billy Patoppoi"], {"authors": ["Billy Patoppoi"]}),
    # glued page elements; the copyright line names nobody
    (
        ["Pewarta: Putu Indah SavitriEditor: Agus Salim Copyright © ANTARA 2026"],
        {"authors": ["Putu Indah Savitri"], "editors": ["Agus Salim"]},
    ),
    (
        ["Pewarta: Lukman Hakim Editor :\u00a0 COPYRIGHT © ANTARA 2023"],
        {"authors": ["Lukman Hakim"]},
    ),
    # a unit beside a person is kept: it says who released the text
    (["Pewarta : Gina – Humas"], {"authors": ["Gina"], "collective": ["Humas"]}),
    (["Pewarta : Ecin - Humas"], {"authors": ["Ecin"], "collective": ["Humas"]}),
    (
        ["Pewarta : Badan Penghubung", "Editor : Gina - Humasprov"],
        {"editors": ["Gina"], "collective": ["Badan Penghubung", "Humasprov"]},
    ),
    (["(Sumber: Hidayat  – Editor: Cammang )"], {"editors": ["Cammang"], "source": "Hidayat"}),
    (
        ["Penulis : Ani Lestari - Editor : Yusuf", "Penulis", "Ani Lestari"],
        {"authors": ["Ani Lestari"], "editors": ["Yusuf"]},
    ),
    (["Editor : Maulana Salman"], {"editors": ["Maulana Salman"]}),
    (["Editor: Kuntadi Kuntadi"], {"editors": ["Kuntadi"]}),
    (["(*) Editor: Aryo Wisanggeni G"], {"editors": ["Aryo Wisanggeni G"]}),
    (["Kontributor : Ari Welianto"], {"contributors": ["Ari Welianto"]}),
    (["Reporter : Sahri."], {"authors": ["Sahri"]}),
    (
        ["Oleh : TImotius Gobay Editor : Ida Bastian Portalindonews.com – …"],
        {"authors": ["TImotius Gobay"], "editors": ["Ida Bastian"]},
    ),
    # credits of the original outlet in a republication: the notice above them tells whose they are
    (
        ["Pewarta : Aditia Aulia Rohman", "Editor: Hernawan W…"],
        {"authors": ["Aditia Aulia Rohman"], "editors": ["Hernawan W"]},
    ),
    (
        ["Rep: Amri Amrullah/ Red: Indira Rezkisari"],
        {"authors": ["Amri Amrullah"], "editors": ["Indira Rezkisari"]},
    ),
    (["Penulis : Kontributor Lhokseumawe, Masriadi"], {"authors": ["Masriadi"]}),
    (["Sumber: Antara"], {"source": "Antara"}),
    (["Editor: "], {}),
]

BYLINES = [
    # that the second is the editor is the template's knowledge, not the line's
    (
        ["Inang Sh ,", "A P Sari", "Tim Redaksi"],
        {"authors": ["Inang Sh", "A P Sari"], "collective": ["Tim Redaksi"]},
    ),
    (
        ["Mohamad Adlu Raharusun,", "Dheri Agriesta", "Tim Redaksi"],
        {"authors": ["Mohamad Adlu Raharusun", "Dheri Agriesta"], "collective": ["Tim Redaksi"]},
    ),
    # labels whose names were lost in copying: nothing is invented
    (["Editor"], {}),
    (["Tim Redaksi"], {"collective": ["Tim Redaksi"]}),
    (["Redaksi by Redaksi"], {"collective": ["Redaksi"]}),
    (["Redaksi author photo"], {"collective": ["Redaksi"]}),
    (["wartawan", "ANA", "Category"], {"initials": "ANA"}),
    (["Kompas Cyber Media"], {"collective": ["Kompas Cyber Media"]}),
    (["https://www.facebook.com/detikcom"], {}),
    (["Kahfi Dirga Cahya, Kompas TV"], {"authors": ["Kahfi Dirga Cahya"]}),
    (["Andi Saputra - detikNews"], {"authors": ["Andi Saputra"]}),
    (["Arya sudarmo - 11 Februari 2016 06:30 wib"], {"authors": ["Arya sudarmo"]}),
    (
        ["Oleh : Rama Adi Wijaya | Senin, 30 Januari 2017 | 15:00 WIB"],
        {"authors": ["Rama Adi Wijaya"]},
    ),
    (["9,397 Views / Penulis. Bayu Primanda"], {"authors": ["Bayu Primanda"]}),
    (["Posted on Oktober 27, 2015 by Admin"], {"collective": ["Admin"]}),
    (["By Wan Fadlan / Published on Monday, 30 Jan 2017"], {"authors": ["Wan Fadlan"]}),
    (["Dewi Kania Jurnalis"], {"authors": ["Dewi Kania"]}),
    (["Nanda Perdana Putra Editor"], {"editors": ["Nanda Perdana Putra"]}),
    (["Ani Lestari", "Ani Lestari"], {"authors": ["Ani Lestari"]}),
    # in prose
    (["Rani Wijaya berkontribusi dalam penulisan artikel ini."], {"contributors": ["Rani Wijaya"]}),
    (
        ["Artikel ini ditulis oleh Hanan Jamil, peserta program Magang…"],
        {"authors": ["Hanan Jamil"]},
    ),
]

SIGN_OFFS = [
    (
        ["(TribunManado.co.id/Ferdi Guhuhuku/Arthur Rompis)"],
        {"authors": ["Ferdi Guhuhuku", "Arthur Rompis"]},
    ),
    (["(MC Balangan/ragil)"], {"authors": ["ragil"], "collective": ["MC Balangan"]}),
    (["(rin/ian)"], {"initials": "rin/ian"}),
    (["(ds/islampos/upi)"], {"initials": "ds/islampos/upi", "source": "upi"}),
    (["(Antara)"], {"source": "Antara"}),
    (["(Andi Saputra)"], {"authors": ["Andi Saputra"]}),
    # camera, reporter and editor without their roles: kept raw, nobody is made the author
    (
        ["(Fx. Suryo Wicaksono/Chairul Fajri/Farah Khadija)"],
        {"unknown": ["(Fx. Suryo Wicaksono/Chairul Fajri/Farah Khadija)"]},
    ),
    (
        ["(Alfian Sanusi/Yovita Amalia/Ludmila Yusufin Diah Nastiti)"],
        {"unknown": ["(Alfian Sanusi/Yovita Amalia/Ludmila Yusufin Diah Nastiti)"]},
    ),
    (["Penata Gaya: Budi Hartono"], {"unknown": ["Penata Gaya: Budi Hartono"]}),
]


@pytest.mark.parametrize(("lines", "expected"), LABELLED + BYLINES + SIGN_OFFS)
def test_read(lines: list[str], expected: dict[str, Any]) -> None:
    assert reading(lines) == expected


def test_raw_holds_the_lines_that_were_read_and_no_others() -> None:
    lines = ["Editor: Intan Hidayat", "24 November 2020", "  Penulis :  Ani Lestari ", "Editor"]
    assert read(lines).raw == ["Editor: Intan Hidayat", "  Penulis :  Ani Lestari "]


def test_another_outlet_as_byline_is_the_source() -> None:
    assert reading(["Koran SINDO"], ("Okezone", "okezone.com")) == {
        "collective": ["Koran SINDO"],
        "source": "Koran SINDO",
    }
    assert reading(["Okezone"], ("Okezone", "okezone.com")) == {"collective": ["Okezone"]}


# "(LAN / MAN)" and the rest are initials: never expanded, the stroke parts reporter and editor
SIGNED = [
    "rin/ian",
    "dis/ugo",
    "hid",
    "DKA",
    "LAN / MAN",
    "angga/red",
    "Ac Dt",
    "EM",
    "IAP",
    "nkn",
    "mdhms",
    "raynold",
    "Hendi",
    "Fajar",
    "Jidan",
    "Kharisma – Dirhamsyah",
    "AZF",
    "a2s/fem",
    "Goal/Sat/R-1",
    "H-4",
    "rs616",
    "om_brew-WartaSolo.com",
]


@pytest.mark.parametrize("initials", SIGNED)
@pytest.mark.parametrize("form", ["Sampai di sini. ({})", "Sampai di sini.({})", "“Ya.” [{}] ***"])
def test_trailing_initials(initials: str, form: str) -> None:
    text = form.format(initials)
    assert trailing_initials(text) == (text[: text.index(initials) - 1].rstrip(), initials)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("… di sekitar.  (rin/ian)", ("… di sekitar.", "rin/ian")),
        ("Habis. (MM10).", ("Habis.", "MM10")),
        ("Habis. [*/pkt]", ("Habis.", "pkt")),  # the asterisk is the end mark
        ("Habis (rin/ian)", ("Habis", "rin/ian")),
        ("Habis. AZF", ("Habis.", "AZF")),
        ("AZF", ("", "AZF")),
        ("LAN / MAN", ("", "LAN / MAN")),
        ("(hid)", ("", "hid")),
        ("kata pria itu (Elnino–red).", None),
        ("di sana (Bulungan,red)", None),
        ("Pak Lurah (sapaan akrabnya, red)", None),
        ("pada Selasa (11/2)", None),
        ("pada Selasa. (11/2)", None),
        ("kata Badan Kesehatan Dunia (WHO).", None),
        ("kata Badan Kesehatan Dunia (WHO)", None),
        ("di Kota Padang (2020).", None),
        ("Habis. (*)", None),
        ("Habis. (**)", None),
        ("Habis.***", None),
        ("Habis. []", None),
        ("Habis. (Baca Juga Berita Lain)", None),
        ("Habis. (Foto: Reuters)", None),
        ("sesuai Perda No. II", None),
        ("mulai pukul 10.00. WIB", None),
        ("", None),
    ],
)
def test_trailing_initials_and_what_only_looks_so(
    text: str, expected: tuple[str, str] | None
) -> None:
    assert trailing_initials(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        *(line for lines, _ in LABELLED for line in lines if ":" in line),
        "Laporan wartawan Tribun Timur, Mulyadi",
        "Oleh Andi Saputra",
        "Tim Redaksi",
        "Sumber: https://contoh.go.id/berita",
        "(TribunManado.co.id/Ferdi Guhuhuku/Arthur Rompis)",
        "Rani Wijaya berkontribusi dalam penulisan artikel ini.",
    ],
)
def test_is_credit_line(text: str) -> None:
    assert is_credit_line(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Editor majalah itu mengatakan hal lain.",
        "Sumber: daya alam yang melimpah menjadi modal daerah.",
        "Sumber: Data BPS diolah",
        "Sumber daya manusia menjadi perhatian.",
        "Reporter itu pulang lebih awal.",
        "Oleh karena itu warga resah.",
        "Laporan wartawan menyebutkan ada korban.",
        "Laporan: Kasus korupsi meningkat tajam",
        "Laporan Keuangan Daerah",
        "Penulis adalah dosen di sebuah kampus.",
        "Wartawan: Apakah Anda setuju?",
        "Kontributor utama inflasi: pangan",
        "Baca Juga: Editor Muda Berkarya",
        "(Foto: Humas)",
        "Intan Hidayat",
        "Editor: " + "Nama Panjang " * 40,
    ],
)
def test_is_no_credit_line(text: str) -> None:
    assert not is_credit_line(text)


@pytest.mark.parametrize(
    "unit", [" ", "(", "Editor: ", "a.", "A, ", "/", "by ", "*(", "Oleh ", "1 ", "–", "Senin, "]
)
def test_hostile_lines_cost_little(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    start = time.perf_counter()
    for size in (550, 100_000):
        line = text[:size]
        read([line, line])
        is_credit_line(line)
        trailing_initials(line)
    assert time.perf_counter() - start < 0.5


def test_account_that_an_outlet_named_after_itself_is_its_desk() -> None:
    assert reading(["by merapi"], ("kabarmerapi.example",)) == {"collective": ["merapi"]}
    assert reading(["by redaksikita"]) == {"collective": ["redaksikita"]}
    assert reading(["by wiraku"], ("kabarmerapi.example",)) == {"authors": ["wiraku"]}
