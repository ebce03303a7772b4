"""Who may connect: whoever knows the token, by a page of ours, at an address that cannot be another site's in disguise.

A web page of a stranger can make a browser open connections to this machine. It cannot read the token, it cannot
forge the Origin header (cross-site WebSocket hijacking), and a name that it makes point here (DNS rebinding) is not
among the hosts that are answered.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterable
from ipaddress import ip_address
from urllib.parse import urlsplit

from skillgap.core.records import dataclass

_LOCAL_NAMES = ("localhost",)


def is_loopback(host: str) -> bool:
    """Whether an address can be reached from this machine alone."""
    address = _address(host)
    return host in _LOCAL_NAMES if address is None else bool(getattr(address, "is_loopback", False))


def _address(host: str) -> object | None:
    try:
        return ip_address(host)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """Decides by what a request says of itself."""

    token: str
    names: tuple[str, ...]
    """Host names that are answered, in lower case, besides addresses in figures."""

    def knows_host(self, header: str) -> bool:
        """Whether the Host header is an address in figures or one of our names; a page's own name never is."""
        try:
            name = (urlsplit(f"//{header}").hostname or "").lower()
        except ValueError:
            return False
        return _address(name) is not None or name in self.names

    def is_token(self, given: str) -> bool:
        """Whether a token is ours; takes as long for every wrong one."""
        return hmac.compare_digest(given.encode("utf-8", "replace"), self.token.encode())

    def is_our_page(self, origin: str | None, host: str) -> bool:
        """Whether a request comes from a page that was served under the very address that it asks."""
        return origin is not None and origin.lower() == f"http://{host.lower()}"


def names_for(host: str, own_names: Iterable[str]) -> tuple[str, ...]:
    """Give the host names to answer when `host` is listened on; this machine's own only beyond loopback."""
    names = [*_LOCAL_NAMES, host] if is_loopback(host) else [*_LOCAL_NAMES, host, *own_names]
    return tuple(dict.fromkeys(name.lower() for name in names if name))
