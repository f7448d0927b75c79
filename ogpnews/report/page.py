"""The report as one HTML file: template, style and script of data/report/ around its content."""

import base64
import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ogpnews import __version__
from ogpnews.report.census import UNDATED, Census
from ogpnews.report.content import content
from ogpnews.report.tally import clip
from ogpnews.report.texts import Texts
from ogpnews.resources import DATA


@dataclass(frozen=True, slots=True)
class Heading:
    """Of which dataset, when made, and under which title if not the usual one."""

    name: str
    made: datetime
    title: str | None = None


def html(census: Census, heading: Heading, t: Texts) -> str:
    """The whole file; nothing in it asks the network for anything."""
    name = clip(heading.name)
    style, script = (_inline(file) for file in ("style.css", "script.js"))
    return (
        _environment(t)
        .get_template("page.html")
        .render(
            language=t.language,
            title=clip(heading.title) if heading.title else t("page.title", name=name),
            name=name,
            made=heading.made.astimezone(UTC),
            version=__version__,
            style=style,
            script=script,
            allowed=(_hash(style), _hash(script)),
            empty=not census.articles,
            content=content(t, census),
        )
    )


def _environment(t: Texts) -> Environment:
    made = Environment(
        loader=FileSystemLoader(DATA / "report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {"t": t, "UNDATED": UNDATED, "date_of": date.fromordinal}
    return made


def _inline(name: str) -> Markup:
    return Markup((DATA / "report" / name).read_text(encoding="utf-8"))  # noqa: S704  # our own file


def _hash(text: str) -> str:
    """The source expression of a Content-Security-Policy that allows this text and no other."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
