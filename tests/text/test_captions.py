"""Caption lines: a credit as outlets print it, behind a caption of our own, and its reading."""

import json
import time
from pathlib import Path

import pytest

from ogpnews.text.captions import Caption, read
from ogpnews.text.photocredits import analyse

TEXT = "Warga menanam bibit di tepi sungai"
OUTLETS = ("Radar Banyuwangi", "Kaidah Malut", "Teropong News", "Pedoman Karya")

# printed credit, bare credit, photographer, organisation, type
Row = tuple[str, str, str | None, str | None, str]
CREDITS: list[Row] = [
    ("/Humas Pemkot Semarang/", "Humas Pemkot Semarang", None, "Humas Pemkot Semarang", "handout"),
    ("/Istimewa/", "Istimewa", None, None, "unspecified"),  # nobody is called so
    ("/Xinhua", "Xinhua", None, "Xinhua", "agency"),
    ("- Istimewa", "Istimewa", None, None, "unspecified"),
    ("[Suara.com/Dafi Yusuf]", "Suara.com/Dafi Yusuf", "Dafi Yusuf", "Suara.com", "staff"),
    (
        "(ANTARA FOTO/M Risyal Hidayat)",
        "ANTARA FOTO/M Risyal Hidayat",
        "M Risyal Hidayat",
        "ANTARA FOTO",
        "agency",
    ),
    (
        "(ANTARA FOTO/Sahrul Manda Tikupadang)",
        "ANTARA FOTO/Sahrul Manda Tikupadang",
        "Sahrul Manda Tikupadang",
        "ANTARA FOTO",
        "agency",
    ),
    ("(Antara Foto/wahyudie)", "Antara Foto/wahyudie", "wahyudie", "Antara Foto", "agency"),
    ("(ANTARA/HO-Pemkab Demak)", "ANTARA/HO-Pemkab Demak", None, "ANTARA", "handout"),
    ("(foto:Mboik/Cepos)", "Mboik/Cepos", "Mboik", "Cepos", "staff"),
    (
        "(Foto: Dokumentasi pribadi/Kaidahmalut)",
        "Dokumentasi pribadi/Kaidahmalut",
        None,
        "Kaidahmalut",
        "personal",
    ),
    ("(TN/Mega)", "TN/Mega", "Mega", "TN", "staff"),  # TN: the catalogue names Teropong News
    ("(Jatengprov.go.id)", "Jatengprov.go.id", None, "Jatengprov.go.id", "handout"),
    ("(semarangkota.go.id)", "semarangkota.go.id", None, "semarangkota.go.id", "handout"),
    (
        "---Diskominfo untuk Rakyat Kalbar",
        "Diskominfo untuk Rakyat Kalbar",
        None,
        "Diskominfo",
        "handout",
    ),
    ("(dok Pemkot Bandung).", "dok Pemkot Bandung", None, "Pemkot Bandung", "handout"),
    ("(Humas Kota Bandung).", "Humas Kota Bandung", None, "Humas Kota Bandung", "handout"),
    ("dok Kota Bandung", "Kota Bandung", None, "Kota Bandung", "handout"),
    ("(Istimewa)", "Istimewa", None, None, "unspecified"),
    (
        "(Rizki Oktaviani/Prolitenews)",
        "Rizki Oktaviani/Prolitenews",
        "Rizki Oktaviani",
        "Prolitenews",
        "staff",
    ),
    (
        "(Foto: Asnawin Aminuddin / PEDOMAN KARYA)",
        "Asnawin Aminuddin / PEDOMAN KARYA",
        "Asnawin Aminuddin",
        "PEDOMAN KARYA",
        "staff",
    ),
    # a lone name may be a person or not: no photographer is claimed
    ("(Eva.M)", "Eva.M", None, None, "unspecified"),
    ("FOTO : LAN", "LAN", None, None, "unspecified"),
    ("(Suparno)", "Suparno", None, None, "unspecified"),
    ("[foto: instagram/steviagnecya]", "instagram/steviagnecya", None, None, "social"),
    ("sumber foto: Instagram Wijaya Saputra", "Instagram Wijaya Saputra", None, None, "social"),
    ("(sumber: techtimes.com)", "techtimes.com", None, "techtimes.com", "unspecified"),
    ("Photo :cekfakta.com", "cekfakta.com", None, "cekfakta.com", "unspecified"),
    ("Sumber gambar: Freepik", "Freepik", None, "Freepik", "stock"),
    ("© istimewa", "istimewa", None, None, "unspecified"),
    ("(Dokpri)", "Dokpri", None, None, "personal"),
    (
        "(Foto: Jebulon Bunai for TOMEI.ID).",
        "Jebulon Bunai for TOMEI.ID",
        "Jebulon Bunai",
        "TOMEI.ID",
        "staff",
    ),
    (
        "(Foto Antara Kalteng/Rendhik Andika)",
        "Antara Kalteng/Rendhik Andika",
        "Rendhik Andika",
        "Antara Kalteng",
        "agency",
    ),
    (
        "(ANTARA /Hafidz Mubarak A.)",
        "ANTARA /Hafidz Mubarak A.",
        "Hafidz Mubarak A.",
        "ANTARA",
        "agency",
    ),
    ("(Foto: Dok. Humas (Setda))", "Dok. Humas (Setda)", None, "Humas (Setda)", "handout"),
]

# these are only told from the caption where its sentence has ended
AFTER_STOP: list[Row] = [
    (
        "ANTARA FOTO/Humas Pemprov Jateng-Arif Slam/ast/rwa.",
        "ANTARA FOTO/Humas Pemprov Jateng-Arif Slam/ast/rwa",
        "Arif Slam",
        "ANTARA FOTO",
        "handout",
    ),
    (
        "FOTO ANTARA/R. Rekotomo/Koz/mes/10.",
        "ANTARA/R. Rekotomo/Koz/mes/10",
        "R. Rekotomo",
        "ANTARA",
        "agency",
    ),
    ("FEDRIK TARIGAN/ JAWA POS", "FEDRIK TARIGAN/ JAWA POS", "FEDRIK TARIGAN", "JAWA POS", "staff"),
    ("Foto: Dok", "Dok", None, None, "unspecified"),
    (
        "Foto: Dok. RRI Semarang)",
        "Dok. RRI Semarang",
        None,
        "RRI Semarang",
        "staff",
    ),  # bracket never opened
    ("Foto sembada.id/RIA Purnomo", "sembada.id/RIA Purnomo", "RIA Purnomo", "sembada.id", "staff"),
    ("Foto: Singgih/vel", "Singgih/vel", None, None, "unspecified"),  # vel: editor's code
    ("Foto: Arga Sumantri/MTVN.", "Arga Sumantri/MTVN", "Arga Sumantri", "MTVN", "staff"),
    (
        "Doc. uny.ac.id KOMUNIKA ONLINE",
        "uny.ac.id KOMUNIKA ONLINE",
        None,
        "uny.ac.id KOMUNIKA ONLINE",
        "unspecified",
    ),
]

# the whole line is the credit
ALONE: list[Row] = [
    (
        "KOMPAS.com/NABILLA TASHANDRA",
        "KOMPAS.com/NABILLA TASHANDRA",
        "NABILLA TASHANDRA",
        "KOMPAS.com",
        "staff",
    ),
    (
        "HARIYANTO TENG/MALUTPOST",
        "HARIYANTO TENG/MALUTPOST",
        "HARIYANTO TENG",
        "MALUTPOST",
        "staff",
    ),
    (
        "TRIBUNJATENG/BUDI HARTONO",
        "TRIBUNJATENG/BUDI HARTONO",
        "BUDI HARTONO",
        "TRIBUNJATENG",
        "staff",
    ),
    (
        "Pikiran Rakyat/BUDI HARTONO",
        "Pikiran Rakyat/BUDI HARTONO",
        "BUDI HARTONO",
        "Pikiran Rakyat",
        "staff",
    ),
    ("dok Kota Bandung", "dok Kota Bandung", None, "Kota Bandung", "handout"),
    ("ilustrasi/net", "ilustrasi/net", None, None, "illustration"),
    ("Foto: Thinkstock", "Thinkstock", None, "Thinkstock", "stock"),
    ("(Reuters)", "Reuters", None, "Reuters", "agency"),
    ("Getty Images", "Getty Images", None, "Getty Images", "agency"),
    ("REUTERS / Danny Moloshok", "REUTERS / Danny Moloshok", "Danny Moloshok", "REUTERS", "agency"),
    ("(Persib.co.id)", "Persib.co.id", None, "Persib.co.id", "unspecified"),
    ("Tangkapan Layar TVRI", "Tangkapan Layar TVRI", None, "TVRI", "unspecified"),
]


@pytest.mark.parametrize(
    ("raw", "credit", "photographer", "organisation", "kind"), CREDITS + AFTER_STOP
)
def test_credit_behind_a_caption(
    raw: str, credit: str, photographer: str | None, organisation: str | None, kind: str
) -> None:
    got = read([f"{TEXT}. {raw}"], outlet_names=OUTLETS)
    assert got == Caption(f"{TEXT}.", credit, raw, photographer, organisation, kind)


@pytest.mark.parametrize("row", [row for row in CREDITS if row[0] != "dok Kota Bandung"])
def test_credit_behind_a_caption_without_its_full_stop(row: Row) -> None:
    got = read([f"{TEXT} {row[0]}"], outlet_names=OUTLETS)
    assert (got.caption, got.credit) == (TEXT, row[1])


@pytest.mark.parametrize(("raw", "credit", "photographer", "organisation", "kind"), ALONE)
def test_line_that_is_only_a_credit(
    raw: str, credit: str, photographer: str | None, organisation: str | None, kind: str
) -> None:
    assert read([raw]) == Caption(None, credit, raw, photographer, organisation, kind)


def test_abbreviated_outlet_is_known_from_its_name() -> None:
    assert analyse("SIGIT HARIYADI/RABA", OUTLETS)[:2] == ("SIGIT HARIYADI", "RABA")
    assert analyse("SIGIT HARIYADI/RABA")[:2] == (None, None)  # both sides unknown: left unsplit


@pytest.mark.parametrize(
    ("line", "caption", "credit", "organisation"),
    [
        (
            "Bali Tribune / DIRUSAK – Baliho di simpang lima",
            "DIRUSAK – Baliho di simpang lima",
            "Bali Tribune",
            "Bali Tribune",
        ),
        (
            "Bali Tribune/GIRIASA – Suasana di kantor",
            "GIRIASA – Suasana di kantor",
            "Bali Tribune",
            "Bali Tribune",
        ),
        (
            "Tribun Manado Ferdi Guhuhuku/Dok Polsek Malayang/Dok. Pribadi"
            " BERITA POPULER: Tiga kabar hari ini",
            "BERITA POPULER: Tiga kabar hari ini",
            "Tribun Manado Ferdi Guhuhuku/Dok Polsek Malayang/Dok. Pribadi",
            "Tribun Manado",
        ),
    ],
)
def test_credit_in_front(line: str, caption: str, credit: str, organisation: str) -> None:
    got = read([line])
    assert (got.caption, got.credit, got.organisation) == (caption, credit, organisation)


@pytest.mark.parametrize(
    "line",
    [
        f"{TEXT} (kiri)",
        f"{TEXT} (ketiga kanan)",
        f"{TEXT} (kanan depan)",
        f"{TEXT} (tengah)",
        f"{TEXT}, Selasa (11/2).",
        f"{TEXT}, Jumat (6/2/17)",
        "(tengah kiri-kanan) Direktur dan stafnya saat berkunjung di Jakarta, Jumat (12/2).",
        "SEMARANG, 19/7 - Warga menanam bibit.",  # a photo's dateline is part of its caption
        "LPG 3 Kg - ilustrasi",
        "Kereta api (ilustrasi)",
        "ilustrasi",
        "Anggota Badan Pengawas Pemilu (Bawaslu)",
        "Calon bupati (PDIP)",
        "Pemkot Semarang menggelar rapat di balai kota",
        "Foto bersama usai pelantikan",
        "Jalan dan /atau jembatan yang rusak",
        "DARI SAMARINDA: Band ini tembus 12 besar.",
    ],
)
def test_all_of_it_is_caption(line: str) -> None:
    got = read([line])
    assert (got.caption, got.credit, got.credit_raw) == (line, None, None)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("LPG 3 Kg - ilustrasi", "illustration"),
        ("Kereta api (ilustrasi)", "illustration"),
        (TEXT, None),
    ],
)
def test_flag_of_an_illustration_is_kept_as_type(line: str, kind: str | None) -> None:
    assert read([line]).credit_type == kind


@pytest.mark.parametrize(
    ("lines", "caption", "credit"),
    [
        ([TEXT, f"{TEXT} /Istimewa/"], TEXT, "Istimewa"),
        ([f"{TEXT} /Istimewa/", TEXT], TEXT, "Istimewa"),
        (["Pemkot Semarang", "Foto: Pemkot Semarang"], None, "Pemkot Semarang"),
        (
            [
                "PELANTIKAN KEPALA DAERAH WILAYAH JAWA TENGAH",
                "Gubernur (kiri) melantik bupati dan wali kota baru di Semarang",
            ],
            "Gubernur (kiri) melantik bupati dan wali kota baru di Semarang",
            None,
        ),
        (["header img"], None, None),
        (["IMG_2020-11-24.jpg", "image", "foto", "12345"], None, None),
        (["WhatsApp Image 2020-11-24 at 10.11.12"], None, None),
        (["Ilustrasi: (Foto: Reuters)"], "Ilustrasi", "Reuters"),
        (
            ["Foto: Suasana rapat paripurna di gedung DPRD"],
            "Suasana rapat paripurna di gedung DPRD",
            None,
        ),
        (
            ["Presiden menerima tamu di Istana(Biro Pers Sekretariat Presiden)"],
            "Presiden menerima tamu di Istana",
            "Biro Pers Sekretariat Presiden",
        ),
        (
            ["Pameran itu dibuka wali kota di taman/Humas Pemkot Solo"],
            "Pameran itu dibuka wali kota di taman",
            "Humas Pemkot Solo",
        ),
        ([f"{TEXT}. (wandi)"], f"{TEXT}.", "wandi"),
        ([f"{TEXT}. Foto oleh Ratna Suminar."], f"{TEXT}.", "Ratna Suminar"),
        ([f"{TEXT}/Photo by Ratna Suminar from Pexels"], TEXT, "Ratna Suminar from Pexels"),
        ([f"{TEXT}/©KabarLawu.com/Ratna S."], TEXT, "KabarLawu.com/Ratna S."),
        (["Foto: copyright Kabar Lawu"], None, "Kabar Lawu"),
        (
            ["Pool/RATNA SUMINAR", f"{TEXT} saat fajar, Senin (24/1/2017)."],
            f"{TEXT} saat fajar, Senin (24/1/2017).",
            "Pool/RATNA SUMINAR",
        ),
        ([f"{TEXT}. Ilustrasi"], f"{TEXT}. Ilustrasi", None),
        ([], None, None),
    ],
)
def test_lines(lines: list[str], caption: str | None, credit: str | None) -> None:
    got = read(lines)
    assert (got.caption, got.credit) == (caption, credit)


@pytest.mark.parametrize(
    ("line", "credit", "expected"),
    [
        (
            f"{TEXT}.(KOMPAS.com/Ani Lestari)",
            "(KOMPAS.com/Ani Lestari)",
            (f"{TEXT}.", "KOMPAS.com/Ani Lestari"),
        ),
        (f"Antara {TEXT}", "Antara", (TEXT, "Antara")),
        (
            TEXT,
            "dok.TMC",
            (TEXT, "dok.TMC"),
        ),  # in an element of its own nothing needs "dok" as a mark
        (f"{TEXT} (kiri)", "Foto: Ani/detikcom", (f"{TEXT} (kiri)", "Ani/detikcom")),
        (f"{TEXT} /Istimewa/", "", (TEXT, "Istimewa")),
        ("", "Twitter @contoh", (None, "Twitter @contoh")),
        # the byline of the page, not a credit
        (TEXT, "Ani LestariSabtu, 09 April 2016 06:41 WIB", (TEXT, None)),
    ],
)
def test_credit_in_an_element_of_its_own(
    line: str, credit: str, expected: tuple[str | None, str | None]
) -> None:
    got = read([line], credit=credit)
    assert (got.caption, got.credit) == expected


def test_seed_page(shared: Path) -> None:
    seed = shared / "seed"
    lines = (seed / "sinarjateng.txt").read_text(encoding="utf-8").splitlines()
    image = json.loads((seed / "sinarjateng.json").read_text(encoding="utf-8"))["images"][0]
    caption = [line for line in lines if line.strip().startswith(image["caption"][:60])]
    got = read(caption, outlet_names=("Sinar Jateng", "sinarjateng.pikiran-rakyat.com"))
    assert len(caption) == 2
    assert {key: getattr(got, key) for key in image if key != "url"} == {
        key: value for key, value in image.items() if key != "url"
    }


@pytest.mark.parametrize(
    "unit",
    [" ", "(", "/", "a /", "A ", "- ", "Foto: ", "dok ", "A.", "a.", "©", "1-", "a.co/", ")"],
)
def test_hostile_lines_cost_little(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    start = time.perf_counter()
    for size in (130, 3_900, 100_000):
        read([text[:size], text[:size] + ")"], outlet_names=OUTLETS)
        read([TEXT], credit=text[:size])
    assert time.perf_counter() - start < 0.5
