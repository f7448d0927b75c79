"""The verb in the sentence of a body or an office."""

import pytest
from governments import actors

from ogpnews.text.acts import act


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Bupati Brebes meresmikan pasar.", "meresmikan"),
        ("Bupati Brebes Drs. H. Anwar, M. Si meresmikan pasar.", "meresmikan"),
        ("Bupati Brebes Dra. Hj. Anwar dan Prof. Adi meresmikan pasar.", "meresmikan"),
        ("Bupati Brebes hadir. Pasar meresmikan diri.", ""),
        ("Bupati Brebes hadir! Ia meresmikan pasar.", ""),
        ("Pasar dibuka oleh Bupati Brebes.", "dibuka"),
        ("Bupati Brebes dan Dinas Keluarga Berencana.", ""),
    ],
)
def test_act(text: str, verb: str) -> None:
    assert act(text, actors(text)[0]) == verb
