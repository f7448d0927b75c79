"""Caption lines as printed → the caption, said once, and its credit."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ogpnews.text import photocredits
from ogpnews.text.caption_words import junk, label_stems, labels
from ogpnews.text.clean import loose, squash
from ogpnews.text.organisations import kind
from ogpnews.text.persons import person
from ogpnews.text.photocredits import MAX_CREDIT, bare

_MAX_CAPTION = 4000
_MAX_HEAD = 160
_SENTENCE_END = re.compile(r"[.!?…]['\"”’)\]]*\s*$|[”\"]\s*$")
_SLASH = re.compile(
    r"(?:(?<=\s)|(?<=[.!?)”\"]))/(?=[^\s/])|(?<=\w)/(?=©|(?i:photo by|foto by|foto oleh)\s)"
)
_GLUED = re.compile(r"(?<=\w)/(?=\w)")
_CLOSING = re.compile(r"[)\]][\s.,]*$")
_DASH = re.compile(
    r"\s{1,3}[-–—|]{1,3}\s{0,3}(?=\S)|-{2,4}\s{0,3}(?=\S)|\s[©]\s{0,2}|(?<=\S)©\s{0,2}|^©\s{0,2}"
)
_INNER_END = re.compile(r"[^\W\d]{4}[.!?][\"”)]?\s+[A-Z]")
_BOUNDARY = re.compile(  # of sentences; behind the last one a site may be named: `. tirto.id/Nama`
    r"(?<=[.!?)”\"])\s*(?=[A-Z])"
    r"|(?<=[.!?)”\"])\s(?=[a-z][a-z0-9-]{1,30}\.[a-z]{2,4}(?:\.id)?(?:/|\W{0,2}$))"
)
_HEAD = re.compile(r"([^/\n]{2,40}?)\s?/\s?(?=[A-Z][A-Z -]{2,40}\s?[–—:-]\s?\S)")
_FRONT = re.compile(r"([^\s/–—][^/–—\n]{1,40}/[^/–—\n]{2,50}?)\s{1,2}[–—-]{1,2}\s(?=[A-Z])")
_ONE_NAME = re.compile(r"[a-z]{3,12}")
_NAMES = re.compile(r"[^\W\d_][\w.' -]{1,30}\s?/\s?[^\W\d_][\w.' -]{1,40}")
_HEADLINE = re.compile(
    r"(?<=\s)(?:[A-Z][A-Z.-]{1,20}\s){1,5}?[A-Z][A-Z.-]{1,20}\s?[:–—]\s(?=\S)|(?<=\s)[A-Z]{4,20}:\s(?=\S)"
)
_FOR = re.compile(r"\s(?:untuk|for)\s")
_FILE = re.compile(r"[^/\n]{1,200}\.(?:jpe?g|png|gif|webp|avif|bmp|svg)", re.IGNORECASE)
_CAMERA = re.compile(
    r"(?:img|dsc|pxl|screenshot|whatsapp image|image|foto|photo)?[\s_-]?"
    r"[\d\s._:x()at-]{3,60}(?:wa\d{1,6}|[ap]m)?",
    re.IGNORECASE,
)
# an element named "credit" may hold the byline with its date instead
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}\s?(?:wib|wita|wit)\b", re.IGNORECASE)
_FLAG = re.compile(r"^ilustrasi\b|[-–—(|,]\s{0,2}ilustrasi\s?\)?[.\s]*$", re.IGNORECASE)


@dataclass(slots=True)
class Caption:
    """Caption and credit of a picture; fields as in `Image`."""

    caption: str | None = None
    credit: str | None = None
    credit_raw: str | None = None
    photographer: str | None = None
    organisation: str | None = None
    credit_type: str | None = None


def read(
    lines: Sequence[str], *, credit: str | None = None, outlet_names: Sequence[str] = ()
) -> Caption:
    """Caption lines as printed (figcaption first, alternative text last) → `Caption`.

    `credit` is the text of an element of its own for the credit. An alternative text should only be
    passed where the page prints no caption: file names and the like are dropped, a headline is not.
    """
    names = tuple(outlet_names)
    texts = list(dict.fromkeys(text for line in lines if (text := _text(line))))
    raw = squash(credit) if credit and len(credit) <= 2 * MAX_CREDIT else ""
    if raw and not _CLOCK.search(raw) and bare(raw):
        captions = [_without(text, raw, names) for text in texts]
    else:
        raw, captions = "", []
        for text in texts:
            head, found = _split(text, names)
            captions.append(head)
            raw = raw or found or ""
        if not raw and len(texts) == 2:
            raw = _short_line(texts)
    value = _value(raw, alone=bool(credit) or raw in texts) if raw else None
    return _assemble(_choose(captions, value), value, raw, names)


def _short_line(texts: Sequence[str]) -> str:
    """Of two lines at a picture the one that names `A/B` and says nothing else; empty: neither."""
    short, long = sorted(texts, key=len)
    named = _NAMES.fullmatch(short) and not photocredits.has_sentence_words(short)
    return short if named and len(long) > len(short) and photocredits.is_plausible(short) else ""


def _value(raw: str, *, alone: bool) -> str | None:
    """The bare credit; "Dok." goes where it is all that parts the credit from the caption."""
    if not alone and (archive := labels()["archive"].match(raw)):
        return bare(raw[archive.end() :]) or bare(raw)
    return bare(raw)


def _assemble(
    caption: str | None, value: str | None, raw: str, outlet_names: tuple[str, ...]
) -> Caption:
    said = photocredits.analyse(value, outlet_names) if value else None
    credit_type = said.credit_type if said else None
    if credit_type in (None, "unspecified") and caption and _FLAG.search(caption):
        credit_type = "illustration"
    return Caption(
        caption=caption,
        credit=value,
        credit_raw=raw if value else None,
        photographer=said.photographer if said else None,
        organisation=said.organisation if said else None,
        credit_type=credit_type,
    )


def _text(line: str) -> str:
    """A line fit to be read; empty for what describes nothing: file names, `image`, numbers."""
    if len(line) > 4 * _MAX_CAPTION:
        return ""
    text = squash(line)
    if len(text) > _MAX_CAPTION or not any(map(str.isalpha, text)) or loose(text) in junk():
        return ""
    return "" if _FILE.fullmatch(text) or (len(text) < 100 and _CAMERA.fullmatch(text)) else text


def _choose(captions: Sequence[str], credit: str | None) -> str | None:
    """The first caption that is not the credit once more; a photo title in capitals gives way."""
    left = [text for text in captions if loose(text) and loose(text) != loose(credit or "")]
    for first, second in pairwise(left):
        if not (first.isupper() and len(second) > len(first) and not second.isupper()):
            return first
    return left[-1] if left else None


def _without(text: str, raw: str, outlet_names: tuple[str, ...]) -> str:
    """`text` without the credit that the template prints again in an element of its own."""
    for credit in (raw, bare(raw) or raw):
        if text.endswith(credit):
            return _tidy(text[: -len(credit)])
        if text.startswith(credit) and len(text) > len(credit):
            return _tidy(text[len(credit) :])
    head, found = _split(text, outlet_names)
    return head if found and loose(bare(found) or "") == loose(bare(raw) or "") else _tidy(text)


def _split(text: str, outlet_names: tuple[str, ...]) -> tuple[str, str | None]:
    """Caption and raw credit of one line."""
    at = _leading(text, outlet_names)
    if at:
        return _tidy(text[at:]), text[:at].strip()
    if _is_whole_credit(text, outlet_names):
        return "", text
    slash = "/" in text
    for find in (_slash, _bracket, _dash, _label, _loose_end, _glued):
        if not slash and find in (_slash, _glued):
            continue
        at = find(text, outlet_names)
        if at is not None:
            return _tidy(text[:at]), text[at:].strip()
    return _tidy(text), None


def _tidy(text: str) -> str:
    """A caption without loose marks around it and without a label in front (`Foto: Suasana …`)."""
    text = text.strip().lstrip("-–—|/*•,;: ").rstrip("-–—|/*•,;:([ ")
    if heading := labels()["heading"].match(text):
        text = text[heading.end() :]
    return text


def _is_whole_credit(text: str, outlet_names: tuple[str, ...]) -> bool:
    if len(text) > MAX_CREDIT or not photocredits.is_plausible(text):
        return False
    if loose(text) == "ilustrasi":
        return False
    value = bare(text) or ""
    if "(" in value or _holds_caption(text):
        return False
    bracketed = text[0] in "([/" and _CLOSING.search(text) is not None and "(" not in text[1:]
    return (
        photocredits.is_strong(text, outlet_names) and not photocredits.has_sentence_words(value)
    ) or (bracketed and not photocredits.is_note(value) and person(value) is not None)


def _holds_caption(text: str) -> bool:
    """Whether caption words stand before the credit: a sentence, an inner label, a long part."""
    if _INNER_END.search(text) or any(len(part.split()) > 6 for part in text.split("/")):
        return True
    label = labels()["colon"].search(text, 1)
    return label is not None and any(map(str.isalpha, text[: label.start()].strip("([ ")))


def _start(text: str) -> int:
    return max(0, len(text) - MAX_CREDIT)


def _slash(text: str, outlet_names: tuple[str, ...]) -> int | None:
    """`… 2020 /Humas Pemkot Semarang/`, `… Dunia /Xinhua`."""
    for found in _SLASH.finditer(text, _start(text)):
        rest = text[found.end() :]
        if _CLOSING.search(rest[-6:]) and "(" not in rest and "[" not in rest:
            continue  # the slash stands inside a bracket
        named = rest[0].isupper() or rest[0] in "@©" or rest.rstrip(". ").endswith("/")
        if (
            found.start()
            and photocredits.is_plausible(rest)
            and (
                photocredits.is_strong(rest, outlet_names)
                or (named and not photocredits.has_sentence_words(rest))
            )
        ):
            return found.start()
    return None


def _bracket(text: str, outlet_names: tuple[str, ...]) -> int | None:
    """`… (Foto: Nama/Koran)`, `[Suara.com/Nama]`, also where the opening bracket is glued on."""
    closing = _CLOSING.search(text[-6:])
    if not closing:
        return None
    end = len(text[:-6]) + closing.start()
    at = _opening(text, end)
    if at < 1:
        return None
    inner, before = text[at + 1 : end].strip(), text[:at].rstrip()
    if not inner or not photocredits.is_plausible(inner):
        return None
    if photocredits.is_strong(inner, outlet_names):
        return at if loose(inner) != "ilustrasi" and not _explains(inner, before) else None
    return at if _may_be_name(inner, before, outlet_names) else None


def _opening(text: str, end: int) -> int:
    """Where the bracket that closes at `end` opens; -1 where none does."""
    closing = text[end]
    opening, depth = "(" if closing == ")" else "[", 0
    for at in range(end, _start(text) - 1, -1):
        depth += (text[at] == closing) - (text[at] == opening)
        if not depth:
            return at
    return -1


def _may_be_name(inner: str, before: str, outlet_names: tuple[str, ...]) -> bool:
    """Whether an unlabelled bracket names somebody rather than explaining the words before it."""
    ended = bool(_SENTENCE_END.search(before[-8:]))
    if photocredits.is_note(inner) or _explains(inner, before):
        return False
    parts = [part.strip() for part in inner.split("/") if part.strip()]
    if len(parts) > 1:
        return all(part[0].isupper() or len(part) < 5 for part in parts)
    if inner.isupper() and " " not in inner:
        return ended  # "(KPK)", "(PDIP)" inside a caption are glosses
    if ended and _ONE_NAME.fullmatch(inner):
        return True  # "… warga. (wandi)"
    return inner[0].isupper() and (
        ended or bool(person(inner)) or kind(inner, outlet_names) is not None
    )


def _explains(inner: str, before: str) -> bool:
    """Whether `inner` abbreviates the words in front: `Satuan Polisi Pamong Praja (Satpol PP)`."""
    short = loose(inner)
    words = [word for word in before[-100:].split() if word[0].isalpha()][-8:]
    if not 1 < len(short) <= 12 or " " in inner or "/" in inner or "." in inner:
        return False
    if _SENTENCE_END.search(before[-8:]):
        return False
    for first in range(len(words) - 1):
        letters = iter(loose("".join(words[first:])))
        if loose(words[first])[:1] == short[0] and all(letter in letters for letter in short):
            return True
    return False


def _dash(text: str, outlet_names: tuple[str, ...]) -> int | None:
    """`… - Istimewa`, `… | situs.com`, `…---Diskominfo untuk Koran`, `… © istimewa`."""
    for found in _DASH.finditer(text, _start(text)):
        rest = text[found.end() :]
        if not photocredits.is_plausible(rest) or loose(rest) == "ilustrasi":
            continue
        if (
            "©" in found.group()
            or photocredits.is_strong(rest, outlet_names)
            or ("--" in found.group() and kind(_FOR.split(rest)[0]))
        ) and not photocredits.has_sentence_words(rest):
            return found.start() + len(found.group()) - len(found.group().lstrip())
    return None


def _label(text: str, outlet_names: tuple[str, ...]) -> int | None:  # noqa: ARG001 - as the others
    """`… Foto: Dok. RRI Semarang`, `… tinggi. Doc. uny.ac.id`, `… dok Kota Bandung`."""
    low = text.lower()
    if not any(stem in low for stem in label_stems()):
        return None
    for key in ("colon", "open", "lower"):
        for found in labels()[key].finditer(text, _start(text)):
            rest = text[found.end() :]
            if not found.start() and key != "colon":
                continue
            if (
                rest.strip()
                and photocredits.is_plausible(rest)
                and not photocredits.has_sentence_words(rest)
            ):
                return found.start() + len(found.group()) - len(found.group().lstrip())
    return None


def _loose_end(text: str, outlet_names: tuple[str, ...]) -> int | None:
    """An agency or outlet after the last sentence: `… (kanan). ANTARA FOTO/Nama/foc.`"""
    for found in _BOUNDARY.finditer(text, _start(text)):
        rest = text[found.end() :]
        if loose(rest) == "ilustrasi":
            continue
        parts = [part.strip(" .") for part in rest.split("/")]
        named = photocredits.is_strong(parts[0], outlet_names) or (
            len(parts) > 1 and photocredits.is_strong(parts[-1], outlet_names)
        )
        if (
            found.start()
            and named
            and photocredits.is_plausible(rest)
            and (not photocredits.has_sentence_words(rest))
        ):
            return found.end()
    return None


def _glued(text: str, outlet_names: tuple[str, ...]) -> int | None:
    """`… di balai kota/Humas Pemkot Solo`: only behind what is clearly a sentence."""
    for found in _GLUED.finditer(text, _start(text)):
        head, rest = text[: found.start()], text[found.end() :]
        if (
            len(head.split()) > 3
            and photocredits.has_sentence_words(head)
            and (photocredits.is_strong(rest, outlet_names) and photocredits.is_plausible(rest))
        ):
            return found.start()
    return None


def _leading(text: str, outlet_names: tuple[str, ...]) -> int | None:
    """Where a credit in front ends: `Bali Tribune / DIRUSAK – Baliho …`."""
    head = text[:_MAX_HEAD]
    found = _HEAD.match(head)
    if found and photocredits.is_strong(found[1], outlet_names):
        return found.end()
    found = _FRONT.match(head)
    if found and photocredits.is_strong(found[1], outlet_names):
        return None if photocredits.has_sentence_words(found[1]) else found.end()
    if headline := _HEADLINE.search(head):
        credit = head[: headline.start()]
        if (
            "/" in credit
            and photocredits.is_strong(credit, outlet_names)
            and (not photocredits.has_sentence_words(credit))
        ):
            return headline.start()
    return None
