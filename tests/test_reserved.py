"""Reserved texts stay behind unless they are asked for, and the record says so."""

from dataclasses import asdict
from typing import Any

import orjson
import pytest
from jsonschema import Draft202012Validator
from recordsets import article

from ogpnews.columns import COLUMNS, text_withheld
from ogpnews.items import Extraction
from ogpnews.reserved import Rights, Texts
from ogpnews.schema import schema

FORBIDDEN = {"outlet": "antara"}
NOTICE = {"rights_notice": "Dilarang mengambil konten untuk AI."}
CRAWLED = Extraction("antara", "0.1", {}, ["metadata only: the outlet forbids copying its text"])


def said(record: dict[str, Any]) -> list[str]:
    return list(record["extraction"]["warnings"])


@pytest.mark.parametrize(
    ("texts", "changes", "why"),
    [
        (Texts.FREE, {}, None),
        (Texts.FREE, {"outlet": ""}, None),
        (Texts.FREE, FORBIDDEN, "metadata only: the outlet forbids copying its text"),
        (
            Texts.FREE,
            {"outlet": "", "url": "https://jatim.antaranews.com/berita/1/pasar"},
            "metadata only: the outlet forbids copying its text",
        ),
        (Texts.FREE, {"outlet": "", "url": "https://[x/"}, None),
        (Texts.FREE, NOTICE, "metadata only: the page reserves its rights"),
        (Texts.FREE, {**FORBIDDEN, "extraction": CRAWLED}, CRAWLED.warnings[0]),
        (Texts.NONE, {}, "metadata only: asked for so"),
        (Texts.NONE, FORBIDDEN, "metadata only: the outlet forbids copying its text"),
        (Texts.ALL, {**FORBIDDEN, **NOTICE}, None),
    ],
)
def test_what_goes_out(texts: Texts, changes: dict[str, Any], why: str | None) -> None:
    record = orjson.loads(orjson.dumps(article(1, **changes)))
    before = orjson.dumps(record)
    going = Rights(texts).apply(record)
    assert orjson.dumps(record) == before  # the dataset's own record is left alone
    assert said(going) == ([why] if why else [])
    assert text_withheld(going) == (why is not None)
    assert (going["text"] == "") == (going["images"][0]["caption"] is None) == (why is not None)
    assert going["images"][0]["credit"] == "Humas Pemkot Semarang"
    assert going["text_sha256"] == record["text_sha256"]
    assert list(Draft202012Validator(schema()).iter_errors(going)) == []
    flag = next(column for column in COLUMNS if column.name == "text_withheld")
    assert flag.read(going) is (why is not None)


def test_a_text_left_out_by_the_crawl_stays_flagged() -> None:
    assert text_withheld(Rights(Texts.ALL).apply(asdict(article(extraction=CRAWLED))))
