"""`ogpnews report` as people run it."""

from pathlib import Path
from typing import Any

import pytest
from recordsets import article, dataset
from reports import varied

from ogpnews import cli


def report(capsys: Any, *words: object) -> tuple[int, str]:
    status = cli.main(["report", *map(str, words)])
    return status, capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "title"),
    [((), "Berita pemerintah daerah: kabar"), (("--lang", "en"), "Regional government news: kabar"),
     (("--title", "A & B"), "A &amp; B"), (("--title", "\udcff"), "\\udcff")],
)  # fmt: skip
def test_writes_one_file(tmp_path: Path, capsys: Any, words: tuple[str, ...], title: str) -> None:
    out = tmp_path / "report.html"
    out.write_text("an older one", encoding="utf-8")
    status, said = report(capsys, varied(tmp_path / "kabar"), "-o", out, *words)
    assert (status, "40 articles" in said) == (0, True)
    assert f"<title>{title}</title>" in out.read_text(encoding="utf-8")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kabar", "report.html"]


@pytest.mark.parametrize(
    ("folder", "out", "status", "said"),
    [("nowhere", "r.html", 2, "no dataset"), ("kabar", "missing/r.html", 2, "there is no folder"),
     ("kabar", ".", 2, "is a folder"), ("damaged", "r.html", 1, "line 2 is no record")],
)  # fmt: skip
def test_what_is_wrong_is_told(
    tmp_path: Path, capsys: Any, folder: str, out: str, status: int, said: str
) -> None:
    dataset(tmp_path / "kabar", [article()])
    damaged = dataset(tmp_path / "damaged", [article()])
    with next((damaged / "articles" / "lereng").iterdir()).open("ab") as file:
        file.write(b'{"id": 1,\n')
    found = report(capsys, tmp_path / folder, "-o", tmp_path / out)
    assert (found[0], said in found[1]) == (status, True)
    assert list(tmp_path.glob("*.html")) == []


def test_a_full_disk_leaves_no_half(
    tmp_path: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*args: Any, **options: Any) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    folder = dataset(tmp_path / "kabar", [article()])
    status, said = report(capsys, folder, "-o", tmp_path / "r.html")
    assert (status, "No space left" in said) == (1, True)
    assert [path.name for path in tmp_path.iterdir()] == ["kabar"]


def test_another_language_is_refused(tmp_path: Path, capsys: Any) -> None:
    with pytest.raises(SystemExit):
        report(capsys, tmp_path, "-o", tmp_path / "r.html", "--lang", "jv")
