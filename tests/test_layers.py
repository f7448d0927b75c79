"""The shape that docs/architecture.md promises: layers, light imports, small files."""

import ast
import re
import statistics
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "ogpnews"
MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(PACKAGE.rglob("*.py"))
}
SOURCES = [
    path
    for folder in ("ogpnews", "benchmarks", "tools", "tests")
    for path in sorted((ROOT / folder).rglob("*.py"))
]
ENGINE = {"scrapy", "twisted", "itemloaders", "parsel"}


@cache
def layers() -> dict[str, int]:
    """Name → layer, as the paragraph "Layers" of the architecture says."""
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    found = re.search(r"\*\*Layers\*\*.*?:(.*?)\.\s+The linter", text, re.DOTALL)
    assert found, "docs/architecture.md has no paragraph **Layers**"
    named: dict[str, int] = {}
    for part in found[1].split("·"):
        outside_brackets = re.sub(r"\([^)]*\)", "", part)
        number = int(outside_brackets.split()[0])
        for name in re.findall(r"`([a-z_]+)/?`", outside_brackets):
            assert name not in named, f"docs/architecture.md puts {name} into two layers"
            named[name.strip("_")] = number
    return named


def layer(module: str) -> int:
    """Layer of a module; the package itself, which holds the version alone, is below all."""
    parts = module.split(".")
    return layers().get(parts[1].strip("_"), 99) if parts[1:] else 0


def imports(path: Path) -> Iterator[str]:
    """Every module that a file names in an import, wherever in the file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            for alias in node.names:
                name = f"{node.module}.{alias.name}"
                yield name if name in MODULES else str(node.module)


def loaded(code: str) -> set[str]:
    """Top-level packages and ogpnews modules in memory after running some code."""
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print(*sys.modules)"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    names = done.stdout.splitlines()[-1].split()
    return {name if name.startswith("ogpnews") else name.partition(".")[0] for name in names}


def test_every_module_has_its_layer() -> None:
    here = {name.split(".")[1].strip("_") for name in MODULES if "." in name}
    assert here - layers().keys() == set(), "modules that docs/architecture.md puts in no layer"
    assert layers().keys() - here == set(), "modules of docs/architecture.md that do not exist"


@pytest.mark.parametrize("module", MODULES)
def test_imports_come_from_the_same_layer_or_above(module: str) -> None:
    wrong = [
        name
        for name in imports(MODULES[module])
        if name.partition(".")[0] == "ogpnews" and layer(name) > layer(module)
    ]
    assert wrong == [], f"{module} (layer {layer(module)}) imports from below"


@pytest.mark.parametrize("module", [name for name in MODULES if layer(name) == 1])
def test_first_layer_needs_the_standard_library_alone(module: str) -> None:
    allowed = {*sys.stdlib_module_names, "ogpnews"}
    allowed |= {"dateparser"} if module == "ogpnews.text.dates" else set()
    allowed |= {"ahocorasick_rs"} if module == "ogpnews.text.gazetteer" else set()
    assert {name.partition(".")[0] for name in imports(MODULES[module])} <= allowed


@pytest.mark.parametrize("module", [name for name in MODULES if layer(name) <= 3])
def test_extraction_does_without_the_crawl_engine(module: str) -> None:
    assert {name.partition(".")[0] for name in imports(MODULES[module])} & ENGINE == set()


@pytest.mark.parametrize("module", ["ogpnews.pages", "ogpnews.extract"])
def test_extraction_loads_light(module: str) -> None:
    heavy = {*ENGINE, "dateparser", "warcio", "lxml"}
    assert loaded(f"import {module}") & heavy == set()


def test_help_loads_next_to_nothing() -> None:
    code = """
import contextlib, io
from ogpnews import cli
with contextlib.suppress(SystemExit), contextlib.redirect_stdout(io.StringIO()):
    cli.main(["--help"])
"""
    heavy = {*ENGINE, "selectolax", "dateparser", "orjson", "itemadapter", "tldextract", "warcio"}
    assert loaded(code) & (heavy | {"ogpnews.pages", "ogpnews.extract", "ogpnews.text"}) == set()


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_and_functions_are_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 400, f"{path}: over 400 lines"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or 0) - node.lineno + 1
            assert lines <= 40, f"{path}:{node.lineno}: {node.name} has {lines} lines, over 40"


def test_median_file_is_small() -> None:
    lengths = [path.read_text(encoding="utf-8").count("\n") for path in MODULES.values()]
    assert statistics.median(lengths) <= 80


def test_packages_are_flat() -> None:
    assert [name for name in MODULES if name.count(".") > 2] == []
