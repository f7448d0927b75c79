"""One block of a body → what it is: text, related insert, promo, end mark, tail, notice."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from ogpnews.raw import Block, Link
from ogpnews.resources import lexicon
from ogpnews.text.clean import loose, squash

_WORDS = lexicon("inserts")
_SHORT = 120  # characters; headings, buttons and counters are shorter
_NOTICE = 700  # promos and notices are shorter
_TITLE = 220  # so are titles


class Related(NamedTuple):
    """A story that an insert points to."""

    label: str
    """The marker as printed, without its colon; empty where none is printed."""
    title: str
    url: str | None = None
    """As printed in the page; may be relative."""


class Verdict(NamedTuple):
    """What a block is, and what of it is body."""

    what: str
    """body, or what it is cut out as: related, promo, ad, share, embed, end_mark, syndication,
    rights, tail (a heading), listing, copyright, poll, caption, label (advertorial), bio."""
    text: str = ""
    """What remains as body, where an insert was glued to a sentence."""
    related: tuple[Related, ...] = ()
    """Empty for a marker alone, whose titles follow in blocks of their own."""
    note: str = ""
    """Marker, notice or label as printed; of a syndication notice the URL or outlet it names."""
    cuts: tuple[str, ...] = ()
    """What was cut out of a block that is otherwise body, related inserts aside."""
    credit: str = ""
    """Credit line that stands in the same block as a notice."""


def _any(phrases: Iterable[str]) -> str:
    ordered = sorted(phrases, key=len, reverse=True)
    return "|".join(re.escape(p).replace(r"\ ", r"\s{0,2}") for p in ordered)


_RELATED = _WORDS["related"]
_I = re.IGNORECASE
_EXACT = {loose(p): what for what, phrases in _WORDS["exact"].items() for p in phrases if loose(p)}
_LABELS = frozenset(loose(p) for p in [*_RELATED["strong"], *_RELATED["boxes"], "baca", "simak"])
_BOXES = frozenset(loose(p) for p in _RELATED["boxes"])
_MORE = frozenset(loose(p) for p in _RELATED["more"])
_STRONG = re.compile(
    rf"[(\[>»•*-]{{0,3}}\s?({_any([*_RELATED['strong'], *_RELATED['boxes']])})(?!\w)\s?([:：;|>»–—-]*)\s?",
    _I,
)
_WEAK = re.compile(rf"[(\[>»•*-]{{0,3}}\s?({_any(_RELATED['weak'])})\s?[:：]\s?", _I)
_PAREN = re.compile(rf"\s?\(\s?({_any(_RELATED['strong'])})\s?:?\s([^()]{{3,{_TITLE}}})\)", _I)
_PAREN_START = re.compile(rf"\(\s?(?:{_any(_RELATED['strong'])})", _I)
_GLUED = re.compile(
    rf"(?<=[.!?…”\"'’)\]])\s{{0,2}}({_any(_RELATED['strong'])})(?!\w)\s?(:?)\s?", _I
)
_VIDEO = re.compile(
    rf"\*{{0,3}}\s?(?:{_any(_WORDS['video']['verbs'])})\s(?:{_any(_WORDS['video']['things'])})\b",
    _I,
)
_VIDEO_END = re.compile(rf"(?:[:”\"'’)]|\b(?:{_any(_WORDS['video']['endings'])})\W{{0,3}})$", _I)
_EMBED = re.compile(rf"\s?\[(?:{_any(_WORDS['video']['brackets'])})\s?:[^\[\]]{{0,120}}\]", _I)
_OPENINGS = [
    (what, re.compile(rf"(?:{_any(phrases)})", _I)) for what, phrases in _WORDS["openings"].items()
]
_PATTERN = re.compile(
    "|".join(f"(?P<{w}>{'|'.join(p)})" for w, p in _WORDS["patterns"].items()), _I
)
_INVITATION = re.compile(rf"(?:{_any(_WORDS['promo']['invitations'])})\b", _I)
_CHANNEL = re.compile(_any(_WORDS["promo"]["channels"]), _I)
_SYNDICATION = re.compile(
    rf"(?:{_any(_WORDS['syndication']['things'])}) ini "
    r"(?:(?:(?:telah|sudah|pernah|sebelumnya|pertama kali) ){0,2}"
    rf"(?:lebih dulu )?(?:{_any(_WORDS['syndication']['done'])})"
    r"(?: (?:sebelumnya|lebih dulu|pertama kali))? (?:di|pada|oleh|dalam)"
    rf"|(?:telah )?(?:{_any(_WORDS['syndication']['taken'])}) dari) "
    r"(?:laman |situs |portal )?",
    _I,
)
_ORIGIN = re.compile(r"[^\s,:;\"“”]{2,60}(?: [A-Z][^\s,:;\"“”]{1,30}){0,3}")
_URL = re.compile(r"https?://[^\s\"”<>]{4,300}")
_CREDIT = re.compile(r"\b(?:penulis|reporter|pewarta|editor)\s?:", _I)
_RIGHTS = re.compile(rf"(?:{_any(_WORDS['rights']['openings'])})\b", _I)
_RESERVED = re.compile(_any(_WORDS["rights"]["subjects"]), _I)
_COPYRIGHT = re.compile(
    r"copyright\s?(?:©|\(c\)|\d{4}|by\b)|copyright\s.{0,60}\b(?:19|20)\d\d\b|©|\(c\)\s"
    r"|hak cipta (?:©|\(c\)|dilindungi|\d{4})",
    _I,
)
_PHOTO = re.compile(
    r"\(?\s?(?:foto|photo|image|gambar|ilustrasi|sumber foto|sumber gambar|dok(?:umentasi)?)\s?[:/]"
    r"\s?\S",
    _I,
)
_PHOTO_END = re.compile(
    r"(?:\((?:foto|photo|dok\.?)\s?[:/][^()]{2,80}\)|©\s?[^\s©][^©.!?]{1,40}(?:\.\w{2,3}){0,2}"
    r"|[.!?)]\s?(?:foto|photo)\s?:\s?[^.!?:]{2,60}|[.!?)]\s?(?:foto|photo) (?:oleh|by) [^.!?:]{2,60}\.?)$",
    _I,
)
_LISTING = re.compile(r"(?:\[(?:…|\.\.\.)\]|…|\.\.\.)\s?(?:baca )?selengkapnya\W{0,3}$", _I)
_BIO = re.compile(r"\*\s?\)\s?\S|\*{0,3}\(?penulis adalah\b", _I)
_SHARE_GLUED = re.compile(r"Bagikan ke(?=[A-Z])")
_MARKS = r"[\[(]\s?\*{1,4}\s?[\])]|\[\]|\[ \]|\*{2,5}|(?<=\s)\*|(?<=[.!?”\"’])\*"
_END_MARK = re.compile(rf"(?:{_MARKS})[\s.]{{0,3}}$")
_MARK_ENDS = frozenset("*]). ")
_ONLY_MARK = re.compile(r"[\[(]?(?:\s?[*#]){1,7}\s?[\])]?\.?|\[\s?\]")
_BULLETS = "•▪►▶➤❯»›"
_WORDY = 4  # words of a headline
_POST = re.compile(r"pic\.twitter\.com/|https?://t\.co/")
_SENTENCE_END = re.compile(r"[.!?…”\"’)]$")


_OPENINGS_ALL = [
    phrase.lower()
    for phrase in (
        *("copyright", "hak cipta", "bagikan ke", "penulis adalah"),
        *_RELATED["strong"],
        *_RELATED["boxes"],
        *_RELATED["weak"],
        *_WORDS["video"]["verbs"],
        *_WORDS["promo"]["invitations"],
        *_WORDS["syndication"]["things"],
        *_WORDS["rights"]["openings"],
        *(phrase for phrases in _WORDS["openings"].values() for phrase in phrases),
    )
]
_OPENS = frozenset(phrase[:4] for phrase in _OPENINGS_ALL)
_BRIEF = tuple(phrase for phrase in _OPENINGS_ALL if len(phrase) < 4)
"""First letters of all that opens a marker or a notice."""


def strip_end_marks(text: str) -> tuple[str, int]:
    """Text without the end marks at its end (`***`, `(*)`, `[]`), and how many were cut."""
    if text[-1:] not in _MARK_ENDS or ("*" not in (tail := text[-16:]) and "[" not in tail):
        return text, 0
    count = 0
    while count < 4 and (match := _END_MARK.search(text, max(0, len(text) - 16))):
        text, count = text[: match.start()].rstrip(), count + 1
    return text, count


def is_box(marker: str) -> bool:
    """True for the heading of a box that templates fill: `Berita Terkait`, not `Baca juga`."""
    return loose(marker) in _BOXES


def is_link(block: Block) -> bool:
    """True where links are all that the block says."""
    if not block.links:
        return False
    linked = sum(len(loose(link.text)) for link in block.links)
    return linked > 0 and linked >= 0.9 * len(loose(block.text))


def classify(block: Block) -> Verdict:
    """What this block is by its own words; what only its neighbours show, `body.read` decides."""
    return verdict(squash(block.text), block)


def verdict(text: str, block: Block) -> Verdict:
    """The same, where the block's text is at hand without no-break spaces."""
    if len(text) <= _SHORT and (found := _short(text, block)):
        return found
    if len(text) <= _NOTICE and (found := _whole(text, block)):
        return found
    return _body(text, block)


def _whole(text: str, block: Block) -> Verdict | None:
    """What a whole block is cut out as; a few letters show that most blocks open no notice."""
    if not text[:1].isalpha() or text[:4].lower() in _OPENS or text[:4].lower().startswith(_BRIEF):
        found = _marker(text, block) or _notice(text, block)
        if found is not None:
            return found
    return _ending(text)


def _short(text: str, block: Block) -> Verdict | None:
    key = loose(text)
    if text in ("×", "✕"):
        return Verdict("share")
    if not key:  # a rule of dashes is dropped and is nothing
        return Verdict("end_mark" if _ONLY_MARK.fullmatch(text) else "body")
    if block.tag == "figcaption":
        return Verdict("caption", note=text)
    what = _EXACT.get(key, "")
    if what == "label":
        return Verdict("label", note=text) if text.isupper() or block.strong else None
    if key in _LABELS and len(text) < len(key) + 12:
        return Verdict("related", note=text.strip(" :;|>»–—-!()[]"))
    if key in _MORE:
        return Verdict("listing") if block.links or key != "readmore" else None
    if what:
        return Verdict(what, note=text)
    if found := _PATTERN.fullmatch(text):
        what = found.lastgroup or ""
        if what != "tail_links" or is_link(block):
            return Verdict("share" if what == "tail_links" else what, note=text)
    bullet = text[0] in _BULLETS or (block.strong and len(block.links) == 1 and block.tag == "p")
    if bullet and is_link(block) and len(text.split()) > _WORDY and not _STRONG.match(text):
        link = block.links[0]
        return Verdict("related", related=(Related("", squash(link.text), link.href or None),))
    if _PHOTO.match(text) and "http" not in text:
        return Verdict("caption", note=text)
    return None


def _marker(text: str, block: Block) -> Verdict | None:
    """A block that begins with a marker of related stories or of a video."""
    if (match := _VIDEO.match(text)) and len(text) <= _TITLE:
        follows = text[match.end() :].lstrip()
        shown = follows and (_VIDEO_END.search(text) or is_link(block) or _is_headline(follows))
        if not follows or follows[0] in ":\"“”'‘’" or shown:
            return Verdict("embed")
    match = _STRONG.match(text)
    strong = match is not None
    match = match or _WEAK.match(text)
    if match is None:
        return None
    rest = text[match.end() :]
    colon = not strong or bool(match[2])
    found, leftover = _titles(match[1], rest, block.links)
    if found:
        return _with(found, leftover) if colon or not leftover else None
    title = rest.rstrip(")] ") if match[0][0] in "([" else rest
    if not colon or not _is_title(title, strong=strong):
        return None
    return Verdict("related", related=(Related(match[1], title),))


def _is_headline(text: str) -> bool:
    """Words with capitals and no end: how templates title a video."""
    words = [word for word in text.split() if len(word) > 3]
    return len(words) > 1 and all(not word[0].islower() for word in words) and text[-1] != "."


def _is_title(text: str, *, strong: bool) -> bool:
    if not 3 <= len(text) <= _TITLE:
        return False
    if strong:
        return ". " not in text[:-1] or len(text) <= _SHORT
    plain = text[0].isupper() or text[0].isdigit() or text[0] in "\"“'‘"
    return plain and len(text.split()) > 2 and not _SENTENCE_END.search(text.rstrip('!?”"’)'))


def _titles(label: str, rest: str, links: tuple[Link, ...]) -> tuple[list[Related], str]:
    """The links that `rest` begins with, as related stories, and what follows them."""
    found: list[Related] = []
    for link in links:
        title = squash(link.text)
        if not title or loose(title) == loose(label):
            continue
        lead = rest.lstrip(" :;,|>»–—-(\"“'•")
        if not lead.startswith(title):
            if found:
                break
            continue
        found.append(Related(label, title, link.href or None))
        rest = lead[len(title) :]
    return found, rest.lstrip(' .)]"”')


def _with(found: list[Related], leftover: str, before: str = "") -> Verdict:
    text = " ".join(part for part in (before, leftover) if loose(part) or part.endswith("]"))
    return Verdict("body" if text else "related", text, tuple(found))


def _notice(text: str, block: Block) -> Verdict | None:
    if _COPYRIGHT.match(text):
        if rights := _RIGHTS.search(text):
            return Verdict("rights", note=text[rights.start() :])
        return Verdict("copyright") if len(text) <= 2 * _SHORT else None
    if _RIGHTS.match(text) and _RESERVED.search(text):
        return Verdict("rights", note=text)
    if _SYNDICATION.match(text):
        return _syndicated(text, block)
    for what, pattern in _OPENINGS:
        if pattern.match(text) and (what == "promo" or len(text) <= _SHORT):
            return Verdict(what, note=text)
    if _INVITATION.match(text) and _CHANNEL.search(text):
        return Verdict("promo")
    if (glued := _SHARE_GLUED.match(text)) and not _SENTENCE_END.search(text[:10]):
        return Verdict("body", text[glued.end() :], cuts=("share",))
    return Verdict("bio", note=text) if _BIO.match(text) else None


def _ending(text: str) -> Verdict | None:
    """A teaser or a caption, by how it ends."""
    if "elengkapnya" in text and _LISTING.search(text):
        return Verdict("listing")
    if len(text) <= _NOTICE and ("t.co/" in text or "pic.twitter" in text) and _POST.search(text):
        return Verdict("embed")
    ends = (text[-1] == ")" or "©" in text or "oto" in text) and len(text) <= _TITLE
    if ends and _PHOTO_END.search(text) and not _PHOTO_END.match(text):
        return Verdict("caption", note=text)
    return None


def _syndicated(text: str, block: Block) -> Verdict:
    """The notice of a republication; credits behind it are those of the outlet that it names."""
    notice = _SYNDICATION.search(text)
    start = notice.end() if notice else 0
    credit = _CREDIT.search(text, start)
    end = credit.start() if credit else len(text)
    links = (link.href for link in block.links if link.href.startswith("http"))
    url = _URL.search(text, start, end)
    origin = _ORIGIN.match(text, start, end)
    note = url[0].rstrip(".,)") if url else next(links, origin[0].rstrip(". ") if origin else "")
    return Verdict("syndication", note=note, credit=text[end:].strip(" ()"))


def _body(text: str, block: Block) -> Verdict:
    """Body, without what is glued to its sentences."""
    cuts: list[str] = []
    related: list[Related] = []
    if "[" in text:
        text, count = _EMBED.subn("", text)
        cuts = ["embed"] * count
        if count and not loose(text):
            return Verdict("embed")
    if "(" in text and _PAREN_START.search(text):
        for match in _PAREN.finditer(text):
            related += _paren(match, block)
        text = _PAREN.sub("", text)
    # without a link or a colon nothing shows where a title would end
    for _ in block.links or (":" in text) * (None,):
        glued = _GLUED.search(text)
        verdict = _glued(text, glued, block) if glued else None
        if verdict is None:
            break
        text = verdict.text
        related += verdict.related
    note = credit = ""
    told = " ini " in text and any(word in text for word in _WORDS["syndication"]["done"])
    if told and (found := _SYNDICATION.search(text)) and found.start():
        notice = _syndicated(text[found.start() :], block)
        text, note, credit = text[: found.start()].rstrip(" (["), notice.note, notice.credit
        cuts.append("syndication")
    text = text.strip()
    return Verdict("body" if text else "related", text, tuple(related), note, tuple(cuts), credit)


def _paren(match: re.Match[str], block: Block) -> list[Related]:
    found, _ = _titles(match[1], match[2], block.links)
    return found or [Related(match[1], match[2].strip())]


def _glued(text: str, match: re.Match[str], block: Block) -> Verdict | None:
    """`… sentence. Lihat juga Title.`: cut where a link or a colon shows where the title lies."""
    before, rest = text[: match.start()].rstrip(), text[match.end() :]
    found, leftover = _titles(match[1], rest, block.links)
    if found and leftover and not match[2] and leftover[0] not in "[(":
        return None
    if not found and match[2] and _is_title(rest, strong=True) and ". " not in rest:
        found, leftover = [Related(match[1], rest.rstrip(". "))], ""
    return _with(found, leftover, before) if found else None
