"""What a body or an office does: the verb in its sentence."""

import re

from ogpnews.resources import lexicon
from ogpnews.text.actor import Actor

_ACTS = frozenset(
    verb for verbs in lexicon("government")["acts"]["verbs"] for verb in verbs.split()
)
_END = re.compile(
    r"(?:(?<!\b[A-Z])(?<!\bHj|\b[DdIS][rt])(?<!\bDr[sa])(?<!\bProf)\.|[!?;])(?:\s|$)|\n"
)
"""The end of a sentence; `Drs. H. Anwar, M. Si` has none."""
_BEHIND = 160  # characters behind the one who acts
_BEFORE = 60  # … and before, where the verb is passive: `dibuka oleh Bupati`


def is_act(word: str) -> bool:
    """True for a form of a verb of government."""
    return word.strip(".,:;()\"'“”").casefold() in _ACTS


def act(text: str, actor: Actor) -> str:
    """The verb of government in the sentence of an actor; empty where there is none."""
    stop = actor.end + _BEHIND
    end = _END.search(text, actor.end, stop)
    for word in text[actor.end : end.start() if end else stop].split():
        if not word.startswith("di") and word[0].islower() and is_act(word):  # `Keluarga Berencana`
            return word.strip(".,:;()\"'“”")
    before = _END.split(text[max(0, actor.start - _BEFORE) : actor.start])[-1]
    for word in reversed(before.split()[-4:]):
        if word.startswith("di") and is_act(word):
            return word.strip(",:;()")
    return ""
