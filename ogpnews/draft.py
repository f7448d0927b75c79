"""A record in the making: what the page said, what is known of it, what was read so far."""

from dataclasses import dataclass, field

from ogpnews.items import Article
from ogpnews.outlets import Outlet
from ogpnews.raw import RawArticle
from ogpnews.text import body as bodies
from ogpnews.text.mentions import Part, read_parts


@dataclass(slots=True)
class Draft:
    """A record in the making, with what the stages need to know."""

    raw: RawArticle
    outlet: Outlet
    article: Article = field(default_factory=Article)
    fetched_url: str | None = None
    input: str | None = None
    fetched_at: str | None = None
    """ISO 8601 in UTC."""
    html_sha256: str = ""
    signs: tuple[str, ...] = ()
    """Signs of reservations that the page bears for machines, as the run report counts them."""
    notice: str | None = None
    """The reservation among them, verbatim."""
    tdm: bool | None = None
    """Whether page or header settle what the host's tdmrep.json would say."""
    body: bodies.Body | None = None
    """Set by the body stage; the stages after it read what it found."""
    said: list[Part] | None = None
    """Regions and governments named in each part; set when first asked for."""
    names: tuple[str, ...] = field(init=False)
    """What the outlet calls itself in bylines and datelines."""

    def __post_init__(self) -> None:
        self.names = self.outlet.names

    def read(self) -> bodies.Body:
        """The body, read once."""
        if self.body is None:
            lines = [
                line for image in self.raw.images for line in (*image.lines, image.credit or "")
            ]
            self.body = bodies.read(
                self.raw.blocks, title=self.raw.title, captions=lines, outlet_names=self.names
            )
        return self.body

    def parts(self) -> list[Part]:
        """Parts of the article with the regions and governments that they name, found once."""
        if self.said is None:
            article = self.article
            image = article.images[0] if article.images else None
            self.said = read_parts(
                {
                    "title": article.title,
                    "text": article.text,
                    "caption": (image.caption if image else None) or "",
                    "credit": (image.credit if image else None) or "",
                    "section": article.section or "",
                    "tags": "\n\n".join(article.tags),
                    "dateline": article.dateline_place or "",
                }
            )
        return self.said
