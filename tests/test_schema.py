"""The JSON Schema: complete, fresh, and true of a record that was really made."""

import json
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from itemadapter import ItemAdapter
from jsonschema import Draft202012Validator

from ogpnews import cli, schema
from ogpnews.extract import Options, Source, dump, extract
from ogpnews.items import SCHEMA_VERSION, Article

PAGE = """<!doctype html><html lang="id"><head>
<title>Warga Kuningan Tanam Pohon - Kabar Lereng</title>
<link rel="canonical" href="https://kabarlereng.example/berita/warga-tanam-pohon"></head><body>
<h1>Warga Kuningan Tanam Pohon di Lereng Ciremai</h1>
<p>Senin, 6 Mei 2024 | 09:15 WIB</p><p>Penulis: Wira Kusnadi</p>
<article><figure><img src="https://kabarlereng.example/f/1.jpg" alt="Warga menanam pohon">
<figcaption>Warga menanam pohon di lereng Ciremai. (Humas Pemkab Kuningan)</figcaption></figure>
<p>KUNINGAN - Ratusan warga menanam pohon di lereng Gunung Ciremai pada akhir pekan kemarin.</p>
<p>Kegiatan itu digelar pemerintah kabupaten bersama kelompok tani dan para pelajar setempat.</p>
<p>Baca juga: <a href="https://kabarlereng.example/berita/embung">Embung Desa Mulai Dibangun</a></p>
<p>Bibit yang ditanam antara lain puspa, rasamala, dan huru, yang tahan pada musim kemarau.</p>
</article></body></html>"""


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    Draft202012Validator.check_schema(schema.schema())
    return Draft202012Validator(schema.schema())


@pytest.fixture
def record() -> dict[str, Any]:
    made: dict[str, Any] = json.loads(dump(extract(Source("page.html", PAGE.encode()), Options())))
    return made


def objects(node: object, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every schema in a schema, with its path as NARROWER writes paths."""
    if not isinstance(node, dict):
        return
    yield path, node
    for key, value in node.get("properties", {}).items():
        yield from objects(value, f"{path}.{key}" if path else key)
    yield from objects(node.get("items"), f"{path}[]")
    yield from objects(node.get("additionalProperties"), f"{path}{{}}")


def test_stored_schema_is_fresh(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["schema", "--check"]) == 0, "run: ogpnews schema > data/article.schema.json"
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(("content", "state"), [("{}\n", "stale"), (None, "missing")])
def test_check_tells_what_is_wrong(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    content: str | None,
    state: str,
) -> None:
    path = tmp_path / "article.schema.json"
    if content is not None:
        path.write_text(content)
    monkeypatch.setattr(schema, "STORED", path)
    assert cli.main(["schema", "--check"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(f"ogpnews: {path}: {state}; ")


def test_printed_schema_is_the_stored_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["schema"]) == 0
    assert capsys.readouterr().out == schema.STORED.read_text(encoding="utf-8")


def test_every_field_is_explained_and_required() -> None:
    for path, node in objects(schema.schema()):
        for key, value in node.get("properties", {}).items():
            assert value.get("description", "").endswith((".", "…")), f"{path}.{key}: docstring"
        keys = [key for key in node.get("properties", {}) if key != "previous_text_sha256"]
        assert node.get("required", []) == keys, path


def test_every_narrowing_has_its_field() -> None:
    assert set(schema.NARROWER) <= {path for path, _ in objects(schema.schema())}


def test_order_is_that_of_the_declaration(record: dict[str, Any]) -> None:
    declared = [field.name for field in fields(Article)]
    assert list(schema.schema()["properties"]) == [*declared, "previous_text_sha256"]
    assert list(record) == declared


def test_name_of_the_schema_needs_no_host() -> None:
    assert schema.schema()["$id"] == f"urn:ogpnews:article:{SCHEMA_VERSION}"


def test_a_real_record_is_valid(validator: Draft202012Validator, record: dict[str, Any]) -> None:
    assert [error.message for error in validator.iter_errors(record)] == []
    assert record["url"] == "https://kabarlereng.example/berita/warga-tanam-pohon"
    assert record["images"]
    assert record["related"]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("schema_version", "2.0"),
        ("revision", 0),
        ("id", "17"),
        ("kind", "recipe"),
        ("published", "6 Mei 2024"),
        ("published", "2024-05-06T09:15:00"),
        ("published_utc", "2024-05-06T02:15:00+07:00"),
        ("published_precision", "hour"),
        ("tz_source", "guess"),
        ("authors", "Wira Kusnadi"),
        ("authors", None),
        ("images", [{"url": None}]),
        ("removed", {"promo": 0}),
        ("language", "Indonesian"),
        ("origin", "press"),
        ("text_sha256", "abc"),
        ("surprise", 1),
    ],
)
def test_what_is_no_record(
    validator: Draft202012Validator, record: dict[str, Any], key: str, value: object
) -> None:
    assert not validator.is_valid(record | {key: value})


def test_a_missing_key_is_seen(validator: Draft202012Validator, record: dict[str, Any]) -> None:
    for key in record:
        assert not validator.is_valid({k: v for k, v in record.items() if k != key}), key


def test_empty_record_has_no_invented_value(validator: Draft202012Validator) -> None:
    made = ItemAdapter(Article()).asdict()
    assert [error.message for error in validator.iter_errors(made)] == []
