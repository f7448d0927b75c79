"""Datelines: (printed head, raw, place, outlet), and heads that are none."""

import time

import pytest

from ogpnews.text.datelines import by_text, is_place, split

TEXT = "Pemerintah kabupaten membuka data anggaran."

# The printed head with its dash; the text follows directly.
ROWS = [
    # An outlet alone: the place is not said.
    ("SINARJATENG.COM – ", "SINARJATENG.COM", None, "SINARJATENG.COM"),
    ("REPUBLIKA.CO.ID, ", "REPUBLIKA.CO.ID", None, "REPUBLIKA.CO.ID"),
    ("Liputan6.com, Jakarta ", "Liputan6.com, Jakarta", "Jakarta", "Liputan6.com"),
    ("INFO BISNIS - ", "INFO BISNIS", None, "INFO BISNIS"),
    ("PORTAL JOGJA - ", "PORTAL JOGJA", None, "PORTAL JOGJA"),
    ("DESKJABAR - ", "DESKJABAR", None, "DESKJABAR"),
    ("HALO SEMARANG – ", "HALO SEMARANG", None, "HALO SEMARANG"),
    ("HALUAN PADANG -", "HALUAN PADANG", None, "HALUAN PADANG"),
    ("Spektroom –", "Spektroom", None, "Spektroom"),
    ("MANTRA SUKABUMI - ", "MANTRA SUKABUMI", None, "MANTRA SUKABUMI"),
    ("PR DEPOK - ", "PR DEPOK", None, "PR DEPOK"),
    ("SEMARANGKU – ", "SEMARANGKU", None, "SEMARANGKU"),
    ("INFONEWS —", "INFONEWS", None, "INFONEWS"),
    ("VoiceNews id - ", "VoiceNews id", None, "VoiceNews id"),
    ("KOMPAS.com - ", "KOMPAS.com", None, "KOMPAS.com"),
    ("POS-KUPANG.COM- ", "POS-KUPANG.COM", None, "POS-KUPANG.COM"),
    ("MEEEPAGO.COM-", "MEEEPAGO.COM", None, "MEEEPAGO.COM"),
    # Place and outlet, in both orders.
    ("SEMARANG, KOMPAS.com –", "SEMARANG, KOMPAS.com", "SEMARANG", "KOMPAS.com"),
    ("MANOKWARI, KOMPAS.com -", "MANOKWARI, KOMPAS.com", "MANOKWARI", "KOMPAS.com"),
    ("JAKARTA, KOMPAS.com –", "JAKARTA, KOMPAS.com", "JAKARTA", "KOMPAS.com"),
    ("TRIBUNJATENG.COM, SEMARANG -", "TRIBUNJATENG.COM, SEMARANG", "SEMARANG", "TRIBUNJATENG.COM"),
    ("TRIBUNJATENG.COM,SEMARANG -", "TRIBUNJATENG.COM,SEMARANG", "SEMARANG", "TRIBUNJATENG.COM"),
    (
        "TRIBUNKALTIM.CO, BALIKPAPAN -",
        "TRIBUNKALTIM.CO, BALIKPAPAN",
        "BALIKPAPAN",
        "TRIBUNKALTIM.CO",
    ),
    ("TRIBUNMANADO.COM, MANADO -", "TRIBUNMANADO.COM, MANADO", "MANADO", "TRIBUNMANADO.COM"),
    ("POS-KUPANG.COM, LARANTUKA-", "POS-KUPANG.COM, LARANTUKA", "LARANTUKA", "POS-KUPANG.COM"),
    ("Harianjogja.com, SLEMAN--", "Harianjogja.com, SLEMAN", "SLEMAN", "Harianjogja.com"),
    ("Solopos.com, SOLO —", "Solopos.com, SOLO", "SOLO", "Solopos.com"),
    ("Bisnis.com, JAKARTA —", "Bisnis.com, JAKARTA", "JAKARTA", "Bisnis.com"),
    ("FAJAR.CO.ID, JAKARTA —", "FAJAR.CO.ID, JAKARTA", "JAKARTA", "FAJAR.CO.ID"),
    ("Jakarta, CNN Indonesia --", "Jakarta, CNN Indonesia", "Jakarta", "CNN Indonesia"),
    ("SEMARANG, iNewsSemarang.id -", "SEMARANG, iNewsSemarang.id", "SEMARANG", "iNewsSemarang.id"),
    ("SEMARANG, iNews.id –", "SEMARANG, iNews.id", "SEMARANG", "iNews.id"),
    (
        "PEKALONGAN, AYOSEMARANG.COM --",
        "PEKALONGAN, AYOSEMARANG.COM",
        "PEKALONGAN",
        "AYOSEMARANG.COM",
    ),
    ("SEMARANG, Jatengnews.id –", "SEMARANG, Jatengnews.id", "SEMARANG", "Jatengnews.id"),
    ("JEPARA, Cakram.net –", "JEPARA, Cakram.net", "JEPARA", "Cakram.net"),
    (
        "BALIKPAPAN, Inibalikpapan.com –",
        "BALIKPAPAN, Inibalikpapan.com",
        "BALIKPAPAN",
        "Inibalikpapan.com",
    ),
    ("Penasatu.com, Balikpapan –", "Penasatu.com, Balikpapan", "Balikpapan", "Penasatu.com"),
    (
        "Balikpapan, Borneoupdate.com-",
        "Balikpapan, Borneoupdate.com",
        "Balikpapan",
        "Borneoupdate.com",
    ),
    ("TARAKAN, Headlinews.id–", "TARAKAN, Headlinews.id", "TARAKAN", "Headlinews.id"),
    ("TARAKAN, SuaraBorneo.com –", "TARAKAN, SuaraBorneo.com", "TARAKAN", "SuaraBorneo.com"),
    (
        "KOTA SORONG, BeritaAktual.co –",
        "KOTA SORONG, BeritaAktual.co",
        "KOTA SORONG",
        "BeritaAktual.co",
    ),
    ("TEROPONGNEWS.COM, SORONG –", "TEROPONGNEWS.COM, SORONG", "SORONG", "TEROPONGNEWS.COM"),
    ("MahesaMediaCenter, Nabire –", "MahesaMediaCenter, Nabire", "Nabire", "MahesaMediaCenter"),
    (
        "Papuanewsonline.com, Jayapura –",
        "Papuanewsonline.com, Jayapura",
        "Jayapura",
        "Papuanewsonline.com",
    ),
    ("PROKAL.CO, SANGGAU-", "PROKAL.CO, SANGGAU", "SANGGAU", "PROKAL.CO"),
    ("TERNATE, OT -", "TERNATE, OT", "TERNATE", "OT"),
    ("TERNATE, KAIDAH MALUT –", "TERNATE, KAIDAH MALUT", "TERNATE", "KAIDAH MALUT"),
    ("Jubi Jayapura, Jubi –", "Jubi Jayapura, Jubi", "Jayapura", "Jubi"),
    ("Brebes, Local OGP –", "Brebes, Local OGP", "Brebes", "Local OGP"),
    ("Jakarta, OGPNews Indonesia –", "Jakarta, OGPNews Indonesia", "Jakarta", "OGPNews Indonesia"),
    ("Jakarta, KompasOtomotif – ", "Jakarta, KompasOtomotif", "Jakarta", "KompasOtomotif"),
    # Agencies and outlets in brackets.
    ("Jakarta (ANTARA) –", "Jakarta (ANTARA)", "Jakarta", "ANTARA"),
    (
        "Bandarlampung, Lampung (ANTARA News) -",
        "Bandarlampung, Lampung (ANTARA News)",
        "Bandarlampung",
        "ANTARA News",
    ),
    ("Mataram, NTB (ANTARA News) - ", "Mataram, NTB (ANTARA News)", "Mataram", "ANTARA News"),
    (
        "Palangka Raya (Antara Kalteng) - ",
        "Palangka Raya (Antara Kalteng)",
        "Palangka Raya",
        "Antara Kalteng",
    ),
    (
        "Banyuwangi (beritajatim.com) –",
        "Banyuwangi (beritajatim.com)",
        "Banyuwangi",
        "beritajatim.com",
    ),
    (
        "Pontianak (Kalbarnews.co.id) -",
        "Pontianak (Kalbarnews.co.id)",
        "Pontianak",
        "Kalbarnews.co.id",
    ),
    ("JAYAPURA (PAPOS) –", "JAYAPURA (PAPOS)", "JAYAPURA", "PAPOS"),
    ("JAYAPURA [PAPOS]-", "JAYAPURA [PAPOS]", "JAYAPURA", "PAPOS"),
    ("SEMARANG(SUARABARU.ID)-", "SEMARANG(SUARABARU.ID)", "SEMARANG", "SUARABARU.ID"),
    ("CIGUDEG, (TB) –", "CIGUDEG, (TB)", "CIGUDEG", "TB"),
    ("GOWA, (PEDOMAN KARYA). ", "GOWA, (PEDOMAN KARYA)", "GOWA", "PEDOMAN KARYA"),
    ("SALAM PAPUA (NABIRE) -", "SALAM PAPUA (NABIRE)", "NABIRE", "SALAM PAPUA"),
    ("Mangupura, (Metrobali.com)-", "Mangupura, (Metrobali.com)", "Mangupura", "Metrobali.com"),
    ("Ungaran, Kabar Melati – ", "Ungaran, Kabar Melati", "Ungaran", "Kabar Melati"),
    # A unit of the government where an outlet would stand.
    ("Padang, InfoPublik -", "Padang, InfoPublik", "Padang", "InfoPublik"),
    ("Jakarta, Humas –", "Jakarta, Humas", "Jakarta", "Humas"),
    ("Jakarta, BPG –", "Jakarta, BPG", "Jakarta", "BPG"),
    ("Kota Gorontalo, Kominfotik –", "Kota Gorontalo, Kominfotik", "Kota Gorontalo", "Kominfotik"),
    # A place alone; one site prints four dashes.
    ("GORONTALO – ", "GORONTALO", "GORONTALO", None),
    ("Mamuju - ", "Mamuju", "Mamuju", None),
    ("Mamuju – ", "Mamuju", "Mamuju", None),
    ("Mamuju — ", "Mamuju", "Mamuju", None),
    ("MAMUJU - ", "MAMUJU", "MAMUJU", None),
    ("Mamuju Tengah — ", "Mamuju Tengah", "Mamuju Tengah", None),
    ("Kota Sorong PBD –", "Kota Sorong PBD", "Kota Sorong PBD", None),
    ("Kab. Semarang –", "Kab. Semarang", "Kab. Semarang", None),
    # Which Karanganyar it is, the regency or a kecamatan of Pekalongan, the dateline cannot say.
    ("KARANGANYAR - ", "KARANGANYAR", "KARANGANYAR", None),
    ("KLOJEN - ", "KLOJEN", "KLOJEN", None),
    ("AALST – ", "AALST", "AALST", None),
    # Pipes, colons, full stops.
    ("JEPARA | GISTARA.COM–", "JEPARA | GISTARA.COM", "JEPARA", "GISTARA.COM"),
    ("SENTANI, TOMEI.ID | ", "SENTANI, TOMEI.ID", "SENTANI", "TOMEI.ID"),
    ("MIMIKA,TOMEI.ID |", "MIMIKA,TOMEI.ID", "MIMIKA", "TOMEI.ID"),
    (
        "Realitasonline.id - SEMARANG | ",
        "Realitasonline.id - SEMARANG",
        "SEMARANG",
        "Realitasonline.id",
    ),
    (
        "Jateng – Bidik-Kasusnews.com | Pati –",
        "Jateng – Bidik-Kasusnews.com | Pati",
        "Pati",
        "Bidik-Kasusnews.com",
    ),
    (
        "Kota Kupang, Garda Indonesia | ",
        "Kota Kupang, Garda Indonesia",
        "Kota Kupang",
        "Garda Indonesia",
    ),
    ("GATENEWS.ID : MUNA –", "GATENEWS.ID : MUNA", "MUNA", "GATENEWS.ID"),
    ("matabangsa.com – Jakarta: ", "matabangsa.com – Jakarta", "Jakarta", "matabangsa.com"),
    ("Metrotvnews.com, Jakarta: ", "Metrotvnews.com, Jakarta", "Jakarta", "Metrotvnews.com"),
    ("NTT AKTUAL. KOTA KUPANG. ", "NTT AKTUAL. KOTA KUPANG", "KOTA KUPANG", "NTT AKTUAL"),
    (
        "Batusangkar.Lintas Media News.",
        "Batusangkar.Lintas Media News",
        "Batusangkar",
        "Lintas Media News",
    ),
    ("MALUTPOST-TERNATE.", "MALUTPOST-TERNATE", "TERNATE", "MALUTPOST"),
    ("AMBON, MM. –", "AMBON, MM", "AMBON", "MM"),
    ("AMBON.MM,-", "AMBON.MM", "AMBON", "MM"),
    ("TIMESINDONESIA, MALANG – ", "TIMESINDONESIA, MALANG", "MALANG", "TIMESINDONESIA"),
    ("KBRN, Semarang : ", "KBRN, Semarang", "Semarang", "KBRN"),
    ("TANA PASER. ", "TANA PASER", "TANA PASER", None),
    # Blanks and commas too many or too few.
    ("Semarang,koranpelita.com –", "Semarang,koranpelita.com", "Semarang", "koranpelita.com"),
    ("Denpasar ,  Bali Kini -", "Denpasar ,  Bali Kini", "Denpasar", "Bali Kini"),
    ("Makassarkota, MAKASSAR,-", "Makassarkota, MAKASSAR", "MAKASSAR", "Makassarkota"),
    ("SEKAYU - Sumbarnet, ", "SEKAYU - Sumbarnet", "SEKAYU", "Sumbarnet"),
    ("ARUNGNEWS.COM,PAPUATENGAH-", "ARUNGNEWS.COM,PAPUATENGAH", "PAPUATENGAH", "ARUNGNEWS.COM"),
    (
        "ARUNGNEWS. COM, PAPUATENGAH-",
        "ARUNGNEWS. COM, PAPUATENGAH",
        "PAPUATENGAH",
        "ARUNGNEWS. COM",
    ),
    ("ARUNGNEWS.COM,MALUT-", "ARUNGNEWS.COM,MALUT", "MALUT", "ARUNGNEWS.COM"),
    (
        "Melanesiatimes.comKota Sorong – ",
        "Melanesiatimes.comKota Sorong",
        "Kota Sorong",
        "Melanesiatimes.com",
    ),
    ("Ambon,MollucasTimes.com-", "Ambon,MollucasTimes.com", "Ambon", "MollucasTimes.com"),
    ("GORONTALO–", "GORONTALO", "GORONTALO", None),
    # Host names, provinces, dates, rubrics.
    (
        "Makassar, birohumas.sulselprov.go.id –",
        "Makassar, birohumas.sulselprov.go.id",
        "Makassar",
        "birohumas.sulselprov.go.id",
    ),
    (
        "PANGKALPINANG,www.wowbabel.com --",
        "PANGKALPINANG,www.wowbabel.com",
        "PANGKALPINANG",
        "www.wowbabel.com",
    ),
    ("tegas.co, KOLAKA, SULTRA –", "tegas.co, KOLAKA, SULTRA", "KOLAKA", "tegas.co"),
    (
        "Lensakalimantan.my.id,Rabu, 5 Agustus 2025, -",
        "Lensakalimantan.my.id,Rabu, 5 Agustus 2025",
        None,
        "Lensakalimantan.my.id",
    ),
    ("Semarang (23/2/2021) – ", "Semarang (23/2/2021)", "Semarang", None),
    ("PIFA.CO.ID, LOKAL -", "PIFA.CO.ID, LOKAL", None, "PIFA.CO.ID"),
    ("PARLEMENTARIA, Bandung -", "PARLEMENTARIA, Bandung", "Bandung", None),
    # Places abroad, by their shape beside an outlet.
    ("INILAHCOM, Manchester - ", "INILAHCOM, Manchester", "Manchester", "INILAHCOM"),
    ("INILAHCOM, Gelsenkirchen - ", "INILAHCOM, Gelsenkirchen", "Gelsenkirchen", "INILAHCOM"),
]

# What opens like a dateline and is text.
NONE = [
    "PERJALANAN bisnis koperasi itu tidak sepi dari tantangan.",
    "INDEKS Harga Pangan Daerah ditutup naik.",
    "INDEKS Harga Pangan Daerah - naik sepekan terakhir.",
    "PELATIH klub itu memuji Stadion Melati--kandang lawannya--di depan wartawan.",
    "Wali Kota Semarang – yang juga ketua panitia – membuka acara.",
    "Wali Kota Semarang - Ketua panitia acara itu - hadir.",
    "Gubernur Jawa Tengah, Budi Melati – Kader partai itu – hadir.",
    "Semarang – yang dulu bernama lain – merayakan hari jadi.",
    "Jakarta, Bandung, dan Surabaya menjadi contoh.",
    "Semarang, Jawa Tengah, kembali menjadi tuan rumah.",
    "Jakarta-Bandung kini lebih dekat.",
    "SEMARANG-SOLO kini lebih dekat.",
    "Melati - Kenanga menang pada putaran pertama.",  # two candidates: nothing known in it
    "AplikasiKu - Layanan baru itu dibuka.",
    "PPKM – Pembatasan itu dicabut.",
    "OJK - Otoritas itu membuka data.",
    "BREAKING NEWS - Banjir di kota.",
    "DPRD KOTA SEMARANG - Rapat itu dibuka ketua.",
    "DARI SAMARINDA: Panitia membuka pendaftaran.",
    "DARI SAMARINDA - Panitia membuka pendaftaran.",
    "PASAR SEMARANG: Harga turun.",
    "KABAR DUKA - Warga berkumpul di balai kota.",
    "ADVERTORIAL - Layanan baru itu dibuka.",  # a rubric without a place
    "FOTO: Banjir di Semarang",
    "Baca Juga: Kabar dari Jakarta",
    "Sumber: Humas Pemkot Semarang",
    "Editor: Intan Melati",
    "COVID-19: Kasus turun.",
    "Senin (23/11/2020) - Acara itu dibuka.",
    '"Semarang" - Kata itu tertulis di papan.',
    "Semarang",
    "LUAR BIASA. Itulah kata warga.",
    "",
    "-",
    "– Pemerintah kota membuka data.",
]


@pytest.mark.parametrize(("head", "raw", "place", "outlet"), ROWS)
def test_dateline(head: str, raw: str, place: str | None, outlet: str | None) -> None:
    found = split(head + TEXT)
    assert found is not None
    dateline, rest = found
    assert (dateline.raw, dateline.place, dateline.outlet) == (raw, place, outlet)
    assert rest == TEXT


@pytest.mark.parametrize("text", NONE)
def test_no_dateline(text: str) -> None:
    assert split(text) is None


def test_region_before_an_office() -> None:
    found = split("Jayapura, Dinas Kesehatan kota itu membuka layanan baru.")
    assert found is not None
    assert (found[0].raw, found[0].place) == ("Jayapura", "Jayapura")
    assert found[1].startswith("Dinas Kesehatan")


def test_place_glued_to_the_text() -> None:
    found = split("balitribune.co.id | MangupuraSejumlah warga membuka posko.")
    assert found is not None
    assert (found[0].place, found[0].outlet) == ("Mangupura", "balitribune.co.id")
    assert found[1] == "Sejumlah warga membuka posko."


@pytest.mark.parametrize(
    ("text", "place", "outlet"),
    [
        ("MIMIKA, BM", "MIMIKA", "BM"),
        ("ISTANBUL, 23 Februari 2016 (Antara/PRNewswire) --", "ISTANBUL", "Antara/PRNewswire"),
        ("Mangupura, (Metrobali.com)-", "Mangupura", "Metrobali.com"),
        ("Jakarta -", "Jakarta", None),
        ("Cikande -", "Cikande", None),  # no list holds it, but nothing else would stand so
    ],
)
def test_dateline_in_a_block_of_its_own(text: str, place: str, outlet: str | None) -> None:
    found = split(text)
    assert found is not None
    assert (found[0].place, found[0].outlet, found[1]) == (place, outlet, "")


def test_names_and_hosts_of_the_outlet() -> None:
    text = f"MelatiSport – {TEXT}"
    assert split(text) is None
    for names in (("Melati",), ("www.melati.co.id",), ("sport.melati.com",)):
        found = split(text, outlet_names=names)
        assert found is not None
        assert found[0].outlet == "MelatiSport"


def test_text_after_the_dash_may_begin_small() -> None:
    found = split("Jakarta - iKota, layanan warga, dibuka.")
    assert found is not None
    assert found[1] == "iKota, layanan warga, dibuka."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kota Semarang", True),
        ("kota semarang", False),
        ("Ungaran", True),
        ("Distrik Melati", True),
        ("", False),
    ],
)
def test_is_place(text: str, *, expected: bool) -> None:
    assert is_place(text) is expected


@pytest.mark.parametrize(
    "text",
    [
        " " * 100_000 + "Jakarta - X",
        "A" * 1_000_000,
        "JAKARTA, " * 100_000,
        "a-" * 500_000,
        "x.y." * 250_000,
        "((((" * 100_000,
        "-–—|:" * 100_000,
    ],
)
def test_hostile_input_costs_linear_time(text: str) -> None:
    start = time.perf_counter()
    split(text, outlet_names=("Melati",))
    assert time.perf_counter() - start < 1


def test_two_places_behind_an_outlet_are_not_one() -> None:
    found = split("Liputan6.com, Jakarta London Love Story diputar di bioskop kota.")
    assert found is not None
    assert found[0].raw == "Liputan6.com, Jakarta"


@pytest.mark.parametrize(
    ("opening", "text", "place"),
    [
        (
            "Ratatotok – Pemerintah membuka posko.",
            "Rapat di Ratatotok dihadiri warga.",
            "Ratatotok",
        ),
        ("RATATOTOK - Pemerintah membuka posko.", "Warga Kecamatan Ratatotok hadir.", "RATATOTOK"),
        ("Ratatotok – Pemerintah membuka posko.", "Rapat itu dihadiri warga.", None),
        ("Ratatotok – pemerintah membuka posko.", "Rapat di Ratatotok dihadiri warga.", None),
        ("Bupati Ratatotok – Pemerintah membuka.", "Rapat di Bupati Ratatotok.", None),
    ],
)
def test_unknown_place_that_the_text_knows(opening: str, text: str, place: str | None) -> None:
    found = by_text(opening, text)
    assert (found[0].place if found else None) == place
    assert found is None or found[1] == "Pemerintah membuka posko."
