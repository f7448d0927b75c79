"""Pages made to hurt: each maker gives a page of about so many characters, article included."""

import json
from collections.abc import Callable

STORY = """<!doctype html><html lang="id"><head><title>Warga Perbaiki Jembatan Gantung</title>
<meta property="og:title" content="Warga Perbaiki Jembatan Gantung">{head}</head><body>
<div class="judul"><h1>Warga Perbaiki Jembatan Gantung</h1><p>Rabu, 8 Mei 2024 | 08:00 WIB</p>{around}</div>
<div class="isi"><p>SEMARANG - Pemerintah kabupaten membuka jembatan gantung untuk warga dua desa.</p>
<p>Jembatan itu memangkas jarak ke pasar kecamatan dari sembilan menjadi dua kilometer saja.</p>
{body}<p>Warga berharap jalan menuju jembatan juga segera diperbaiki sebelum musim hujan.</p>
<p>Editor: Wira Kusnadi</p></div></body></html>"""

Maker = Callable[[int], str]


def inside(text: str, *, head: str = "", around: str = "") -> str:
    """An article with something inside its text, beside its headline, in its head."""
    return STORY.format(head=head, around=around, body=text)


def fill(piece: str, size: int) -> str:
    """A piece so often that it has about so many characters."""
    return piece * max(1, size // len(piece))


def paragraph(piece: str, before: str = "", behind: str = "") -> Maker:
    """One paragraph of a repeated piece."""
    return lambda size: inside(f"<p>{before}{fill(piece, size)}{behind}</p>")


def many(piece: str) -> Maker:
    """A repeated piece of HTML inside the text."""
    return lambda size: inside(fill(piece, size))


def beside(piece: str, before: str = "", behind: str = "") -> Maker:
    """The same beside the headline, where dates and bylines are looked for."""
    return lambda size: inside("", around=f"{before}{fill(piece, size)}{behind}")


def ahead(piece: str, before: str = "", behind: str = "") -> Maker:
    """The same in the head."""
    return lambda size: inside("", head=f"{before}{fill(piece, size)}{behind}")


def json_ld(source: Callable[[int], str]) -> Maker:
    """A block of JSON-LD."""
    return lambda size: inside(
        "", head=f'<script type="application/ld+json">{source(size)}</script>'
    )


def attribute(name: str, piece: str = "data kabupaten ") -> Maker:
    """One attribute of all that length, of a picture in a link."""
    return lambda size: inside(
        f'<a {name}="{(value := fill(piece, size // 2))}"><img {name}="{value}" src=/a.jpg></a>'
    )


def nested(name: str, inner: str = "Warga desa. ") -> Maker:
    """Boxes of a name in boxes of that name, a link in each, and all the text in the innermost."""
    box = f'<div class="{name}"><a href=/tag/a rel=tag>a</a>'
    return lambda size: inside(box * 400 + fill(inner, size) + "</div>" * 400)


def crowd(name: str, piece: str) -> Maker:
    """One box of a name with all the pieces in it."""
    return lambda size: inside(f'<div class="{name}">{fill(piece, size)}</div>')


LINES: dict[str, Maker] = {
    "spaces before a date": paragraph(" ", "Ditulis", "8 Mei 2024, 10:00 WIB"),
    "hard spaces": paragraph("&nbsp;", "Ditulis", "8 Mei 2024"),
    "commas": paragraph(","),
    "commas between names": paragraph("Budi, ", "Penulis: "),
    "digits": paragraph("1"),
    "digits and spaces": paragraph("1 "),
    "slashes": paragraph("/"),
    "dates with slashes": paragraph("8/5/2024 "),
    "dashes": paragraph("-"),
    "dashes and spaces": paragraph("- "),
    "long dashes": paragraph("SEMARANG – "),
    "quotes": paragraph('"'),
    "curly quotes": paragraph("“Jalan” "),
    "brackets": paragraph("("),
    "closed brackets": paragraph("(ab/cd) "),
    "brackets without end": paragraph("(Foto: ", "Warga."),
    "square brackets": paragraph("[", "Warga "),
    "stars": paragraph("*", "Warga "),
    "stops": paragraph("."),
    "words with stops": paragraph("a.b.c. "),
    "colons": paragraph(":"),
    "bars": paragraph("| ", "Kabar Lawu "),
    "ats": paragraph("@a "),
    "Baca juga": paragraph("Baca juga: "),
    "Baca juga in paragraphs": many("<p>Baca juga: Jalan Desa</p>"),
    "Editor": paragraph("Editor: "),
    "Editor in paragraphs": many("<p>Editor: Wira</p>"),
    "Penulis and Editor": paragraph("Penulis: Budi Editor: Wira "),
    "Foto": paragraph("Foto: "),
    "months": paragraph("Mei "),
    "weekdays": paragraph("Senin, "),
    "clocks": paragraph("10:00 WIB "),
    "one word": paragraph("kabupaten"),
    "one capital word": paragraph("KABUPATEN"),
    "capital words": paragraph("SEMARANG "),
    "capitals and dots": paragraph("SEMARANG."),
    "names": paragraph("Budi "),
    "prose": paragraph("Warga memperbaiki jalan. "),
    "degrees": paragraph("S.Pd., M.Pd., ", "Budi, "),
    "ends of sentences": paragraph("?! "),
    "wide letters": paragraph("ＡＢ"),
    "combining marks": paragraph("a\u0301\u0300"),
    "right to left": paragraph("\u202e\u200f"),
    "zero width": paragraph("\u200b"),
    "emoji": paragraph("👩‍👩‍👧"),
    "addresses": paragraph("https://kabar.example/a?b=c "),
}

ROWS: dict[str, Maker] = {
    "dates": beside("<p>8 Mei 2024</p>"),
    "date line": beside("8 Mei 2024 ", "<p>", "</p>"),
    "spaces": beside(" ", "<p>Oleh", "8 Mei 2024</p>"),
    "commas": beside(",", "<p>", "</p>"),
    "byline": beside("Budi, ", "<p>Oleh ", "</p>"),
    "byline and": beside("Budi dan ", "<p>Oleh ", "</p>"),
    "bars": beside("| ", "<p>", "</p>"),
    "editors": beside("<span>Editor: Wira</span>"),
    "unlabelled names": beside("<a href='/penulis/budi'>Budi Santoso</a>"),
    "captions": beside("<figure><img src=a.jpg><figcaption>Foto: Budi</figcaption></figure>"),
    "one caption": beside(
        "(Foto: ", "<figure><img src=a.jpg><figcaption>", "</figcaption></figure>"
    ),
    "credit": beside(
        "/", "<figure><img src=a.jpg><figcaption>Warga. Foto: Budi", "</figcaption></figure>"
    ),
    "tags": beside("<a rel=tag href=/tag/a>jalan</a>", "<div class=tags>", "</div>"),
    "breadcrumb": beside("<li><a href=/a>Jawa</a></li>", "<ol class=breadcrumb>", "</ol>"),
    "one headline": beside("Warga Jembatan ", "<h1>", "</h1>"),
}

TREES: dict[str, Maker] = {
    "br": many("<br>"),
    "paragraphs": many("<p>a"),
    "empty paragraphs": many("<p></p>"),
    "text and br": many("Warga desa.<br>"),
    "div": many("<div>"),
    "closed div": lambda size: inside("<div>" * (size // 11) + "</div>" * (size // 11)),
    "span": many("<span>"),
    "mixed": many("<div><span><b>"),
    "table": many("<table><tr><td>"),
    "stray cells": many("</td><td>"),
    "rows": lambda size: inside(f"<table>{fill('<tr><td>a</td><td>b</td></tr>', size)}</table>"),
    "foster parents": lambda size: inside(f"<table>{fill('<b>a', size)}"),
    "formatting": many("<b><i>"),
    "adoption": many("<b><p>"),
    "adoption of links": many("<a href=/a><p>"),
    "adoption closed": many("<b><p></b>"),
    "stray ends": many("</b></p>"),
    "lists": many("<ul><li>"),
    "links": many("<a href='/berita/jalan-desa-diperbaiki'>Jalan Desa Diperbaiki Warga</a> "),
    "links in paragraphs": many("<p><a href='/berita/jalan'>Jalan Desa Diperbaiki Warga</a></p>"),
    "list of links": many("<li><a href='/berita/jalan'>Jalan Desa Diperbaiki Warga</a></li>"),
    "one link": lambda size: inside(f"<p><a href='/a'>{fill('jalan ', size)}</a></p>"),
    "h1": many("<h1>Warga Perbaiki Jembatan</h1>"),
    "same h1": many("<h1>Warga Perbaiki Jembatan Gantung</h1>"),
    "h2": many("<h2>Jalan</h2><p>Warga.</p>"),
    "figures": many("<figure><img src=/a.jpg><figcaption>Warga (Foto: Budi)</figcaption></figure>"),
    "pictures": many("<img src=/a.jpg alt='Warga desa'>"),
    "times": many("<time datetime='2024-05-08T08:00:00+07:00'>8 Mei 2024</time>"),
    "articles": many("<article><h2>Jalan</h2><p>Warga desa.</p></article>"),
    "same paragraph": many("<p>Pemerintah kabupaten membuka jembatan gantung untuk warga.</p>"),
    "classes": many("<p class='related baca-juga ads share'>Warga desa.</p>"),
    "microdata": many("<i itemprop=author itemscope><a itemprop=url href=/a>Budi</a></i>"),
    "svg": many("<svg><g>"),
    "template": many("<template><p>"),
    "select": many("<select><option>"),
    "forms": many("<form><input>"),
    "unfinished tags": many("<b "),
    "comments": many("<!-- -->"),
    "one comment": lambda size: inside(f"<!--{fill('- ', size)}"),
    "one script": lambda size: inside(f"<script>{fill('var a;', size)}"),
    "scripts": many("<script>var a;</script>"),
    "data layer": ahead("dataLayer.push({'a':'b'});", "<script>", "</script>"),
    "data layer alone": ahead("dataLayer ", "<script>", "</script>"),
    "noscript": many("<noscript><p>a</noscript>"),
    "iframes": many("<iframe src=/a></iframe>"),
    "plaintext": lambda size: inside(f"<plaintext>{fill('Warga desa. ', size)}"),
    "bodies": many("<body><html>"),
    "attributes": lambda size: inside(f"<p {fill('a=b ', size)}>Warga</p>"),
    **{
        f"{name} of {piece!r}": attribute(name, piece)
        for name in ("href", "class", "src", "srcset", "alt", "style", "datetime")
        for piece in ("a", "1", "a-", "a.", "/", " ", "data kabupaten ")
    },
    "title": ahead("Warga ", "<title>", "</title>"),
    "alt": lambda size: inside(f"<img src=a.jpg alt='{fill('Warga (Foto: ', size)}'>"),
    "pictures in a box": lambda size: inside(f"<div>{fill('<img src=/a.jpg><p>(Foto: a)', size)}"),
    "page numbers": crowd("pagination", "<li><a href='?page=2'>2</a></li>"),
    "page number": lambda size: inside(f"<ul class=pagination><li><a href='?p=2'>{'2' * size}</a>"),
}

NAMED: dict[str, Maker] = {
    f"{kind} {name}": make
    for name in (
        *("penulis", "editor", "author", "tanggal", "date", "caption", "credit", "tags", "breadcrumb"),
        *("related", "pagination", "share", "content", "post", "read__content", "entry-content"),
    )
    for kind, make in (
        ("nested", nested(name)),
        ("crowd", crowd(name, f'<span class="{name}">Budi Santoso</span>')),
        ("many", many(f'<div class="{name}"><p>Budi, 8 Mei 2024</p></div>')),
        ("beside", beside(f'<div class="{name}">Budi Santoso, 8 Mei 2024</div>')),
    )
}  # fmt: skip

HEADS: dict[str, Maker] = {
    "metas": ahead("<meta property='article:published_time' content='2024-05-08T08:00:00+07:00'>"),
    "metas of names": ahead("<meta name='author' content='Budi Santoso'>"),
    "meta": ahead("Budi, ", "<meta name=author content='", "'>"),
    "keywords": ahead("jalan, ", "<meta name=keywords content='", "'>"),
    "date": ahead("2024-", "<meta property='article:published_time' content='", "'>"),
    "canonical": ahead("a/", "<link rel=canonical href='https://kabar.example/", "'>"),
    "canonical with spaces": ahead(
        "%20 ", "<link rel=canonical href='https://kabar.example/", "'>"
    ),
    "query": ahead("a=b&amp;", "<link rel=canonical href='https://kabar.example/a?", "'>"),
    "links": ahead("<link rel=canonical href='https://kabar.example/a'>"),
    "json": json_ld(lambda size: json.dumps({"@type": "NewsArticle", "headline": "a" * size})),
    "json without end": json_ld(lambda size: '{"@type": "NewsArticle", "a": "' + "a" * size),
    "json in json": json_ld(lambda size: '{"@graph": [' * (size // 12)),
    "closed json in json": json_ld(lambda size: "[" * (size // 2) + "]" * (size // 2)),
    "list of lists": json_ld(lambda size: json.dumps([[["a"]] * (size // 12)] * 1)),
    "list of stories": json_ld(
        lambda size: json.dumps([{"@type": "NewsArticle", "headline": "Jalan"}] * (size // 50))
    ),
    "authors": json_ld(
        lambda size: json.dumps(
            {
                "@type": "NewsArticle",
                "headline": "Warga Perbaiki Jembatan Gantung",
                "author": [{"@type": "Person", "name": f"Budi {n}"} for n in range(size // 40)],
            }
        )
    ),
    "keywords in json": json_ld(
        lambda size: json.dumps(
            {
                "@type": "NewsArticle",
                "headline": "Warga Perbaiki Jembatan Gantung",
                "keywords": ["a"] * (size // 5),
            }
        )
    ),
    "one number": json_ld(lambda size: '{"a": ' + "9" * size + "}"),
    "blocks of json": ahead('<script type="application/ld+json">{"@type":"NewsArticle"}</script>'),
    "breadcrumbs": json_ld(
        lambda size: json.dumps(
            {
                "@type": "BreadcrumbList",
                "itemListElement": [{"item": {"name": "Jawa"}}] * (size // 30),
            }
        )
    ),
}

ENTITIES: dict[str, Maker] = {
    "named": paragraph("&amp;"),
    "nested": paragraph("&amp;amp;amp;"),
    "without end": paragraph("&amp"),
    "ampersands": paragraph("&"),
    "numbers": paragraph("&#65;"),
    "no character": paragraph("&#xD800;&#0;&#x110000;"),
    "one number": paragraph("9", "&#", ";"),
    "unknown": paragraph("&kabupaten;"),
    "in a meta": ahead("&amp;amp;", "<meta property=og:description content='", "'>"),
    "in a title": ahead("&amp;lt;", "<title>", "</title>"),
}

ALL: dict[str, Maker] = {
    f"{group}: {name}": maker
    for group, makers in (
        ("line", LINES), ("row", ROWS), ("tree", TREES), ("named", NAMED), ("head", HEADS),
        ("entity", ENTITIES),
    )
    for name, maker in makers.items()
}  # fmt: skip
