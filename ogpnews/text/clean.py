"""White space, invisible characters, and fingerprints of strings."""

import hashlib
import re

# Soft hyphen, zero-width space and non-joiner, direction marks, word joiner, byte-order mark,
# control characters that are no white space. The zero-width joiner stays: it holds emoji together.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff]"
)
_RUN = re.compile(r"\s{2,}|[^\S \xa0]")
_NOT_WORD = re.compile(r"[\W_]+")
_NOT_ASCII_WORD = bytes(code for code in range(128) if not chr(code).isalnum())


def squash(text: str) -> str:
    """White space, also no-break, collapsed to single spaces; invisible characters dropped."""
    if text.isprintable() and "  " not in text:  # then its only white space is single spaces
        return text.strip()
    text = " ".join(text.split())
    if text.isprintable():  # what is invisible is never printable
        return text
    return " ".join(_INVISIBLE.sub("", text).split())


def collapse(text: str) -> str:
    """As `squash`, but a single no-break space between two words stays: the text is verbatim."""
    if "\xa0" not in text:
        return squash(text)
    return _RUN.sub(" ", _INVISIBLE.sub("", text)).strip()


def loose(text: str) -> str:
    """Letters and digits only, casefolded: two strings with one reading compare equal."""
    if text.isascii():
        return text.lower().encode().translate(None, _NOT_ASCII_WORD).decode()
    return _NOT_WORD.sub("", text.casefold())


def sha256(data: bytes | str) -> str:
    """SHA-256 in lower-case hexadecimal; a string is hashed as UTF-8, lone surrogates replaced."""
    if isinstance(data, str):
        data = data.encode("utf-8", "replace")
    return hashlib.sha256(data).hexdigest()
