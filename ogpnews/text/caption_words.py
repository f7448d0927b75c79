"""The words of captions as patterns: labels in front of a credit or a caption, what says nothing."""

import re
from functools import cache

from ogpnews.resources import lexicon
from ogpnews.text.clean import loose
from ogpnews.text.photocredits import alternatives


@cache
def junk() -> frozenset[str]:
    """Alternative texts that describe nothing, letters and digits only."""
    return frozenset(map(loose, lexicon("captions")["junk"]["literals"]))


@cache
def label_stems() -> frozenset[str]:
    """The first letters of all labels: a text without any of them holds no label."""
    words = lexicon("captions")["labels"]
    known = (*words["photo"], *words["source"], *words["archive"], "foto", "photo")
    return frozenset(label[:3] for label in known)


@cache
def labels() -> dict[str, re.Pattern[str]]:
    """The compiled patterns of labels, by where a label stands."""
    words = lexicon("captions")
    photo = alternatives((*words["labels"]["photo"], *words["labels"]["source"]))
    archive = alternatives((*words["labels"]["archive"], "foto", "photo"))
    return {
        "colon": re.compile(
            rf"(?<![\w/])(?:{photo}|{alternatives(words['labels']['archive'])})\s{{0,3}}[:=]",
            re.IGNORECASE,
        ),
        # without a colon a label counts only after the end of a sentence, a comma or a bracket
        "open": re.compile(
            rf"(?:(?<=[.!?)”\",])\s{{0,3}}|^)(?:{archive})(?:\.\s{{0,3}}|\s{{1,3}}|/)(?=\S)",
            re.IGNORECASE,
        ),
        "lower": re.compile(
            rf"(?<=\s)(?:{alternatives(words['labels']['archive'])})\.?\s{{0,3}}(?=[A-Z])"
        ),
        "archive": re.compile(
            rf"(?:{alternatives(words['labels']['archive'])})(?:\s{{0,3}}[.:]\s{{0,3}}|\s{{1,3}})(?=\S)",
            re.IGNORECASE,
        ),
        "heading": re.compile(
            rf"(?:{alternatives(words['heads']['caption'])})\s{{0,3}}[:=]\s{{0,3}}",
            re.IGNORECASE,
        ),
    }
