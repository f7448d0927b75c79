"""The docs: generated parts fresh, examples that work, links that lead somewhere."""

import importlib.util
import re
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from ogpnews import cli
from ogpnews.outlets import UNKNOWN, Catalogue
from ogpnews.pages.document import Document

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), ROOT / "data" / "README.md"])
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.DOTALL | re.MULTILINE)


def _generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_generator", ROOT / "tools" / "docs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


docs = _generator()


def fences(page: Path, *languages: str) -> list[str]:
    """Contents of a page's code blocks in these languages."""
    return [m[2] for m in _FENCE.finditer(page.read_text(encoding="utf-8")) if m[1] in languages]


@pytest.mark.parametrize("name", docs.PARTS)
def test_generated_part_is_fresh(name: str) -> None:
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert docs.fresh(name, text) == text, f"docs/{name} is stale; run: make docs"


@pytest.mark.parametrize("name", docs.PARTS)
def test_a_page_without_markers_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=f"docs/{name}"):
        docs.fresh(name, "# Title\n")


def test_every_command_is_documented() -> None:
    text = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert re.findall(r"^## ogpnews (\w+)$", text, re.MULTILINE) == list(cli.COMMANDS)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_inside_the_project_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    targets = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)[^)]*\)", text)
    assert [name for name in targets if not (page.parent / name).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_docs_name_existing_commands_and_options(page: Path) -> None:
    """Each `ogpnews …` line of a code block parses, up to what a shell would do with it."""
    for block in fences(page, "console", "sh", "text"):
        for line in re.findall(r"^(?:\$ )(ogpnews .*)$", block, re.MULTILINE):
            words = re.split(r"\s+[|>&#]", line.replace("'", ""))[0].split()[1:]
            if words and not words[0].startswith("-"):
                cli.parser().parse_args(words)


def test_readme_sets_up_with_two_commands() -> None:
    blocks = [block.split("\n") for block in fences(ROOT / "README.md", "sh")]
    assert any(
        [line.partition("#")[0].strip() for line in block if line] == ["make crawl", "make test"]
        for block in blocks
    )


def test_targets_named_in_docs_exist() -> None:
    rules = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    for page in PAGES:
        named = set(re.findall(r"`make ([a-z]+)`|^make ([a-z]+)", page.read_text(), re.MULTILINE))
        assert {target for pair in named for target in pair if target} <= rules, page.name


def test_outlet_examples_load(tmp_path: Path) -> None:
    """Each whole outlet file in README and CONTRIBUTING is one that the catalogue takes."""
    found = 0
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "docs" / "outlets.md"):
        for number, block in enumerate(fences(page, "toml")):
            if {"name", "url", "family", "region"} <= tomllib.loads(block).keys():
                folder = tmp_path / page.stem / str(number)
                folder.mkdir(parents=True)
                (folder / "example.toml").write_text(block, encoding="utf-8")
                assert list(Catalogue.load(folder).outlets) == ["example"]
                found += 1
    assert found


STORY = """<div class="lereng-story"><h1 class="judul">Embung Desa Terisi Lagi</h1>
<p class="tanggal">Senin, 10 Juni 2024 08:00 WIB</p><p class="penulis">Penulis: Ratna Suminar</p>
<div class="isi-berita"><p>Embung di tiga desa terisi lagi.</p><div class="iklan">Promo</div></div>
</div>"""


def test_family_example_reads_a_page() -> None:
    (example,) = [block for block in fences(ROOT / "README.md", "python") if "(Page):" in block]
    names: dict[str, Any] = {}
    exec(compile(example, "README.md", "exec"), names)  # noqa: S102  # the README is ours
    document = Document(STORY.encode())
    assert document.first(names["Lereng"].mark) is not None
    raw = names["Lereng"](document, UNKNOWN).raw()
    assert (raw.family, raw.title) == ("lereng", "Embung Desa Terisi Lagi")
    assert raw.date_lines == ["Senin, 10 Juni 2024 08:00 WIB"]
    assert raw.credit_lines == ["Penulis: Ratna Suminar"]
    assert [block.text for block in raw.blocks] == ["Embung di tiga desa terisi lagi."]
