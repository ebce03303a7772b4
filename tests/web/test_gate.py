"""Who may connect."""

from __future__ import annotations

import pytest

from skillgap.web.gate import Gate, is_loopback, names_for

TOKEN = "secret-token"  # noqa: S105
GATE = Gate(token=TOKEN, names=names_for("127.0.0.1", ["box"]))


@pytest.mark.parametrize(
    ("host", "is_known"),
    [
        ("127.0.0.1:8765", True),
        ("localhost:8765", True),
        ("LOCALHOST", True),
        ("[::1]:8765", True),
        ("192.168.1.7:8765", True),  # an address in figures cannot be another site's name
        ("evil.example:8765", False),
        ("127.0.0.1.evil.example", False),
        ("localhost.evil.example", False),
        ("box:8765", False),  # on loopback, not even this machine's own name
        ("", False),
        ("[::1", False),
    ],
)
def test_a_name_that_somebody_made_point_here_is_not_answered(host: str, is_known: bool) -> None:
    assert GATE.knows_host(host) is is_known


def test_beyond_loopback_this_machine_has_its_name() -> None:
    assert Gate(token=TOKEN, names=names_for("0.0.0.0", ["Box"])).knows_host("box:8765")  # noqa: S104


@pytest.mark.parametrize(
    ("origin", "is_ours"),
    [
        ("http://127.0.0.1:8765", True),
        ("http://127.0.0.1:3000", False),
        ("https://127.0.0.1:8765", False),
        ("http://evil.example", False),
        ("null", False),
        (None, False),
    ],
)
def test_only_a_page_of_the_same_address_is_ours(origin: str | None, is_ours: bool) -> None:
    assert GATE.is_our_page(origin, "127.0.0.1:8765") is is_ours


@pytest.mark.parametrize("given", ["", "secret", "secret-token ", "Secret-token", "sécret", "\ud800"])
def test_a_wrong_token_is_refused(given: str) -> None:
    assert not GATE.is_token(given)
    assert GATE.is_token(TOKEN)


@pytest.mark.parametrize(
    ("host", "expected"),
    [("127.0.0.1", True), ("127.9.9.9", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("box", False)],  # noqa: S104
)
def test_loopback_is_known(host: str, expected: bool) -> None:
    assert is_loopback(host) is expected
