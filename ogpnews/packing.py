"""A folder of saved pages → a WARC archive, the same bytes for the same folder."""

import csv
import os
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import IO, Any

from ogpnews import warcwriter
from ogpnews.errors import OgpnewsError, UsageError
from ogpnews.text.moments import stamp

_TYPES = {
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".xml": "application/xml",
    ".rss": "application/rss+xml",
    ".gz": "application/gzip",
    ".txt": "text/plain",
    ".json": "application/json",
}
_PAGES = frozenset({".html", ".htm", ".xhtml"})


@dataclass(slots=True)
class Packed:
    """What `pack` did."""

    pages: int = 0
    left_out: int = 0
    """Pages without a URL, and files that could not be read."""


def pack(
    folder: Path,
    out: Path,
    manifest: Path | None = None,
    date: datetime | None = None,
    say: Callable[[str], None] = print,
) -> Packed:
    """Writes `out` (a new file or none at all); UsageError where folder or manifest do not serve.

    `date` stands in for the files' own times of change. `say` is given one line a problem.
    """
    if not folder.is_dir():
        raise UsageError(f"{folder}: not a folder; give the folder that holds the saved pages")
    named = _manifest(manifest, folder) if manifest else {}
    files = sorted(path for path in folder.rglob("*") if _serves(path, folder, out))
    for missing in sorted(set(named) - set(files)):
        say(f"{missing}: named by {manifest}, but not in {folder}")
    done = Packed(left_out=len(set(named) - set(files)))
    with _atomic(out) as write:
        write.info(date or _newest(files))
        for path in files:
            try:
                _one(path, named.get(path), date, write)
                done.pages += 1
            except (OSError, ValueError) as error:
                say(f"{path}: {error}")
                done.left_out += 1
        if not done.pages:
            raise OgpnewsError(
                f"{folder}: no page with a URL (.html, .htm, .xhtml); nothing written"
            )
    return done


def _serves(path: Path, folder: Path, out: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return path.suffix.lower() in _TYPES and path.is_file() and not hidden and path != out


def _newest(files: list[Path]) -> datetime:
    return max((_changed(path) for path in files), default=datetime.fromtimestamp(0, UTC))


def _changed(path: Path) -> datetime:
    return datetime.fromtimestamp(int(path.stat().st_mtime), UTC)


def _manifest(manifest: Path, folder: Path) -> dict[Path, str]:
    """File → URL; paths count from the folder, the manifest's folder or that one's parent."""
    roots = (folder, manifest.parent, manifest.parent.parent)
    try:
        with manifest.open(encoding="utf-8-sig", newline="") as lines:
            rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
            columns = rows[0].keys() if rows else ()
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"{manifest}: {error}") from error
    if "file" not in columns or "url" not in columns:
        raise UsageError(
            f"{manifest}: no row, or no columns `file` and `url` in its first line "
            "(tab-separated, UTF-8)"
        )
    named: dict[Path, str] = {}
    for row in rows:
        name = (row["file"] or "").strip()
        found = next((root / name for root in roots if name and (root / name).is_file()), None)
        inside = _inside(found, folder) if found else folder / name
        if name and inside is not None:
            named[inside] = (row["url"] or "").strip()
    return named


def _inside(path: Path, folder: Path) -> Path | None:
    """The path as `folder.rglob` gives it; None for files elsewhere."""
    try:
        return folder / path.resolve().relative_to(folder.resolve())
    except ValueError:
        return None


def _one(path: Path, url: str | None, date: datetime | None, write: "_Writer") -> None:
    body = path.read_bytes()
    suffix = path.suffix.lower()
    if not url and suffix in _PAGES:
        url = page_url(body)
    if not url:
        raise ValueError(
            "no URL: none in the manifest" + (", none in the page" * (suffix in _PAGES))
        )
    if not url.startswith(("http://", "https://")):
        raise ValueError(f"{url!r} is not an http or https URL")
    write.page(url.replace(" ", "%20"), body, _TYPES[suffix], date or _changed(path))


def page_url(body: bytes) -> str | None:
    """The URL that a page gives itself."""
    from ogpnews.pages.document import Document

    return Document(body).canonical


class _Writer:
    """WARC records with ids and dates that depend on the pages alone."""

    def __init__(self, file: IO[bytes], *, gzip: bool):
        from warcio.warcwriter import WARCWriter

        self._warc: Any = WARCWriter(file, gzip=gzip)

    def info(self, date: datetime) -> None:
        about = _identity(date, f"warcinfo {date}")
        self._warc.write_record(warcwriter.information({}, about))

    def page(self, url: str, body: bytes, content_type: str, date: datetime) -> None:
        headers = [("Content-Type", content_type), ("Content-Length", str(len(body)))]
        about = _identity(date, f"{url} {sha256(body).hexdigest()}")
        self._warc.write_record(
            warcwriter.http("response", url, "HTTP/1.1 200 OK", headers, body, about)
        )


def _identity(date: datetime, name: str) -> dict[str, str]:
    """Date and id of a record; equal records have equal ids in every archive."""
    record_id = f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, name)}>"
    return {"WARC-Date": stamp(date), "WARC-Record-ID": record_id}


@contextmanager
def _atomic(out: Path) -> Iterator[_Writer]:
    """A writer whose file appears under its name only when it is whole."""
    part = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        file = part.open("wb")
    except OSError as error:
        raise UsageError(f"{out}: cannot be written ({error.strerror})") from error
    try:
        with file:
            yield _Writer(file, gzip=out.suffix == ".gz")
            file.flush()
            os.fsync(file.fileno())
        part.replace(out)
    finally:
        part.unlink(missing_ok=True)
