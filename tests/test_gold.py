"""Real pages against what careful readers noted: floors by field, a hair below what is reached."""

import importlib.util
import json
from dataclasses import fields
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from ogpnews.extract import Options, Source, dump, extract
from ogpnews.items import Article

FLOORS = {
    "families": {
        "title": 0.995,
        "published": 0.98,
        "published_day": 0.995,
        "modified": 0.96,
        "authors": 0.995,
        "editors": 0.995,
        "caption": 0.995,
        "credit": 0.995,
        "dateline": 0.995,
        "initials": 0.995,
        "source": 0.995,
        "related": 0.995,
        "tags": 0.995,
        "section": 0.96,
        "pages": 0.995,
        "body": 0.998,
        "body_paragraphs": 0.996,
    },
    "generic": {
        "title": 0.995,
        "published": 0.96,
        "published_day": 0.98,
        "modified": 0.96,
        "authors": 0.98,
        "editors": 0.96,
        "caption": 0.995,
        "credit": 0.98,
        "dateline": 0.995,
        "initials": 0.98,
        "source": 0.96,
        "related": 0.995,
        "tags": 0.995,
        "section": 0.66,
        "pages": 0.995,
        "body": 0.998,
        "body_paragraphs": 0.996,
    },
}
CORE = {"families": 0.9975, "generic": 0.989}
CASES = [(way, field) for way, floors in FLOORS.items() for field in floors]


@cache
def _scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def _gold(folder: Path) -> dict[str, Any]:
    told = (json.loads(path.read_text("utf-8")) for path in sorted(folder.rglob("*.json")))
    return {page["file"]: page for page in told if page.get("kind") == "article" and "body" in page}


@cache
def _records(shared: Path, way: str) -> dict[str, dict[str, Any]]:
    """Record by the page's path, as the gold files name it."""
    options = Options(family="generic" if way == "generic" else None)
    found = {}
    for name in _gold(shared / "gold"):
        found[name] = json.loads(dump(extract(Source(str(shared / name)), options)))
    return found


@cache
def _scores(shared: Path, way: str) -> list[dict[str, float]]:
    score = _scorer(shared / "score.py")
    records = _records(shared, way)
    return [score.score_page(page, records[name]) for name, page in _gold(shared / "gold").items()]


def _mean(shared: Path, way: str, field: str) -> float:
    pages = _scores(shared, way)
    return sum(page[field] for page in pages) / len(pages)


@pytest.mark.parametrize(("way", "field"), CASES, ids=[f"{way}-{field}" for way, field in CASES])
def test_field(way: str, field: str, shared: Path) -> None:
    assert _mean(shared, way, field) >= FLOORS[way][field]


@pytest.mark.parametrize("way", CORE)
def test_core(way: str, shared: Path) -> None:
    core = _scorer(shared / "score.py").CORE
    assert sum(_mean(shared, way, field) for field in core) / len(core) >= CORE[way]


@pytest.mark.parametrize("way", FLOORS)
def test_keys_in_declared_order(way: str, shared: Path) -> None:
    declared = [field.name for field in fields(Article)]
    wrong = [name for name, record in _records(shared, way).items() if list(record) != declared]
    assert wrong == []


@pytest.mark.parametrize("way", FLOORS)
def test_every_value_says_where_it_was_read(way: str, shared: Path) -> None:
    for record in _records(shared, way).values():
        where = record["extraction"]["fields"]
        told = ("title", "published", "text", "tags", "section", "dateline")
        assert [key for key in told if record[key] and key not in where] == []


def test_names_are_never_in_two_roles_of_metadata(shared: Path) -> None:
    """JSON-LD calls the editor the author; where the page names both, nobody is both."""
    for page in _gold(shared / "gold").values():
        record = _records(shared, "families")[page["file"]]
        both = set(page["authors"]) & set(page["editors"])
        assert set(record["authors"]) & set(record["editors"]) <= both
