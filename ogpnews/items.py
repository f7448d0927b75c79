"""The article record: one dataclass, from which JSON Lines, the JSON Schema and the docs come."""

from dataclasses import dataclass, field, fields

SCHEMA_VERSION = "1.0"


@dataclass(slots=True)
class Image:
    """A picture of the article; the main one comes first."""

    url: str | None = None
    """Absolute URL of the picture as the page names it; the bytes are never fetched."""
    caption: str | None = None
    """Caption without its credit, said once even where the page prints it twice."""
    credit: str | None = None
    """Credit without brackets and labels: `Humas Pemkot Semarang`, `ANTARA FOTO/M Risyal Hidayat`."""
    credit_raw: str | None = None
    """The credit as printed, with its brackets and labels."""
    photographer: str | None = None
    """Person in the credit, where one side of it is a known organisation."""
    organisation: str | None = None
    """Agency, outlet, government unit or other organisation in the credit."""
    credit_type: str | None = None
    """handout, agency, staff, social, stock, illustration, personal or unspecified; null: no credit."""


@dataclass(slots=True)
class Related:
    """An inline "Baca juga" insert that was taken out of the text."""

    label: str
    """The marker as printed, without its colon: `Baca Juga`."""
    title: str
    """Title of the story that the insert points to."""
    url: str | None = None
    """Absolute URL of that story, where the insert is a link."""


@dataclass(slots=True)
class Region:
    """A province, kabupaten or kota that the article is about."""

    code: str | None = None
    """Kemendagri code of 2025, dotted (`33.74`); null where `candidates` holds the choice."""
    name: str = ""
    """Name of the region as in data/regions.csv, or as printed where ambiguous."""
    level: str = ""
    """province, regency or city; empty where ambiguous."""
    primary: bool = False
    """True for the one region that the article is mainly about."""
    evidence: list[str] = field(default_factory=list)
    """Part and words as printed, at most 5: `title: Pemkot Semarang`, `host: semarangkota.go.id`."""
    candidates: list[str] = field(default_factory=list)
    """Kemendagri codes that an ambiguous name may mean; empty where `code` is set."""


@dataclass(slots=True)
class Government:
    """Regional government in the article."""

    about: bool = False
    """True where the article is about what a regional government does; docs/government.md has the rule."""
    bodies: list[str] = field(default_factory=list)
    """Bodies named, each by one name however printed: Pemkot Semarang, DPRD Jateng, …"""
    offices: list[str] = field(default_factory=list)
    """Titles of office holders named, with acting forms: Wali Kota, Pjs Wali Kota, …"""
    evidence: list[str] = field(default_factory=list)
    """What on the page says that it is about one, by part: `title: Pemkot Semarang`."""


@dataclass(slots=True)
class Extraction:
    """How the record was made."""

    family: str = ""
    """Template family that read the page: promedia, tribun, …, generic, textdump."""
    version: str = ""
    """Version of ogpnews."""
    fields: dict[str, str] = field(default_factory=dict)
    """Field → where it was read: css, json-ld, meta, data-layer, text, url, outlet."""
    warnings: list[str] = field(default_factory=list)
    """What was odd: an unknown role word, a date that could not be read, a body cut short."""


@dataclass(slots=True)
class Article:
    """One article, one line of JSON Lines; keys always present and always in this order."""

    schema_version: str = SCHEMA_VERSION
    """Version of this record; a reader refuses a major version that it does not know."""
    revision: int = 1
    """1; a later crawl that finds the text changed exports the same id again with 2, 3, …"""
    id: str = ""
    """UUIDv5 of the canonical URL: the same article has the same id in every run."""
    url: str | None = None
    """Canonical URL: https, no tracking parameters, no fragment, no page number; null if unknown."""
    fetched_url: str | None = None
    """Where the bytes came from."""
    input: str | None = None
    """For extract: the file or WARC record that it was read from, as given."""
    outlet: str = ""
    """Catalogue id, e.g. sinarjateng; empty for a host that the catalogue does not know."""
    network: str | None = None
    """Network of the outlet, e.g. prmn, tribun."""
    kind: str = "article"
    """article, gallery, video, listing or other; only the first three are exported."""
    title: str = ""
    """Headline that a reader sees, without the site's suffix."""
    published: str | None = None
    """ISO 8601 with the local UTC offset; a bare date where only the day is known."""
    published_utc: str | None = None
    """The same instant in UTC with Z; null where only the day is known."""
    published_raw: str | None = None
    """The printed date line, verbatim."""
    published_precision: str | None = None
    """second, minute or day."""
    tz_source: str | None = None
    """printed, meta, meta_corrected (a false Z) or outlet."""
    modified: str | None = None
    """Time of the last change that the page states, like published."""
    date_conflict: str | None = None
    """What disagrees (weekday against day, line against metadata); the value is not rewritten."""
    authors: list[str] = field(default_factory=list)
    """Persons who wrote or reported, labels and outlet names cut off, spelling kept."""
    editors: list[str] = field(default_factory=list)
    """Persons credited as editor or redaktur."""
    contributors: list[str] = field(default_factory=list)
    """Persons credited as kontributor."""
    collective: list[str] = field(default_factory=list)
    """Desks and units in the place of a person: Tim Redaksi, MC Kota Padang."""
    initials: str | None = None
    """Initials as printed, rin/ian; never expanded."""
    source: str | None = None
    """Named wire or other origin of the text."""
    credits_raw: list[str] = field(default_factory=list)
    """Verbatim credit lines that the six keys above were read from."""
    dateline: str | None = None
    """Verbatim head of the first paragraph: `SEMARANG, KOMPAS.com`."""
    dateline_place: str | None = None
    """Place in the dateline."""
    text: str = ""
    """Body: paragraphs separated by one blank line, without dateline, inserts, captions, credits."""
    images: list[Image] = field(default_factory=list)
    """Pictures, the main one first."""
    related: list[Related] = field(default_factory=list)
    """Inline inserts taken out of the text."""
    removed: dict[str, int] = field(default_factory=dict)
    """What was cut out of the body and how often: related, promo, end_mark, caption, credit, …"""
    tags: list[str] = field(default_factory=list)
    """Tags as displayed, without #."""
    section: str | None = None
    """Channel as displayed."""
    pages: int = 1
    """Pages that the article is spread over; text holds all that were read, in order."""
    pages_missing: int = 0
    """Pages announced and not read."""
    language: str | None = None
    """ISO 639-1 code of the text."""
    regions: list[Region] = field(default_factory=list)
    """Provinces, kabupaten and kota that it is about, the primary one first; at most 8."""
    government: Government = field(default_factory=Government)
    """Regional government in the text."""
    topics: list[str] = field(default_factory=list)
    """open_government, then the urusan pemerintahan of UU 23/2014 as slugs, the best supported first."""
    origin: str = "unknown"
    """independent, handout, wire, advertorial or unknown."""
    origin_evidence: list[str] = field(default_factory=list)
    """What on the page says so."""
    syndicated_from: str | None = None
    """URL or outlet that a republication notice names."""
    rights_notice: str | None = None
    """Reservation printed with the article, else one told to machines with it; verbatim."""
    fetched_at: str | None = None
    """When the bytes were fetched, UTC."""
    html_sha256: str = ""
    """SHA-256 of the bytes."""
    text_sha256: str = ""
    """SHA-256 of the normalised text."""
    extraction: Extraction = field(default_factory=Extraction)
    """How the record was made."""


@dataclass(slots=True)
class Revision(Article):
    """An article exported again, because its text has changed: one key more than the first time."""

    previous_text_sha256: str = ""
    """SHA-256 of the text of the revision before; only from revision 2 on."""

    @classmethod
    def of(cls, article: Article, number: int, previous: str) -> "Revision":
        """The same article as its revision of that number."""
        values = {field.name: getattr(article, field.name) for field in fields(article)}
        return cls(**{**values, "revision": number, "previous_text_sha256": previous})
