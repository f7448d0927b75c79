"""Memory of one reader, in a process of its own: `python benchmarks/memory.py READER FOLDER`.

Prints, in bytes, the resident memory of the interpreter before the reader's libraries are loaded,
with them, and the peak after one pass over the pages of the folder and after `--passes`. Pages are
read from the disk one by one, as an extraction of a large folder does.
"""

import argparse
import json
import resource
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus import Page

INDEX = "pages.json"
_STATUS = Path("/proc/self/status")


def peak() -> int:
    """Highest resident memory of this process so far, in bytes."""
    if _STATUS.is_file():  # ru_maxrss of a child may be its parent's: it outlives fork and exec
        lines = _STATUS.read_text(encoding="ascii").splitlines()
        return 1024 * next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))
    size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return size if sys.platform == "darwin" else 1024 * size


def lay(folder: Path, pages: Sequence["Page"]) -> None:
    """Write the pages where a measured process finds them."""
    for number, page in enumerate(pages):
        (folder / str(number)).write_bytes(page.body)
    (folder / INDEX).write_text(json.dumps([page.url for page in pages]), encoding="utf-8")


def measure(name: str, folder: Path, passes: int = 1) -> dict[str, int] | None:
    """What a process of its own says about a reader; None where it ends badly."""
    command = [sys.executable, __file__, name, str(folder), "--passes", str(passes)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        return None
    found: dict[str, int] = json.loads(done.stdout.splitlines()[-1])
    return found


def main() -> None:
    """Measure one reader in this very process."""
    bare = peak()
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("reader")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--passes", type=int, default=1)
    args = parser.parse_args()

    from corpus import Page
    from readers import quiet, ready

    quiet()
    ((reader,), _) = ready([args.reader])
    found = {"bare": bare, "loaded": peak()}
    urls = json.loads((args.folder / INDEX).read_text(encoding="utf-8"))
    for number in range(args.passes):
        for index, url in enumerate(urls):
            page = Page(f"{index}.html", (args.folder / str(index)).read_bytes(), url)
            try:
                reader.extract(page)
            except Exception:  # whatever a peer raises on a page
                continue
        found["once" if number == 0 else "peak"] = peak()
    print(json.dumps({**found, "peak": peak()}))


if __name__ == "__main__":
    main()
