"""The server: what it refuses, what it shows, and that every process ends with its connection."""

from __future__ import annotations

import asyncio
import shlex
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import run

pytest.importorskip("textual_serve", reason="needs the extra: pip install 'skillgap[serve]'")

from aiohttp import WSServerHandshakeError
from aiohttp.test_utils import TestClient, TestServer

from skillgap.web.gate import Gate, names_for
from skillgap.web.server import Site, serve

TOKEN = "a-token"  # noqa: S105
STUB = """
import os, sys, time
home = os.environ.get("SKILLGAP_HOME", "") if len(sys.argv) < 2 else sys.argv[1]
sys.stdout.write("__GANGLION__\\n"); sys.stdout.flush()
text = f"{os.getpid()} {home}".encode()
sys.stdout.buffer.write(b"D" + len(text).to_bytes(4, "big") + text); sys.stdout.flush()
time.sleep(60)
"""
"""Says who it is, and does not end when it is asked to."""


def command(home: str) -> str:
    return f"exec {shlex.join([sys.executable, '-S', '-c', STUB, home])}"


@asynccontextmanager
async def client(*, has_guests: bool = False) -> AsyncIterator[Any]:
    gate = Gate(token=TOKEN, names=names_for("127.0.0.1", ()))
    site = Site(gate=gate, command=command, has_guests=has_guests, patience=0.2)
    async with TestClient(TestServer(site.application())) as found:
        yield found


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().split()[2] != "Z"
    except FileNotFoundError:
        return False


async def test_the_page_needs_the_token_and_asks_nobody_else() -> None:
    async with client() as browser:
        assert (await browser.get("/")).status == 403
        assert (await browser.get("/", params={"token": "wrong"})).status == 403
        page = await browser.get("/", params={"token": TOKEN, "fontsize": '1"><script>'})
        text = await page.text()
        assert page.status == 200
        assert f"ws://{browser.host}:{browser.port}/ws/{TOKEN}" in text
        assert "<script>" not in text
        assert text.count("//") == 1, "nothing of the page comes from elsewhere"
        assert "default-src 'none'" in page.headers["Content-Security-Policy"]
        for name in ("/page.css", "/page.js", "/static/js/textual.js", "/static/css/xterm.css"):
            assert (await browser.get(name)).status == 200
        assert (await browser.get("/static/")).status == 403
        assert (await browser.get("/download/0")).status == 404


async def refused(browser: Any, path: str, **headers: str) -> int:
    with pytest.raises(WSServerHandshakeError) as error:
        await browser.ws_connect(path, headers=headers)
    return error.value.status


async def test_other_pages_and_other_names_are_refused() -> None:
    async with client() as browser:
        ours = f"http://{browser.host}:{browser.port}"
        path = f"/ws/{TOKEN}"
        assert await refused(browser, path) == 403, "a page always says where it comes from"
        assert await refused(browser, path, Origin="http://evil.example") == 403
        assert await refused(browser, path, Origin="http://127.0.0.1:1") == 403
        assert await refused(browser, "/ws/wrong", Origin=ours) == 403
        assert await refused(browser, path, Origin="http://evil.example", Host="evil.example") == 403
        named = await browser.get("/", params={"token": TOKEN}, headers={"Host": "evil.example"})
        assert named.status == 403


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks at processes by /proc")
async def test_what_is_no_request_is_refused_and_no_traceback(caplog: pytest.LogCaptureFixture) -> None:
    ports: asyncio.Queue[int] = asyncio.Queue()
    site = Site(gate=Gate(token=TOKEN, names=names_for("127.0.0.1", ())), command=command)
    serving = asyncio.create_task(serve(site, "127.0.0.1", 0, ports.put_nowait))
    port = await ports.get()
    for request in (b"\x00\x01", b"GET / HTTP/1.1\r\nHost: a\r\nHost: b", b"GET /" + b"a" * 9000 + b" HTTP/1.1"):
        reading, writing = await asyncio.open_connection("127.0.0.1", port)
        writing.write(request + b"\r\n\r\n")
        assert (await reading.read(12)).endswith(b" 400")
        writing.close()
    serving.cancel()
    with pytest.raises(asyncio.CancelledError):
        await serving
    assert not [record for record in caplog.records if record.exc_info]


async def test_a_process_ends_with_its_connection_even_when_it_will_not() -> None:
    async with client() as browser:
        ours = f"http://{browser.host}:{browser.port}"
        first = await browser.ws_connect(f"/ws/{TOKEN}", headers={"Origin": ours})
        second = await browser.ws_connect(f"/ws/{TOKEN}", headers={"Origin": ours})
        one, two = [int((await each.receive_bytes()).split()[0]) for each in (first, second)]
        assert one != two
        await first.send_str("no message of the page")
        await first.receive()
        await asyncio.wait_for(gone(one), 5)
        assert is_alive(two)
    assert not is_alive(two), "and when the server stops"


async def gone(pid: int) -> None:
    while is_alive(pid):
        await asyncio.sleep(0.02)


async def test_a_guest_has_a_home_that_goes() -> None:
    async with client(has_guests=True) as browser:
        ours = f"http://{browser.host}:{browser.port}"
        text = await (await browser.get("/", params={"token": TOKEN})).text()
        assert "nothing of it remains here" in text
        assert "saved" not in text
        homes = []
        for _ in range(2):
            connection = await browser.ws_connect(f"/ws/{TOKEN}", headers={"Origin": ours})
            homes.append(Path((await connection.receive_bytes()).decode().split()[1]))
        assert homes[0] != homes[1]
        assert all(home.is_dir() and home.stat().st_mode & 0o077 == 0 for home in homes)
    assert not any(home.exists() for home in homes)


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.7", "box.example"])  # noqa: S104
def test_other_machines_are_let_in_only_when_that_is_said(host: str) -> None:
    ran = run("serve", "--host", host)
    assert (ran.code, ran.out) == (2, "")
    assert "read and change your answers" in ran.err
    assert "the app runs as you" in ran.err
    assert "say --expose too" in ran.err


def test_a_taken_port_is_named() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ran = run("serve", "--port", str(port))
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith(f"cannot listen on 127.0.0.1, port {port}: ")
    assert ran.err.endswith("; name another with --port\n")
    assert run("serve", "--port", "65536").code == 2


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("skillgap.web.server")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "textual_serve.app_service", None)
    monkeypatch.setitem(sys.modules, "textual_serve", None)
    ran = run("serve")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err == (
        "skillgap serve needs textual-serve, which is not installed; do: pip install 'skillgap[serve]'\n"
    )
