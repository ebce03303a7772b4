"""Resources and addresses: used, reachable and safe to open."""

from __future__ import annotations

import re
from collections.abc import Iterator

from skillgap.core.lint.rule import Finding, Key, Rule, quoted
from skillgap.core.rubric import Pack

UNUSED = Rule(
    code="SG601",
    title="resource that no step uses",
    why="It is kept up to date for nobody.",
    remedy="name it in a step or take it out",
    bad='[[resource]] id = "old-book", and no step with resources = ["old-book"]',
    good='resources = ["old-book"] in a step',
)
ADDRESS = Rule(
    code="SG602",
    title="address that is not https",
    why="People open it with a key; a plain or mistyped address can be changed on the way or leads nowhere.",
    remedy="write the full address with https://",
    bad='url = "http://docs.example.org"',
    good='url = "https://docs.example.org"',
)
SAME_ADDRESS = Rule(
    code="SG603",
    title="two resources with one address",
    why="Hours are counted for each, and marks of what was read are split over two.",
    remedy="keep one and use it in both places",
    bad='two resources with url = "https://docs.example.org/sql"',
    good="one resource, named by both steps",
)
_HTTPS = re.compile(r"https://(?:[\w-]+\.)+[\w-]{2,}(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)


def resources(pack: Pack) -> Iterator[Finding]:
    """Find resources that are idle or given twice, and addresses anywhere in the pack that are not https."""
    used = {name for step in pack.steps for name in step.resources}
    seen: dict[str, str] = {}
    for place, resource in enumerate(pack.resources):
        key: Key = ("resource", place)
        if resource.id not in used:
            yield UNUSED.at(key, f"resource {quoted(resource.id)} is used by no step")
        first = seen.setdefault(_canonical(resource.url), resource.id)
        if first != resource.id and resource.url.strip():
            yield SAME_ADDRESS.at((*key, "url"), f"resource {quoted(resource.id)} has the address of {quoted(first)}")
    yield from _addresses(pack)


def _canonical(url: str) -> str:
    """An address without what does not change the page: case of the host, a slash at the end."""
    scheme, _, rest = url.strip().partition("://")
    host, slash, path = rest.partition("/")
    return f"{host.lower().removeprefix('www.')}{slash}{path}".rstrip("/") if scheme else url


def _addresses(pack: Pack) -> Iterator[Finding]:
    for place, resource in enumerate(pack.resources):
        yield from _address(("resource", place, "url"), resource.url, f"resource {quoted(resource.id)}")
    for place, check in enumerate(pack.checks):
        if check.url:
            yield from _address(("check", place, "url"), check.url, f"check {quoted(check.id)}")
    for place, source in enumerate(pack.sources):
        if source.url:
            yield from _address(("source", place, "url"), source.url, f"source {quoted(source.id)}")


def _address(key: Key, url: str, owner: str) -> Iterator[Finding]:
    if not _HTTPS.fullmatch(url):
        what = (
            f"{owner} has no address" if not url.strip() else f"{owner} has an address that is not https: {quoted(url)}"
        )
        yield ADDRESS.at(key, what)
