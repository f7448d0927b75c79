"""The catalogue of outlets: load and check it, look outlets up by id, host, URL and region."""

import difflib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlsplit

from ogpnews.outlet import UNKNOWN, Outlet, OutletError
from ogpnews.outletfile import NATIONAL, netloc, read
from ogpnews.outletlists import Discover
from ogpnews.resources import DATA
from ogpnews.text import regions
from ogpnews.text.clean import loose

__all__ = ["NATIONAL", "UNKNOWN", "Catalogue", "Discover", "Outlet", "OutletError"]

PACKAGED = DATA / "outlets"
_MIRRORS = ("www.", "m.", "amp.")


class Catalogue:
    """Outlets by id, with an index of their hosts that is built once."""

    def __init__(self, outlets: Iterable[Outlet]) -> None:
        """`outlets` must have unique ids and hosts, as those of `scan` do."""
        self.outlets: Mapping[str, Outlet] = MappingProxyType({o.id: o for o in outlets})
        self._hosts: dict[str, list[Outlet]] = {}
        for outlet in self.outlets.values():
            for host in outlet.hosts:
                self._hosts.setdefault(host, []).append(outlet)
        for sharing in self._hosts.values():
            sharing.sort(key=lambda outlet: -len(outlet.path))

    @classmethod
    def load(cls, folder: Path | None = None) -> "Catalogue":
        """The catalogue in `folder`, or the packaged one; raises OutletError on any fault."""
        return _packaged() if folder is None else cls(_sound(folder))

    def get(self, outlet_id: str) -> Outlet:
        """The outlet with this id; OutletError with similar ids where there is none."""
        if outlet := self.outlets.get(outlet_id):
            return outlet
        near = difflib.get_close_matches(outlet_id.casefold(), self.outlets, n=3)
        hint = f"did you mean {' or '.join(near)}?" if near else "see ogpnews outlets for all ids"
        raise OutletError(f"no outlet {outlet_id!r} in the catalogue; {hint}")

    def for_host(self, host: str) -> Outlet | None:
        """The outlet of a host: the host itself, else without www, else by a wildcard entry."""
        return self._pick(host.strip().rstrip(".").lower(), "")

    def for_url(self, url: str) -> Outlet | None:
        """The outlet of an URL: like `for_host`, but a desk with a path of its own comes first."""
        try:
            return self._pick(netloc(url), urlsplit(url).path)
        except ValueError:  # a port or an IPv6 address that cannot be read
            return None

    def for_name(self, name: str) -> Outlet | None:
        """The outlet that calls itself so in datelines; None where several do or none does."""
        found = self._named.get(loose(name), [])
        return found[0] if len(found) == 1 else None

    @cached_property
    def _named(self) -> dict[str, list[Outlet]]:
        """Outlets by name, alias and host, letters and digits only; built when first asked for."""
        index: dict[str, list[Outlet]] = {}
        for outlet in self.outlets.values():
            for key in {loose(name) for name in outlet.names}:
                index.setdefault(key, []).append(outlet)
        return index

    def _pick(self, host: str, path: str) -> Outlet | None:
        for key in _keys(host):
            for outlet in self._hosts.get(key, ()):
                if not outlet.path or f"{path}/".startswith(f"{outlet.path}/"):
                    return outlet
        return None

    def select(
        self,
        *,
        province: str | None = None,
        region: str | None = None,
        family: str | None = None,
        network: str | None = None,
    ) -> list[Outlet]:
        """Outlets that fit everything asked, in the order of the catalogue.

        `province` is a name in any case, an abbreviation or a code; `region` a Kemendagri code
        that the outlet's code equals or lies in. OutletError where either does not exist.
        """
        code = _province(province).code if province is not None else ""
        if region is not None and regions.by_code(region) is None:
            raise OutletError(f"no region {region!r} in regions.csv; give a code like 33 or 33.74")
        return [
            outlet
            for outlet in self.outlets.values()
            if outlet.region.startswith(code)
            and (region is None or f"{outlet.region}.".startswith(f"{region}."))
            and (family is None or outlet.family == family)
            and (network is None or outlet.network == network)
        ]


def scan(folder: Path) -> tuple[list[Outlet], list[str]]:
    """All outlets in `folder` and all problems; OutletError where there is no catalogue at all."""
    if not folder.is_dir():
        raise OutletError(
            f"{folder}: no such folder; a catalogue is a folder of <outlet>.toml files"
        )
    outlets: dict[str, Outlet] = {}
    paths: dict[str, Path] = {}
    problems: list[str] = []
    for path in _files(folder):
        province = path.parent.name if path.parent != folder else None
        if province and not _is_province(province):
            problems.append(f"{path}: folder: {province} is no province; {_folders(province)}")
            province = None
        outlet, found = read(path, province)
        problems += found
        if outlet and (first := paths.setdefault(outlet.id, path)) != path:
            problems.append(f"{path}: file name: id {outlet.id} is taken by {first}; rename one")
        elif outlet:
            outlets[outlet.id] = outlet
    if not paths and not problems:
        raise OutletError(f"{folder}: holds no outlet; put files there as <province>/<outlet>.toml")
    problems += _shared_hosts(outlets, paths)
    return list(outlets.values()), problems


def _files(folder: Path) -> list[Path]:
    return sorted([*folder.glob("*.toml"), *folder.glob("*/*.toml")])


def _shared_hosts(outlets: Mapping[str, Outlet], paths: Mapping[str, Path]) -> Iterator[str]:
    owners: dict[tuple[str, str], Outlet] = {}
    for outlet in outlets.values():
        for host in outlet.hosts:
            owner = owners.setdefault((host, outlet.path), outlet)
            if owner is not outlet:
                yield (
                    f"{paths[outlet.id]}: hosts: {host} already belongs to {paths[owner.id]}; "
                    "take it out of one of the two"
                )


def _keys(host: str) -> Iterator[str]:
    yield host
    for mirror in _MIRRORS:
        if host.startswith(mirror):
            yield host.removeprefix(mirror)
    yield f"www.{host}"
    parent = host
    while "." in parent:
        parent = parent.partition(".")[2]
        yield f"*.{parent}"


def _province(text: str) -> regions.Row:
    if row := regions.province(text):
        return row
    raise OutletError(f"no province {text!r}; {_folders(text)}")


@cache
def _is_province(folder: str) -> bool:
    return folder == NATIONAL or any(row.slug == folder for row in regions.provinces())


def _folders(text: str) -> str:
    if row := regions.province(text):
        return f"did you mean {row.slug}?"
    names = [NATIONAL, *(row.slug for row in regions.provinces())]
    near = difflib.get_close_matches(text.casefold(), names, n=2, cutoff=0.5)
    return f"did you mean {' or '.join(near)}?" if near else f"the names are {', '.join(names)}"


@cache
def _packaged() -> Catalogue:
    return Catalogue(_sound(PACKAGED))


def _sound(folder: Path) -> list[Outlet]:
    outlets, problems = scan(folder)
    if problems:
        more = f"\n({len(problems) - 1} more; see ogpnews outlets check)" if problems[1:] else ""
        raise OutletError(problems[0] + more)
    return outlets
