"""Record files of ended runs are packed: `<run>.jsonl` → `<run>.jsonl.gz`, nothing lost by a kill."""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO

from zlib_ng import gzip_ng

from ogpnews.dataset import ARTICLES, BROKEN, PLAIN, opened, run_of
from ogpnews.disk import whole
from ogpnews.errors import OgpnewsError

_STEP = 1 << 20


class Stopped(OgpnewsError):
    """The packing was broken off; the plain file is still there."""


def pack(out: Path, stopped: Callable[[], bool] = lambda: False) -> list[str]:
    """Packs what ended runs have written; what could not be packed, in words.

    A file whose run has no report in `runs/` stays as it is: a `scrapy crawl` may be writing it.
    `stopped` is asked each megabyte. The caller holds the folder's lock.
    """
    try:
        for path in tidy(out):
            if (out / "runs" / f"{run_of(path)}.json").exists() and _ends_whole(path):
                _pack(path, stopped)
    except Stopped:
        return []
    except OgpnewsError as error:
        return [str(error)]
    except OSError as error:
        return [
            f"{error.filename or out}: not packed ({error.strerror or error}); no record is lost, "
            "and the next run packs them"
        ]
    return []


def tidy(out: Path) -> Iterator[Path]:
    """Removes what a kill left beside record files; the plain files that are left.

    OSError where that fails; OgpnewsError where a plain file holds what its packed one does not.
    """
    for path in sorted((out / ARTICLES).glob("*/*.part")):
        path.unlink()
    for path in sorted((out / ARTICLES).glob(f"*/[!.]*{PLAIN}")):  # hidden ones are not ours
        packed = path.with_name(f"{path.name}.gz")
        if not packed.exists():
            yield path
        elif _same(path, packed):
            path.unlink()
        else:
            raise OgpnewsError(
                f"{path}: its packed file {packed.name} holds other records; move one of the two "
                "out of the folder"
            )


def packing(file: IO[bytes]) -> IO[bytes]:
    """Packs into a file what is written to it: the same bytes for the same records."""
    made: IO[bytes] = gzip_ng.GzipNGFile("", "wb", 6, file, mtime=0)  # type: ignore[no-untyped-call,assignment]  # as its library left it
    return made


def _pack(path: Path, stopped: Callable[[], bool]) -> None:
    packed = path.with_name(f"{path.name}.gz")
    with path.open("rb") as source, whole(packed) as file, packing(file) as target:
        while data := source.read(_STEP):
            if stopped():
                raise Stopped
            target.write(data)
    path.unlink()  # where a power cut undoes this, `tidy` does it again


def _same(plain: Path, packed: Path) -> bool:
    """True where the packed file holds all of the plain one."""
    with plain.open("rb") as source, opened(packed) as unpacked, suppress(*BROKEN):
        while data := source.read(_STEP):
            if unpacked.read(len(data)) != data:
                return False
        return True
    return False


def _ends_whole(path: Path) -> bool:
    """False for a torn last line, which is `recovery`'s to cut off."""
    with path.open("rb") as file:
        if not file.seek(0, os.SEEK_END):
            return True
        file.seek(-1, os.SEEK_END)
        return file.read(1) == b"\n"
