"""One block → what it is: (printed, what), and what is cut out of a sentence."""

import time

import pytest

from ogpnews.raw import Block, Link
from ogpnews.text.inserts import Related, classify, is_link, strip_end_marks

SENTENCE = "Pemerintah kota membuka data anggaran kepada warga."

RELATED = [
    ("Baca Juga: Warga Belajar Membaca Anggaran", "Baca Juga", "Warga Belajar Membaca Anggaran"),
    ("Baca juga: Warga Belajar Membaca Anggaran", "Baca juga", "Warga Belajar Membaca Anggaran"),
    ("Baca juga : Warga Belajar Membaca Anggaran", "Baca juga", "Warga Belajar Membaca Anggaran"),
    ("BACA JUGA: Warga Belajar Membaca Anggaran", "BACA JUGA", "Warga Belajar Membaca Anggaran"),
    ("Baca Juga:Soal Anggaran, Warga Bertanya", "Baca Juga", "Soal Anggaran, Warga Bertanya"),
    ("baca juga: Warga Belajar Membaca Anggaran", "baca juga", "Warga Belajar Membaca Anggaran"),
    ("Baca : Warga Belajar Membaca Anggaran", "Baca", "Warga Belajar Membaca Anggaran"),
    ("Baca: Warga Belajar Membaca Anggaran", "Baca", "Warga Belajar Membaca Anggaran"),
    ("Lihat juga: Warga Belajar Membaca Anggaran", "Lihat juga", "Warga Belajar Membaca Anggaran"),
    ("Lihat Juga : Warga Belajar Membaca Anggaran", "Lihat Juga", "Warga Belajar Membaca Anggaran"),
    ("Read Next : Warga Belajar Membaca Anggaran", "Read Next", "Warga Belajar Membaca Anggaran"),
    ("Simak Juga: Warga Belajar Membaca Anggaran", "Simak Juga", "Warga Belajar Membaca Anggaran"),
    ("Artikel Terkait: Warga Belajar Anggaran", "Artikel Terkait", "Warga Belajar Anggaran"),
    ("(Baca juga: Warga Belajar Membaca Anggaran)", "Baca juga", "Warga Belajar Membaca Anggaran"),
    ("Baca juga: Wali Kota: Data Itu Milik Warga", "Baca juga", "Wali Kota: Data Itu Milik Warga"),
]

MARKERS = [
    "Baca Juga", "Baca juga :", "Simak Juga:", "Berita terkait", "Artikel Terkait", "Foto Terkait",
    "BERITA REKOMENDASI", "Jangan Lewatkan!", "Baca:",
]  # fmt: skip

TAILS = [
    "Tags", "Artikel Pilihan", "Terkait", "Terkini", "Terpopuler", "Kabar Daerah", "Topik",
    "Topik Menarik", "Lihat Berita Lainnya", "iNews Network", "Komentar",
]  # fmt: skip

WHAT = [
    # What stands between the parts of a text in one document.
    ("2 dari 3 halaman", "pager"),
    ("Halaman 2 dari 3", "pager"),
    ("1 of 2", "pager"),
    ("Next :", "pager"),
    # Posts of social media.
    ("— Kabar Melati (@kabarmelati) January 30, 2017", "embed"),
    ("A video posted by Ratna (@ratna) on Jan 29, 2017 at 4:47am PST", "embed"),
    ("Pasar dibuka lagi https://t.co/qmZ5t55YVm", "embed"),
    ("Yuk, Simak Juga Video Ini!", "embed"),
    ("Simak Video Bupati: Kita Buka Semua Data", "embed"),
    # Captions of pictures inside a text.
    ("Warga membaca tabel. Foto: Humas Melati", "caption"),
    ("Warga membaca tabel. Foto oleh Ratna Suminar.", "caption"),
    ("( Image : Ist)", "caption"),
    # Notices.
    ("Berita ini juga dapat dibaca melalui m.melati.example dan aplikasi kami.", "promo"),
    ("Simak kabar populer lainnya", "promo"),
    ("Baca juga artikel terkait ANGGARAN atau tulisan menarik lainnya Ratna Suminar", "promo"),
    ("Be Sociable, Share!", "share"),
    # Scroll lines and ads.
    ("ADVERTISEMENT", "ad"),
    ("SCROLL TO CONTINUE WITH CONTENT", "ad"),
    ("Scroll untuk membaca artikel", "ad"),
    ("Scroll ke bawah untuk melanjutkan membaca", "ad"),
    ("Iklan - Geser ke atas untuk melanjutkan.", "ad"),
    ("Advertisement", "ad"),
    ("Promo November", "ad"),
    ("Baca berita tanpa iklan. Gabung Kompas.com+", "promo"),
    ("adsbygoogle = window.adsbygoogle || [];", "ad"),
    ("Laporkan iklan?", "ad"),
    # Embeds.
    ("[Gambas:Video 20detik]", "embed"),
    ("[Gambas:Instagram]", "embed"),
    ("Simak juga Video 'Warga Membaca Anggaran':", "embed"),
    ("Simak Video 'Warga Membaca Anggaran'", "embed"),
    ('Tonton juga video "Warga Membaca Anggaran" di sini:', "embed"),
    ("Lihat juga Video: Warga Membaca Anggaran", "embed"),
    ("Saksikan video pilihan berikut ini", "embed"),
    # Subscribe lines.
    (
        'Dapatkan update berita pilihan. Mari bergabung di Grup Telegram "Kabar Melati".',
        "promo",
    ),
    (
        "Simak breaking news kami langsung di ponselmu, pilih WhatsApp Channel Kabar Melati.",
        "promo",
    ),
    ("Follow Whatsapp Channel Melati untuk update berita terbaru setiap hari!", "promo"),
    ("Jangan lupa ikuti update berita lainnya dan follow akun Google News Melati", "promo"),
    ("Cek Berita dan Artikel lainnya di Google News", "promo"),
    ("Ikuti kami di Google News", "promo"),
    ("Langganan Google News Melati", "promo"),
    ("Baca konten-konten menarik Melati langsung dari smartphone kamu.", "promo"),
    ("Kami membuka kesempatan bagi Anda yang ingin menjadi jurnalis warga.", "promo"),
    # Share bars, counters, buttons.
    ("Sebarkan artikel ini", "share"),
    ("×", "share"),
    ("Share on FacebookShare on Twitter", "share"),
    ("No Result View All Result", "share"),
    ("Bagikan ke", "share"),
    ("AA Text Sizes Medium Large Larger", "share"),
    ("Aa Text", "share"),
    ("get app", "share"),
    ("Load More", "share"),
    ("848 Views", "share"),
    ("102 Views", "share"),
    ("Laporkan Konten", "share"),
    ("3 Min Read", "share"),
    ("Connect with us", "share"),
    ("Headline", "share"),
    ("Dipublikasikan pada Kota Gorontalo", "share"),
    # Tails.
    *[
        (t, "tail")
        for t in ("Tags", "Artikel Pilihan", "Terkait", "Terkini", "Terpopuler", "Kabar Daerah")
    ],
    *[
        (t, "tail")
        for t in ("Topik", "Topik Menarik", "Lihat Berita Lainnya", "iNews Network", "Komentar")
    ],
    ("Tags:", "tail"),
    ("21 Responses to Warga Belajar Membaca Anggaran", "tail"),
    ("Bagaimana menurut Anda?", "poll"),
    ("COPYRIGHT © ANTARA 2026", "copyright"),
    ("© 2026 Kabar Melati. All rights reserved.", "copyright"),
    # Marks, labels, listings.
    ("***", "end_mark"),
    ("(*)", "end_mark"),
    ("[*]", "end_mark"),
    ("[]", "end_mark"),
    ("* * *", "end_mark"),
    ("ADVERTORIAL", "label"),
    ("PARIWARA", "label"),
    ("KILAS DAERAH", "label"),
    ("Wali kota membuka posko dan menyapa warga […]Selengkapnya", "listing"),
    ("Wali kota membuka posko dan menyapa … Baca Selengkapnya", "listing"),
    # Photo credits in the text, and the author's own note.
    ("Foto: Thinkstock", "caption"),
    ("Suasana pasar pagi itu (Foto: Humas Pemkot Melati)", "caption"),
    ("Suasana pasar pagi itu © Instagram.com", "caption"),
    ("*) Dosen pada sebuah perguruan tinggi.", "bio"),
]

BODY = [
    SENTENCE,
    "Baca juga Al-Qur'an setiap pagi, kata dia, agar hati tenang.",
    "Baca puisi menjadi bagian acara itu.",
    "Baca: iqra, kata pertama itu berarti membaca.",
    "Lihat juga bagaimana warga menjaga sungai, ujarnya.",
    "Simak video itu dengan saksama, kata guru, lalu jawab soalnya dalam kelompok masing-masing.",
    "Rekomendasi itu disampaikan kepada wali kota.",
    "Promosi jabatan itu diumumkan kemarin.",
    "Promosi wisata daerah menjadi tugas dinas.",
    "Ikuti lomba itu bersama keluarga, kata panitia.",
    "Iklan rokok dilarang di sekitar sekolah.",
    "Komentar warga beragam setelah pengumuman itu.",
    "Tags yang dipakai pada peta itu ada tiga.",
    "Hak cipta karya itu milik perajin.",
    "Copyright menjadi bahasan diskusi para perajin.",
    "Dilarang keras merokok di ruang rapat, tulis papan itu.",
    "Artikel ini membahas anggaran desa.",
    "Video itu diputar dua kali.",
    "Foto bersama menutup acara itu.",
    "Polri meluncurkan WhatsApp Channel untuk laporan warga.",
    "5462 warga terdaftar sebagai penerima.",
    "1. Buka laman anggaran",
    "http://melati.example/anggaran",
    "Advertorial itu ditandai jelas, kata dewan.",
    "Rp 10.000 *) harga sebelum pajak",
    # An editor's gloss in a sentence belongs to the text.
    "“Ia (kepala desa, red) sudah setuju,” kata warga.",
]


@pytest.mark.parametrize(("printed", "label", "title"), RELATED)
def test_related(printed: str, label: str, title: str) -> None:
    verdict = classify(Block(printed))
    assert verdict.what == "related"
    assert verdict.related == (Related(label, title),)
    linked = classify(Block(printed, links=(Link(title, "/anggaran"),)))
    assert linked.related == (Related(label, title, "/anggaran"),)


@pytest.mark.parametrize("printed", MARKERS)
def test_marker_alone(printed: str) -> None:
    verdict = classify(Block(printed))
    assert (verdict.what, verdict.related) == ("related", ())
    assert verdict.note == printed.strip(" :!")


@pytest.mark.parametrize(("printed", "what"), WHAT)
def test_what(printed: str, what: str) -> None:
    assert classify(Block(printed)).what == what


@pytest.mark.parametrize("printed", BODY)
def test_body(printed: str) -> None:
    verdict = classify(Block(printed))
    assert (verdict.what, verdict.text, verdict.related) == ("body", printed, ())


def test_marker_without_a_colon_needs_its_link() -> None:
    text = "Lihat juga Warga Belajar Membaca Anggaran"
    assert classify(Block(text)).what == "body"
    link = Link("Warga Belajar Membaca Anggaran", "/anggaran")
    assert classify(Block(text, links=(link,))).what == "related"
    # A link that opens a sentence is no title.
    verdict = classify(Block("Rekomendasi BPK itu dibahas.", links=(Link("BPK", "/tag/bpk"),)))
    assert verdict.what == "body"


def test_several_links_behind_one_marker() -> None:
    links = (Link("Warga Belajar", "/1"), Link("Pasar Dibuka", "/2"))
    verdict = classify(Block("Baca juga: Warga Belajar Pasar Dibuka", links=links))
    assert [item.title for item in verdict.related] == ["Warga Belajar", "Pasar Dibuka"]


@pytest.mark.parametrize(
    ("printed", "title", "left"),
    [
        (f"{SENTENCE} Lihat juga Pasar Pagi Dibuka.", "Pasar Pagi Dibuka", SENTENCE),
        (f"{SENTENCE} Baca juga: Pasar Pagi Dibuka", "Pasar Pagi Dibuka", SENTENCE),
        (f"{SENTENCE} (Baca juga: Pasar Pagi Dibuka)", "Pasar Pagi Dibuka", SENTENCE),
        (
            f"{SENTENCE} Simak Juga : Pasar Pagi Dibuka. [mel/kota]",
            "Pasar Pagi Dibuka",
            f"{SENTENCE} [mel/kota]",
        ),
        (f"Baca juga: Pasar Pagi Dibuka {SENTENCE}", "Pasar Pagi Dibuka", SENTENCE),
    ],
)
def test_insert_glued_to_a_sentence(printed: str, title: str, left: str) -> None:
    verdict = classify(Block(printed, links=(Link(title, "/pasar"),)))
    assert (verdict.what, verdict.text) == ("body", left)
    assert [(item.title, item.url) for item in verdict.related] == [(title, "/pasar")]


def test_insert_glued_without_a_link() -> None:
    verdict = classify(Block(f"{SENTENCE} Baca juga: Pasar Pagi Dibuka"))
    assert (verdict.text, verdict.related) == (
        SENTENCE,
        (Related("Baca juga", "Pasar Pagi Dibuka"),),
    )
    # Where the title ends is not said: nothing is cut.
    text = f"{SENTENCE} Lihat juga Pasar Pagi Dibuka."
    assert classify(Block(text)).text == text


def test_embed_glued_to_a_sentence() -> None:
    verdict = classify(Block(f"{SENTENCE} [Gambas:Video Melati]"))
    assert (verdict.what, verdict.text, verdict.cuts) == ("body", SENTENCE, ("embed",))


def test_share_label_glued_to_the_dateline() -> None:
    verdict = classify(Block("Bagikan keJakarta, Kabar Melati – Pasar dibuka."))
    assert (verdict.text, verdict.cuts) == ("Jakarta, Kabar Melati – Pasar dibuka.", ("share",))


@pytest.mark.parametrize(
    ("printed", "note", "credit"),
    [
        (
            'Artikel ini telah tayang di Kompas.com dengan judul "Pasar", '
            "Klik untuk baca: https://melati.example/1",
            "https://melati.example/1",
            "",
        ),
        ("Artikel ini telah tayang di tribun-timur.com dengan judul Pasar", "tribun-timur.com", ""),
        (
            "Artikel ini telah tayang di TribunJabar.id dengan judul Pasar "
            "Penulis: Ani | Editor: Budi Melati",
            "TribunJabar.id",
            "Penulis: Ani | Editor: Budi Melati",
        ),
        ("Berita ini telah tayang di Antaranews.com dengan judul:", "Antaranews.com", ""),
        ('Konten ini telah tayang di Kompasiana.com dengan judul "Pasar"', "Kompasiana.com", ""),
        ("Artikel ini tayang di Melati.com dengan judul Pasar", "Melati.com", ""),
        ("Berita ini sebelumnya telah terbit di Melati.com", "Melati.com", ""),
    ],
)
def test_syndication(printed: str, note: str, credit: str) -> None:
    verdict = classify(Block(printed))
    assert (verdict.what, verdict.note, verdict.credit) == ("syndication", note, credit)
    glued = classify(Block(f"{SENTENCE} {printed}"))
    assert (glued.what, glued.text, glued.note) == ("body", SENTENCE, note)
    assert glued.cuts == ("syndication",)


def test_a_text_taken_from_elsewhere() -> None:
    verdict = classify(Block("Artikel ini disadur dari Melati.com"))
    assert (verdict.what, verdict.note) == ("syndication", "Melati.com")
    assert classify(Block(f"{SENTENCE} Cerita ini diambil dari ingatan warga.")).what == "body"


def test_rights_reservation_is_kept_verbatim() -> None:
    notice = (
        "Dilarang keras mengambil konten, melakukan crawling atau pengindeksan otomatis untuk AI "
        "di situs web ini tanpa izin tertulis dari Kantor Berita ANTARA."
    )
    assert classify(Block(notice)).what == "rights"
    verdict = classify(Block(f"Copyright © ANTARA 2026 {notice}"))
    assert (verdict.what, verdict.note) == ("rights", notice)


@pytest.mark.parametrize(
    ("printed", "left", "count"),
    [
        ("kata dia.***", "kata dia.", 1),
        ("kata dia. ***", "kata dia.", 1),
        ("kata dia. (*)", "kata dia.", 1),
        ("kata dia. (**)", "kata dia.", 1),
        ("kata dia. (***)", "kata dia.", 1),
        ("kata dia. *", "kata dia.", 1),
        ("kata dia.[]", "kata dia.", 1),
        ("kata dia. [*]", "kata dia.", 1),
        ("kata dia.*** (*)", "kata dia.", 2),
        ("***", "", 1),
        ("kata dia. (rin/ian)", "kata dia. (rin/ian)", 0),
        ("harga Rp 10.000*", "harga Rp 10.000*", 0),
        ("", "", 0),
    ],
)
def test_end_marks(printed: str, left: str, count: int) -> None:
    assert strip_end_marks(printed) == (left, count)


def test_is_link() -> None:
    assert is_link(Block("Pasar Dibuka", links=(Link("Pasar Dibuka", "/"),)))
    assert not is_link(Block("Pasar Dibuka hari ini di kota", links=(Link("Pasar", "/"),)))
    assert not is_link(Block("Pasar Dibuka"))
    assert not is_link(Block("–", links=(Link("–", "/"),)))


@pytest.mark.parametrize(
    "text",
    [
        " " * 100_000 + "x",
        "Baca juga " * 100_000,
        ". " * 500_000,
        "(" * 200_000,
        "(Baca juga: " * 80_000,
        "[Gambas:" * 100_000,
        "*" * 500_000,
        "artikel ini telah telah " * 40_000,
        "Kata. " * 170_000,
        "© " * 400_000,
    ],
)
def test_hostile_input_costs_linear_time(text: str) -> None:
    start = time.perf_counter()
    classify(Block(text))
    classify(Block(text[:650]))
    strip_end_marks(text)
    assert time.perf_counter() - start < 2


def test_bullet_that_is_all_link_is_a_related_story() -> None:
    link = Link("• Warga Membaca Anggaran Kota Bersama", "/anggaran")
    verdict = classify(Block(link.text, links=(link,)))
    assert verdict.what == "related"
    assert classify(Block(link.text)).what == "body"


def test_arrows_beside_the_neighbouring_stories() -> None:
    link = Link("← Warga Membaca Anggaran Kota", "/anggaran")
    assert classify(Block(link.text, links=(link,))).what == "share"
    assert classify(Block("Panah ← menunjuk ke kiri")).what == "body"
