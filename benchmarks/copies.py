"""`ogpnews dedupe` over invented articles: time, memory, and what it finds and takes for a copy.

    python benchmarks/copies.py [--articles N] [--json | --write]
    python benchmarks/copies.py --records FILE.jsonl …     copies planted among records of one's own

`plantedcopies.py` makes the articles, copies among them and look-alikes that are none. Each run is a
process of its own: the first with 99 of 100 articles, the second with the rest added, the third over
all of them anew (`--full`), which must say the same.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import orjson

import memory
from copyscores import judged
from corpus import CorpusError
from ogpnews.copies.texts import LEAST
from ogpnews.items import Article
from ogpnews.text.clean import sha256
from ogpnews.text.moments import stamp
from ogpnews.text.shingles import words
from plantedcopies import Made, Maker
from report import add_output, circumstances, mib, show, table

FIRST, SECOND = "20250601T000000Z-aaaaaa", "20250602T000000Z-bbbbbb"


def name(number: int) -> str:
    """Id of an article."""
    return str(uuid5(NAMESPACE_URL, f"https://kabar.example/{number}"))


def lay(folder: Path, made: Sequence[Made], start: int, run: str) -> None:
    """Records of the articles, the first of which has the number `start`, as one run leaves them."""
    for number, one in enumerate(made, start):
        outlet = f"kabar{one.outlet:02}"
        article = Article(
            id=name(number), url=f"https://{outlet}.example/{number}", outlet=outlet, title=one.kind,
            published=one.published.isoformat(), published_utc=stamp(one.published),
            published_precision="minute", text=one.text, text_sha256=sha256(one.text),
        )  # fmt: skip
        path = folder / "articles" / outlet / f"{run}.jsonl"
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab") as file:
            file.write(orjson.dumps(article, option=orjson.OPT_APPEND_NEWLINE))


def dedupe(folder: Path, *options: str) -> dict[str, Any]:
    """What a process of its own says of one run."""
    command = [sys.executable, __file__, "--child", str(folder), *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CorpusError(done.stderr.strip().rpartition("\n")[2])
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def child(folder: Path, *, full: bool) -> dict[str, Any]:
    """One run in this very process: seconds with the imports that it needs, peak of memory."""
    cpu, wall = process_time(), perf_counter()
    from ogpnews.copies.dedupe import dedupe

    found = dedupe(folder, full=full)
    return {
        "articles": found.articles, "signed": found.new, "cpu_s": process_time() - cpu,
        "wall_s": perf_counter() - wall, "peak": memory.peak(),
    }  # fmt: skip


def result(folder: Path, articles: int) -> dict[str, Any]:
    """Everything measured, ready for JSON."""
    made = Maker(articles).make()
    numbers = {name(number): number for number in range(len(made))}
    cut = len(made) * 99 // 100
    lay(folder, made[:cut], 0, FIRST)
    side = folder / "copies.jsonl"
    runs = {"first": dedupe(folder)}
    lay(folder, made[cut:], cut, SECOND)
    runs["second"] = dedupe(folder)
    second = side.read_bytes()
    runs["full"] = dedupe(folder, "--full")
    return {
        **circumstances(),
        "bytes": sum(path.stat().st_size for path in folder.rglob("*.jsonl")) - len(second),
        "index_bytes": (folder / "copies.index").stat().st_size,
        "runs": runs,
        "same": side.read_bytes() == second,
        **judged(made, read(folder, numbers)),
    }


def planted(folder: Path, files: Sequence[Path]) -> dict[str, Any]:
    """Recall over copies of all kinds of the records in these files, each text once.

    `clusters`: what is called a copy among the records themselves, by title, to be read by eye.
    """
    records = [orjson.loads(line) for path in files for line in path.read_bytes().splitlines()]
    titles = {one["text"]: one["title"] for one in records if len(words(one["text"])) >= LEAST}
    made = Maker().plant(titles)
    lay(folder, made, 0, FIRST)
    dedupe(folder)
    numbers = {name(number): number for number in range(len(made))}
    rows = read(folder, numbers)
    own = range(len(titles))
    said = list(titles.values())
    return {
        **judged(made, rows),
        "texts": len(titles),
        "clusters": [
            [said[rows[number]["cluster"]], said[number]]
            for number in own
            if rows[number]["cluster"] != number and rows[number]["cluster"] in own
        ],
    }


def read(folder: Path, numbers: dict[str, int]) -> dict[int, dict[str, Any]]:
    """Lines of copies.jsonl by number of the article."""
    rows = map(orjson.loads, (folder / "copies.jsonl").read_bytes().splitlines())
    return {numbers[row["id"]]: {**row, "cluster": numbers[row["cluster"]]} for row in rows}


def markdown(found: dict[str, Any]) -> str:
    """The result as tables."""
    runs = [
        [label, f"{run['articles']:,}", f"{run['signed']:,}", f"{run['cpu_s']:.0f}",
         f"{run['wall_s']:.0f}", mib(run["peak"])]
        for label, run in zip(_RUNS, found["runs"].values(), strict=True)
    ]  # fmt: skip
    kinds = [
        [kind, f"{told['articles']:,}",
         "–" if told["recall"] is None else f"{told['recall']:.3f}", f"{told['wrong']:,}"]
        for kind, told in found["kinds"].items()
    ]  # fmt: skip
    lines = [
        f"{found['date']}, Python {found['python']}, {found['machine']}; {mib(found['bytes'])} MiB of "
        f"records, {mib(found['index_bytes'])} MiB of signatures.",
        "",
        *table(["run", "articles", "texts signed", "CPU, s", "wall, s", "peak, MiB"], runs),
        f"The second and the third run {'say the same' if found['same'] else 'DIFFER'}.",
        "",
        *table(["articles", "how many", "recall", "wrongly taken for a copy"], kinds),
        f"{found['links']:,} articles are said to be copies, {found['wrong']:,} of them wrongly: "
        f"precision {found['precision']:.4f}.",
    ]
    return "\n".join(lines)


_RUNS = ("the first, 99 % of the articles", "the second, the rest added", "all of them anew")


def main() -> int:
    """Measure and print; 1 where a run ends badly."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--articles", type=int, default=100_000, help="(default: 100,000)")
    parser.add_argument("--child", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--full", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--records", nargs="+", type=Path, help="files of `ogpnews extract`")
    add_output(parser)
    args = parser.parse_args()
    if args.child:
        print(json.dumps(child(args.child, full=args.full)))
        return 0
    try:
        with TemporaryDirectory() as folder:
            if args.records:
                print(json.dumps(planted(Path(folder), args.records), indent=1, ensure_ascii=False))
                return 0
            told = result(Path(folder), args.articles)
        show(args, "copies", told, markdown(told))
    except CorpusError as error:
        print(f"copies: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
