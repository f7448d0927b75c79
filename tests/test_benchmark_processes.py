"""Memory of `ogpnews extract` is that of the checkout, whatever else is installed."""

from pathlib import Path

import pytest

import processes
from corpus import ROOT, CorpusError

SAMPLE = ROOT / "data" / "sample" / "sample.warc.gz"


def test_another_ogpnews_is_not_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ogpnews").mkdir()
    (tmp_path / "ogpnews" / "__init__.py").write_text("raise SystemExit('another one')")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert processes._peak([SAMPLE], tmp_path / "out.jsonl") > 1_000_000


def test_what_went_wrong_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_PEAK", "raise SystemExit('no memory left')")
    with pytest.raises(CorpusError, match="no memory left"):
        processes._peak([SAMPLE], tmp_path / "out.jsonl")
