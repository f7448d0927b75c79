"""What hosts asked of us, for all crawlers of a process: outlets that share a host share its word."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Hosts:
    """Keys are hosts with their ports, as in an URL."""

    asked: dict[str, float] = field(default_factory=dict)
    """When a host was asked last, or may be asked again less the delay: monotonic seconds."""
    refused: dict[str, str] = field(default_factory=dict)
    """Why a host is left alone for the rest of this run."""
    busy: dict[str, int] = field(default_factory=dict)
    """How often in a row a host said that we ask too much."""


HOSTS = Hosts()
"""One process is one visitor: a crawler that follows another one on a host goes on in its step."""
