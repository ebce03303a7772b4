"""serve: the app in a browser."""

from __future__ import annotations

import argparse
import asyncio
import secrets
import shlex
import socket
import subprocess
import sys

from skillgap.cli.common import put, say
from skillgap.core.text import shown
from skillgap.errors import CannotAccess, SkillgapError, Usage
from skillgap.web.gate import Gate, is_loopback, names_for

_INSTALL = "pip install 'skillgap[serve]'"
_EXPOSED = (
    "--host {host}: this machine's network is let in. Whoever reaches the port and has the address with its token can"
    " {what}; the app runs as you, and the connection is not encrypted"
    " (an SSH tunnel to 127.0.0.1 is, and needs no --host)"
)
_MINE = "read and change your answers"
_GUESTS = "start sessions of their own on this machine"


class NotInstalled(SkillgapError):
    """The optional extra is missing."""

    exit_code = 3


def serve(options: argparse.Namespace) -> int:
    """Serve until ctrl+c. Raises NotInstalled, Usage for a host that was not meant, CannotAccess for a taken port."""
    host, port = options.host, options.port
    if not 0 <= port <= 65535:
        raise Usage(f"--port {port}: a port is 0 to 65535; 0 takes any that is free")
    warning = _EXPOSED.format(host=shown(host), what=_GUESTS if options.guests else _MINE)
    if not is_loopback(host) and not options.expose:
        raise Usage(f"{warning}; if that is what you want, say --expose too")
    try:
        from skillgap.web.server import Site
        from skillgap.web.server import serve as listen
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("aiohttp", "textual_serve"):
            raise
        raise NotInstalled(f"skillgap serve needs textual-serve, which is not installed; do: {_INSTALL}") from None
    if not is_loopback(host):
        say(f"warning: {warning}")
    gate = Gate(token=secrets.token_urlsafe(24), names=names_for(host, (socket.gethostname(),)))
    site = Site(gate=gate, command=lambda home: _command(options, home), has_guests=options.guests)
    try:
        asyncio.run(listen(site, host, port, lambda bound: _announce(options, gate, bound)))
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise CannotAccess(f"cannot listen on {shown(host)}, port {port}: {why}; name another with --port") from error
    except KeyboardInterrupt:
        pass
    say("stopped; every answer is saved")
    return 0


def _announce(options: argparse.Namespace, gate: Gate, port: int) -> None:
    host = socket.gethostname() if options.host in ("0.0.0.0", "::") else options.host  # noqa: S104 - said, not listened on
    name = f"[{host}]" if ":" in host else host
    put([f"http://{name}:{port}/?token={gate.token}"])
    sys.stdout.flush()
    whose = "Every connection has a session of its own, which is gone when it ends." if options.guests else ""
    say(f"Open this address in a browser; whoever has it can connect. {whose} Ctrl+c stops.".replace("  ", " "))


def _command(options: argparse.Namespace, home: str) -> str:
    """The shell command of one connection."""
    words = [sys.executable, "-m", "skillgap.cli.connection", home]
    for name in ("pack", "assessment", "theme"):
        value = getattr(options, name, None)
        if value is not None and not (home and name == "assessment"):
            words += [f"--{name}", value]
    if sys.platform == "win32":
        return subprocess.list2cmdline(words)
    return f"exec {shlex.join(words)}"  # no shell stays between the server and the process that it ends
