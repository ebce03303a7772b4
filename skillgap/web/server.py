"""The server: one page, and for each connection a process of the app, ended with it. Needs textual-serve."""

from __future__ import annotations

import asyncio
import logging
import re
import signal
from collections.abc import Awaitable, Callable
from dataclasses import field
from html import escape
from importlib.resources import files
from tempfile import TemporaryDirectory
from typing import Any

from aiohttp import WSCloseCode, web
from aiohttp.http_exceptions import HttpProcessingError
from textual_serve.app_service import AppService
from textual_serve.server import Server

from skillgap.core.records import dataclass
from skillgap.web.gate import Gate

_MOST = 8
"""Connections at the same time; each is a process."""
_LEAVING = 5.0
_FONT = 16
_ENDED = "This session has ended. Every answer is saved."
_GUEST_NOTE = "This is a session of your own. Nothing of it remains here: x on Results downloads what you want to keep."
_GUEST_ENDED = "This session has ended, and nothing of it remains here."
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self';"
        " img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
    ),
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_PLAIN_HOST = re.compile(r"[A-Za-z0-9.:\[\]-]+")
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(slots=True, kw_only=True)
class Site:
    """What is served: to whom, and which command shows the app."""

    gate: Gate
    command: Callable[[str], str]
    """Gives the shell command of a connection, told the folder that is its home; empty for that of the owner."""
    has_guests: bool = False
    """Whether every connection has a home of its own, which goes when it ends."""
    patience: float = _LEAVING
    """Seconds that a process has to end by itself once its connection is closed."""
    connections: set[asyncio.Event] = field(default_factory=set)
    """One for each open connection, set when its process has ended."""
    _sockets: set[web.WebSocketResponse] = field(default_factory=set)
    _served: Server = field(default_factory=lambda: Server("skillgap"))
    """Downloads and the messages of a page are textual-serve's own."""
    _leaving: set[asyncio.Event] = field(default_factory=set)
    """Those whose browser is gone while their process still ends."""
    _finishing: set[asyncio.Task[None]] = field(default_factory=set)

    def application(self) -> web.Application:
        """Give the routes."""
        served = self._served
        app = web.Application()
        app.middlewares.append(web.middleware(_guard(self.gate)))
        app.add_routes(
            [
                web.get("/", self._page),
                web.get("/page.css", _part("page.css", "text/css")),
                web.get("/page.js", _part("page.js", "text/javascript")),
                web.get("/ws/{token}", self._connection),
                web.get("/download/{key}", served.handle_download),
                web.static("/static", served.statics_path),
            ]
        )
        app.on_response_prepare.append(_add_headers)
        app.on_shutdown.append(self._hang_up)
        app.on_cleanup.append(self._wait_until_finished)
        return app

    async def _hang_up(self, _: web.Application) -> None:
        """Close every connection; each ends its process."""
        for socket in tuple(self._sockets):
            await socket.close(code=WSCloseCode.GOING_AWAY, message=b"skillgap serve was stopped")

    async def _page(self, request: web.Request) -> web.StreamResponse:
        token = request.query.get("token", "")
        if not self.gate.is_token(token):
            raise web.HTTPForbidden(text="Open the address that skillgap serve printed, token included.\n")
        size = request.query.get("fontsize", "")
        font = size if size.isascii() and size.isdigit() and 6 <= int(size[:3]) <= 60 else str(_FONT)
        note, ended = (_GUEST_NOTE, _GUEST_ENDED) if self.has_guests else ("", _ENDED)
        values = {
            "note": note,
            "ended": ended,
            "websocket": f"ws://{request.host}/ws/{token}",
            "font": font,
            "again": f"/?token={token}",
        }
        text = _text("page.html")
        for name, value in values.items():
            text = text.replace(f"{{{{{name}}}}}", escape(value))
        return web.Response(text=text, content_type="text/html")

    async def _connection(self, request: web.Request) -> web.StreamResponse:
        """Run a process of the app for as long as the browser is there."""
        origin = request.headers.get("Origin")
        if not self.gate.is_token(request.match_info["token"]) or not self.gate.is_our_page(origin, request.host):
            raise web.HTTPForbidden(text="Open the address that skillgap serve printed, token included.\n")
        if len(self.connections) >= _MOST:
            raise web.HTTPServiceUnavailable(text=f"{_MOST} sessions are open already.\n")
        ended = asyncio.Event()
        self.connections.add(ended)
        home = TemporaryDirectory(prefix="skillgap-guest-", ignore_cleanup_errors=True) if self.has_guests else None
        socket = web.WebSocketResponse(heartbeat=15, max_msg_size=1 << 20)
        service = self._service(socket, home.name if home else "")
        try:
            await socket.prepare(request)
            self._sockets.add(socket)
            if not self.has_guests:
                await self._wait_for_leaving()
            await service.start(_size(request, "width", 80), _size(request, "height", 24))
            await self._served._process_messages(socket, service)
        except (ValueError, LookupError, TypeError, AttributeError, AssertionError, ConnectionError):
            logging.getLogger(__name__).warning("a connection was closed: its messages are none of the page's")
        finally:
            self._sockets.discard(socket)
            finishing = asyncio.create_task(self._finish(service, home, ended))
            self._finishing.add(finishing)
            finishing.add_done_callback(self._finishing.discard)
            await asyncio.shield(finishing)  # a server that stops cancels this, and waits for that
            await socket.close()
        return socket

    async def _finish(self, service: AppService, home: TemporaryDirectory[str] | None, ended: asyncio.Event) -> None:
        """End the process of a connection, and what is a guest's with it."""
        self._leaving.add(ended)
        try:
            await _end(service, self.patience)
        finally:
            if home is not None:
                home.cleanup()
            ended.set()
            self.connections.discard(ended)
            self._leaving.discard(ended)

    async def _wait_until_finished(self, _: web.Application) -> None:
        await asyncio.gather(*self._finishing)

    async def _wait_for_leaving(self) -> None:
        """After a reload, let the process before give the answers up first."""
        waiting = [asyncio.create_task(event.wait()) for event in self._leaving]
        if waiting:
            await asyncio.wait(waiting, timeout=self.patience)

    def _service(self, socket: web.WebSocketResponse, home: str) -> AppService:
        async def close() -> None:
            await socket.close()

        return AppService(
            self.command(home),
            write_bytes=socket.send_bytes,
            write_str=socket.send_str,
            close=close,
            download_manager=self._served.download_manager,
        )


def _guard(gate: Gate) -> Any:
    """Answer only under names of ours, and other pages not at all."""

    async def guarded(request: web.Request, handler: Handler) -> web.StreamResponse:
        host, origin = request.headers.get("Host", ""), request.headers.get("Origin")
        if not gate.knows_host(host):
            raise web.HTTPForbidden(text="skillgap does not answer to this host name.\n")
        if origin is not None and not gate.is_our_page(origin, host):
            raise web.HTTPForbidden(text="skillgap does not answer to other web pages.\n")
        return await handler(request)

    return guarded


def _text(name: str) -> str:
    return (files("skillgap.web") / name).read_text(encoding="utf-8")


def _part(name: str, kind: str) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    """Serve a file of the page."""

    async def part(_: web.Request) -> web.StreamResponse:
        return web.Response(text=_text(name), content_type=kind)

    return part


async def _add_headers(request: web.Request, response: web.StreamResponse) -> None:
    response.headers.update(_HEADERS)
    host = request.headers.get("Host", "")
    if _PLAIN_HOST.fullmatch(host):  # not every browser counts a WebSocket of the same host as 'self'
        response.headers["Content-Security-Policy"] += f"; connect-src 'self' ws://{host}"


def _size(request: web.Request, name: str, usual: int) -> int:
    text = request.query.get(name, "")
    return min(max(int(text), 1), 1000) if text.isascii() and text.isdigit() and len(text) <= 4 else usual


async def _end(service: Any, patience: float) -> None:
    """Ask the process to end, and see to it that it does."""
    stopping, process = asyncio.ensure_future(service.stop()), service._process
    done, _ = await asyncio.wait({stopping}, timeout=patience)
    if process is None:
        return
    if not done and process.returncode is None:
        process.kill()
    await process.wait()
    await asyncio.wait({stopping}, timeout=patience)
    if stopping.done() and not stopping.cancelled():
        stopping.exception()  # that the pipe is gone is no news


async def serve(site: Site, host: str, port: int, started: Callable[[int], None]) -> None:
    """Serve until a signal says to stop; `started` is told the port. Raises OSError when it cannot listen."""
    logging.getLogger("aiohttp.server").addFilter(_is_ours)
    runner = web.AppRunner(site.application(), access_log=None, shutdown_timeout=_LEAVING + 1)
    await runner.setup()
    try:
        listening = web.TCPSite(runner, host, port)
        await listening.start()
        started(runner.addresses[0][1])
        await _until_stopped()
    finally:
        await runner.cleanup()


def _is_ours(record: logging.LogRecord) -> bool:
    """Whether an error is ours; a request that is no HTTP is answered, and the terminal hears nothing of it."""
    return not (record.exc_info and isinstance(record.exc_info[1], HttpProcessingError))


async def _until_stopped() -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])):
        try:
            loop.add_signal_handler(number, stop.set)
        except NotImplementedError:  # on Windows ctrl+c raises KeyboardInterrupt instead
            break
    await stop.wait()
