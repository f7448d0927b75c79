"""The dataset card of a Hugging Face folder, data/templates/huggingface.md filled in."""

import re
from collections.abc import Iterator
from typing import Any

from ogpnews import __version__
from ogpnews.dictionary import markdown
from ogpnews.formats import Options
from ogpnews.formats.arrow import types
from ogpnews.formats.libraries import needed
from ogpnews.formats.sources import Sources
from ogpnews.resources import DATA

_SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))
_NAMES = {"double": "float64", "date32[day]": "date32"}
_CODE = re.compile(r"[a-z]{2}")


def card(name: str, rows: int, sources: Sources, options: Options) -> str:
    """README.md with YAML before the text; `sources` has seen all rows."""
    from jinja2 import Environment, StrictUndefined

    templates = Environment(undefined=StrictUndefined, autoescape=False)  # noqa: S701  # Markdown
    templates.filters["cell"] = _cell
    table = sources.table()
    languages = [code for code, _ in sources.languages.most_common() if _CODE.fullmatch(code)]
    template = (DATA / "templates" / "huggingface.md").read_text(encoding="utf-8")
    return templates.from_string(template, {}).render(
        name=name,
        rows=rows,
        withheld=sum(source.withheld for source in table),
        languages=languages or ["id"],
        size=next((said for most, said in _SIZES if rows < most), "1M<n<10M"),
        features="\n".join(_features(options)),
        version=__version__,
        about=options.about,
        sources=table,
        dictionary=markdown(options.columns),
    )


def _features(options: Options) -> Iterator[str]:
    """YAML of the columns' types, as `datasets` names them."""
    pa = needed("pyarrow", "a dataset card")
    for name, kind in types(options.columns).items():
        yield f"  - name: {name}"
        yield from (f"    {line}" for line in _feature(pa, kind))


def _feature(pa: Any, kind: Any) -> Iterator[str]:
    if not pa.types.is_list(kind):
        yield f"dtype: {_NAMES.get(str(kind), str(kind))!r}"
    elif not pa.types.is_struct(kind.value_type):
        yield f"sequence: {kind.value_type}"
    else:
        yield "list:"
        for field in kind.value_type:
            yield f"- name: {field.name}"
            yield from (f"  {line}" for line in _feature(pa, field.type))


def _cell(text: str) -> str:
    return " ".join(str(text).split()).replace("|", r"\|").replace("<", "&lt;")
