"""Language by function words."""

import pytest

from ogpnews.text.language import language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Wali kota mengatakan bahwa jalan itu akan diperbaiki untuk warga pada bulan ini juga.",
            "id",
        ),
        (
            "The mayor said that the road will be repaired by the end of the year for all of us.",
            "en",
        ),
        ("Pak bupati wis rawuh ing bale desa karo warga kang padha ngenteni wiwit esuk iku.", "jv"),
        ("Warga kampung jeung pamaréntah geus gotong royong pikeun ngomean jalan nu ruksak.", "su"),
        (
            "Menteri itu berkata kerajaan akan memberi bantuan kerana hujan lebat, manakala beliau hadir.",
            "ms",
        ),
        ("Singkat saja.", None),
        ("", None),
    ],
)
def test_language(text: str, expected: str | None) -> None:
    assert language(text) == expected
