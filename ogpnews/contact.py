"""Who crawls: the contact in the user agent, from --contact, OGPNEWS_CONTACT or a config file."""

import json
import os
import re
import tomllib
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

from ogpnews import __version__
from ogpnews.errors import UsageError

VARIABLE = "OGPNEWS_CONTACT"
"""Environment variable that stands between the option and the config file."""
BARE = f"ogpnews/{__version__}"
"""The user agent without a contact: no live crawl starts with it."""
LONGEST = 200
"""Characters of a contact."""

_MAIL = re.compile(r"(?:mailto:)?[^\s@<>()]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_LINE = re.compile(r"^[ \t]*contact[ \t]*=.*$", re.MULTILINE)
_HOW = (
    "give --contact once, a page or mail address of whoever answers for the crawl, like "
    f"--contact https://example.org/crawler; it is remembered. Or set {VARIABLE}"
)


def user_agent(contact: str) -> str:
    """`ogpnews/0.1.0 (+https://example.org/crawler)`."""
    return f"{BARE} (+{contact})"


def known_agent() -> str:
    """The user agent with the contact of environment or config file; BARE without a usable one."""
    try:
        return user_agent(resolve(None))
    except UsageError:
        return BARE


def resolve(option: str | None) -> str:
    """The contact of this crawl: option, environment, config file, in that order.

    UsageError where there is none, or where the one that counts is no contact.
    """
    if option is not None:
        return _checked(option, "--contact")
    if told := os.environ.get(VARIABLE):
        return _checked(told, VARIABLE)
    if (kept := _kept()) is not None:
        return _checked(kept, f"{config_file()}: contact")
    raise UsageError(f"a live crawl needs a contact: {_HOW}")


def remember(contact: str) -> str | None:
    """Writes a contact into the config file, whole or not at all; why not, where it cannot be.

    UsageError for a file that is broken: what it holds must not be lost.
    """
    path = config_file()
    if path is None:
        return "no home folder to remember the contact in; set XDG_CONFIG_HOME"
    if _kept() == contact:
        return None
    line = f"contact = {json.dumps(contact, ensure_ascii=False)}"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        old = path.read_text(encoding="utf-8") if path.exists() else ""
        text, count = _LINE.subn(lambda _: line, old, count=1)
        text = text if count else f"{line}\n{old}"
        part = path.with_name(f".{path.name}.{os.getpid()}.part")
        part.write_text(text, encoding="utf-8")
        part.replace(path)
    except OSError as error:
        return f"{path} cannot be written ({error.strerror}): the contact is not remembered"
    return None


def config_file() -> Path | None:
    """`ogpnews/config.toml` below $XDG_CONFIG_HOME or ~/.config; None without a home."""
    if (told := os.environ.get("XDG_CONFIG_HOME", "")).startswith("/"):
        return Path(told) / "ogpnews" / "config.toml"
    with suppress(RuntimeError):
        return Path.home() / ".config" / "ogpnews" / "config.toml"
    return None


def _kept() -> str | None:
    path = config_file()
    if path is None:
        return None
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8")).get("contact")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror}); mend it: {_HOW}") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{path}: no valid TOML ({error}); mend or remove that file") from error
    if found is not None and not isinstance(found, str):
        raise UsageError(f'{path}: contact must be text in quotes, like contact = "me@example.org"')
    return found


def _checked(contact: str, where: str) -> str:
    contact = contact.strip()
    if len(contact) > LONGEST:
        raise UsageError(f"{where}: {len(contact)} characters; {LONGEST} at most")
    if not contact.isascii() or not contact.isprintable() or " " in contact:
        raise UsageError(f"{where} {contact!r}: only visible ASCII characters, and no blanks")
    if _MAIL.fullmatch(contact) or _is_page(contact):
        return contact
    raise UsageError(
        f"{where} {contact!r} is no contact: give a page (https://…) or a mail address"
    )


def _is_page(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and "." in (parts.hostname or "")
    except ValueError:
        return False
