"""Errors that are told to people: the message says what is wrong, where, and how to mend it."""


class OgpnewsError(Exception):
    """Something went wrong that the reader can understand; printed without a traceback."""

    status = 1
    """Exit status of the command that fails with it."""


class UsageError(OgpnewsError):
    """What was asked for cannot be done as asked: an argument, a folder or a catalogue file."""

    status = 2


class WorkerLost(OgpnewsError):
    """A process was ended from outside, by the system or by a person."""


class Terminated(KeyboardInterrupt):
    """SIGTERM, handled as Ctrl-C is."""


def visible(line: str) -> str:
    """The line with control characters shown instead of sent: a terminal would obey them."""
    return "".join(c if c.isprintable() else repr(c)[1:-1] for c in line)
