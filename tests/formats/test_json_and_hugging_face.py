"""JSON Lines and the folder for Hugging Face."""

import gzip
from pathlib import Path

import orjson
import pandas as pd
import pytest
from formats.hostile_rows import HARD, TITLES, records, written

from ogpnews.formats import Options, huggingface


@pytest.mark.parametrize("name", ["t.jsonl", "t.jsonl.gz"])
def test_json_lines_are_the_records(tmp_path: Path, name: str) -> None:
    data = written(tmp_path / name, "jsonl", Options()).read_bytes()
    lines = (gzip.decompress(data) if name.endswith("gz") else data).splitlines()
    assert list(map(orjson.loads, lines)) == records()


def test_hugging_face_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(huggingface, "SHARD", 4)
    folder = written(tmp_path / "berita", "huggingface", Options(about={"dataset": "a|b"}))
    parts = sorted(path.name for path in (folder / "data").iterdir())
    assert parts == [f"train-{number:05}-of-00003.parquet" for number in range(3)]
    assert (
        list(pd.concat(pd.read_parquet(folder / "data" / part) for part in parts).title) == TITLES
    )
    card = (folder / "README.md").read_text(encoding="utf-8")
    front = card.split("---\n")[1]
    assert front.startswith('pretty_name: "berita"\nlanguage:\n- "id"\nlicense: other\n')
    assert "  - name: published_utc\n    dtype: 'timestamp[us, tz=UTC]'\n" in front
    assert "  - name: authors\n    sequence: string\n" in front
    assert "size_categories:\n- n<1K\n" in front
    assert r"| dataset | a\|b |" in card
    assert f"| lereng |  |  |  | {len(HARD)} | 0 |" in card
    assert "| `published_day` | day | Local day of publication |" in card
