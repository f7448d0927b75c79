"""Numbers that people give."""

from ogpnews.errors import UsageError


def positive(value: str | int | None, name: str, what: str) -> int | None:
    """A number of something, 1 or more; UsageError for anything else."""
    if value is None or value == "":
        return None
    try:
        number = int(value)
    except ValueError:
        number = 0
    if number < 1:
        raise UsageError(f"--{name} {value!r} is not a number of {what}; give 1 or more")
    return number
