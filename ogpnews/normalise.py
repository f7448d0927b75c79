"""The chain: what a page says → the record; one function a concern, used by crawl and extract alike."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import NAMESPACE_URL, uuid5

from ogpnews import __version__, subject
from ogpnews.draft import Draft
from ogpnews.items import Article, Image, Related
from ogpnews.raw import RawArticle, RawImage
from ogpnews.text import captions, origin, published, syndication
from ogpnews.text import credits as credit_lines
from ogpnews.text.clean import loose, sha256, squash
from ogpnews.text.language import language
from ogpnews.text.persons import collective, person
from ogpnews.text.urls import absolute, canonical

EXPORTED = frozenset({"article", "gallery", "video"})
"""Kinds that are exported; the others are counted and said."""


Stage = Callable[[Draft], None]


def identity(draft: Draft) -> None:
    """Who and where: id, URL, outlet, network, title, section, tags, pages."""
    raw, article = draft.raw, draft.article
    article.url = canonical(raw.url or draft.fetched_url)
    article.id = str(uuid5(NAMESPACE_URL, article.url)) if article.url else ""
    article.fetched_url, article.input = draft.fetched_url, draft.input
    article.outlet, article.network = draft.outlet.id, draft.outlet.network
    article.kind, article.title = raw.kind, squash(raw.title)
    article.section = squash(raw.section or "") or None
    article.tags = list(
        dict.fromkeys(squash(tag).lstrip("# ") for tag in raw.tags if tag.strip("# "))
    )
    article.pages = raw.pages
    article.pages_missing = max(0, raw.pages - raw.pages_read)
    article.fetched_at, article.html_sha256 = draft.fetched_at, draft.html_sha256
    article.extraction.family, article.extraction.version = raw.family, __version__


def dates(draft: Draft) -> None:
    """When: printed lines and metadata read together."""
    raw, article = draft.raw, draft.article
    now = datetime.fromisoformat(draft.fetched_at) if draft.fetched_at else None
    found = published.resolve(
        raw.date_lines,
        raw.meta_published,
        draft.outlet.timezone,
        modified_lines=raw.modified_lines,
        meta_modified=raw.meta_modified,
        url=article.url or draft.fetched_url,
        now=now,
        local_as_utc=raw.local_as_utc,
    )
    article.published, article.published_utc = found.published, found.published_utc
    article.published_raw, article.published_precision = (
        found.published_raw,
        found.published_precision,
    )
    article.tz_source, article.modified = found.tz_source, found.modified
    article.date_conflict = found.date_conflict
    if found.where:
        article.extraction.fields["published"] = found.where
    elif raw.date_lines:
        article.extraction.warnings.append(f"date not read: {raw.date_lines[0][:80]}")


def pictures(draft: Draft) -> None:
    """Captions and credits of the pictures; a caption inside the text serves where none is shown."""
    inside = draft.read().captions
    if inside and not any(image.lines or image.credit for image in draft.raw.images):
        draft.raw.images = [replace(image, lines=inside[:1]) for image in draft.raw.images[:1]] or [
            RawImage(lines=inside[:1])
        ]
    for image in draft.raw.images:
        read = captions.read(image.lines, credit=image.credit, outlet_names=draft.names)
        draft.article.images.append(
            Image(
                image.url, read.caption, read.credit, read.credit_raw,
                read.photographer, read.organisation, read.credit_type,
            )
        )  # fmt: skip


def text(draft: Draft) -> None:
    """Body, dateline, inserts and what else was cut out of the text."""
    article, read = draft.article, draft.read()
    article.text = "\n\n".join(read.paragraphs)
    article.text_sha256 = sha256(article.text)
    article.related = [
        Related(item.label, item.title, _link(draft, item.url)) for item in read.related
    ]
    article.removed = dict(read.removed)
    if read.dateline is not None:
        article.dateline, article.dateline_place = read.dateline.raw, read.dateline.place
    article.syndicated_from = read.syndicated_from
    article.rights_notice = read.rights_notice or draft.notice
    article.extraction.warnings += read.warnings
    article.language = language(article.text)
    if not article.text and article.kind == "article":
        article.extraction.warnings.append("no body found")


def people(draft: Draft) -> None:
    """Who: the page's own lines first, metadata only where the page names nobody."""
    raw, article, read = draft.raw, draft.article, draft.read()
    lines = [*raw.credit_lines, *read.credit_lines]
    found = credit_lines.read(lines, outlet_names=draft.names)
    article.authors, article.editors = found.authors, found.editors
    article.contributors, article.collective = found.contributors, found.collective
    article.initials = read.initials or found.initials
    article.source = found.source or read.source or (squash(raw.source) if raw.source else None)
    article.credits_raw = found.raw
    article.extraction.warnings += [f"unknown role: {line[:80]}" for line in found.unknown]
    if not article.authors and not article.editors and not article.initials:
        _from_metadata(draft)


def _from_metadata(draft: Draft) -> None:
    raw, article = draft.raw, draft.article
    for name in raw.meta_authors:
        who = person(name, outlet_names=draft.names)
        if who and who not in article.authors:
            article.authors.append(who)
        elif not who and not article.collective:
            desk = collective(name, outlet_names=draft.names)
            article.collective += [desk] if desk else []
    for name in raw.meta_editors:
        who = person(name, outlet_names=draft.names)
        if who and who not in article.editors:
            article.editors.append(who)
    if article.authors or article.editors:
        article.extraction.fields["authors"] = "meta"


def provenance(draft: Draft) -> None:
    """Where the text comes from: handout, wire, advertorial, the outlet's own work."""
    article, image = draft.article, (draft.article.images or [Image()])[0]
    told = [draft.raw.elsewhere, None if article.authors else article.source]
    named = (syndication.origin(place, draft.names) for place in told)
    article.syndicated_from = article.syndicated_from or next(filter(None, named), None)
    article.origin, article.origin_evidence = origin.judge(
        origin.Page(
            title=article.title,
            text=article.text,
            url=article.url,
            section=article.section,
            tags=tuple(article.tags),
            labels=tuple(draft.read().labels),
            source=article.source,
            syndicated_from=article.syndicated_from,
            authors=tuple(article.authors),
            collective=tuple(article.collective),
            initials=article.initials,
            credits_raw=tuple(article.credits_raw),
            credit=image.credit,
            credit_type=image.credit_type,
            photographer=image.photographer,
            outlet=draft.outlet.id,
            network=draft.outlet.network,
            names=draft.names,
        )
    )


def fields(draft: Draft) -> None:
    """Where each field was read."""
    article, raw = draft.article, draft.raw
    where = article.extraction.fields
    for name in ("title", "authors", "editors", "section", "tags", "text", "images", "dateline"):
        if getattr(article, name):
            where.setdefault(name, raw.where.get(name, "css" if name != "dateline" else "text"))


CHAIN: tuple[Stage, ...] = (
    identity, dates, pictures, text, people, provenance,
    subject.regions, subject.government, subject.topics, fields,
)  # fmt: skip


def normalise(draft: Draft) -> Article:
    """Run the whole chain over a draft and give its record."""
    for stage in CHAIN:
        stage(draft)
    return draft.article


def join(raws: Sequence[RawArticle]) -> RawArticle:
    """Several pages of one article as one: the first page's facts, every page's text, in order."""
    ordered = sorted(raws, key=lambda raw: raw.page)
    first = ordered[0]
    first.pages_read = len({raw.page for raw in ordered})
    for raw in ordered[1:]:
        known = {loose(block.text) for block in first.blocks}
        first.blocks += [block for block in raw.blocks if loose(block.text) not in known]
        for name in ("date_lines", "credit_lines", "tags"):
            own = getattr(first, name)
            own += [value for value in getattr(raw, name) if value not in own]
    return first


def _link(draft: Draft, href: str | None) -> str | None:
    return absolute(draft.fetched_url or draft.raw.url or "", href) if href else None
