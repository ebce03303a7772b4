"""The app in a real Chromium: rated by keys, exported as a download, shut to other pages, gone when it is stopped."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from skillgap.files.reports import load_report
from tests.cli.running import SMALL
from tests.conftest import ROOT, sealed

pytest.importorskip("textual_serve", reason="needs the extra: pip install 'skillgap[serve]'")
sync_api = pytest.importorskip("playwright.sync_api", reason="needs playwright, from the dev extra")

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 20
HIJACK = """address => new Promise(done => {
    const socket = new WebSocket(address);
    socket.onopen = () => done("open");
    socket.onerror = () => done("refused");
})"""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium: apt-get install chromium, or the like"),
    # Playwright's own loop, and the pipes of the browser that it leaves to the collector
    pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning"),
]


class Serving:
    """A server of its own, and the browser in front of it."""

    def __init__(self, process: subprocess.Popen[str], home: Path) -> None:
        assert process.stdout
        self.process = process
        self.answers = home / "skillgap" / "assessment.toml"
        self.url = process.stdout.readline().strip()

    def children(self) -> list[int]:
        pid = self.process.pid
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]

    def levels(self) -> dict[str, int]:
        if not self.answers.exists():
            return {}
        return {row["skill"]: row["level"] for row in tomllib.loads(self.answers.read_text()).get("answer", [])}


@contextmanager
def serving(home: Path, *more: str) -> Iterator[Serving]:
    process = subprocess.Popen(
        [sys.executable, "-m", "skillgap", "serve", "--port", "0", "--pack", str(SMALL), *more],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**sealed(home), "PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT)},
    )
    try:
        yield Serving(process, home)
    finally:
        process.kill()
        process.communicate()


@contextmanager
def browsing() -> Iterator[Any]:
    with sync_api.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        try:
            yield browser.new_context(accept_downloads=True, viewport={"width": 1000, "height": 640})
        finally:
            browser.close()


def wait(until: Callable[[], object], what: str) -> None:
    end = time.monotonic() + PATIENCE
    while not until():
        assert time.monotonic() < end, what
        time.sleep(0.05)


def drawn(page: Any) -> Any:
    page.wait_for_selector("body.-first-byte", timeout=PATIENCE * 1000)
    page.wait_for_timeout(1500)  # what the terminal shows is a picture: nothing in the page says that it is complete
    return page


def rates(page: Any, serving: Serving, skill: str, level: int) -> None:
    """Go to Rate and rate the skill in front, as a person does: again when nothing has come of it."""
    for _ in range(4):
        for key in ("a", str(level)):
            page.keyboard.press(key)
            page.wait_for_timeout(1000)
        if serving.levels().get(skill) == level:
            return
    raise AssertionError(f"{skill} is rated {level}: {serving.levels()}")


def downloaded(page: Any, folder: Path) -> Path:
    """Export from Results; take the first file of the list, again when the screen was not ready for the key."""
    for _ in range(4):
        for key in ("Escape", "r", "x"):
            page.keyboard.press(key)
            page.wait_for_timeout(1500)
        try:
            with page.expect_download(timeout=6000) as found:
                page.keyboard.press("Enter")
        except sync_api.TimeoutError:
            continue
        file = folder / str(found.value.suggested_filename)
        found.value.save_as(file)
        return file
    raise AssertionError("a download begins")


def test_a_sitting_in_a_browser(tmp_path: Path) -> None:
    elsewhere: list[str] = []
    with serving(tmp_path / "home") as server, browsing() as context:
        context.on("request", lambda request: elsewhere.append(request.url))
        page = context.new_page()
        page.goto(server.url)
        rates(drawn(page), server, "python", 3)
        page.reload()
        rates(drawn(page), server, "rag", 2)  # the process before has given the answers up

        file = downloaded(page, tmp_path)
        assert file.name == "report.toml"
        assert load_report(file).summary.rated >= 2

        other = context.new_page()
        token = server.url.partition("token=")[2]
        socket = re.sub(r"^http(://[^/]+)/.*", rf"ws\1/ws/{token}?width=80&height=24", server.url)
        assert other.evaluate(HIJACK, socket) == "refused", "a page of another origin, even with the token"

        children = server.children()
        assert len(children) == 1
        page.keyboard.press("Escape")
        server.process.send_signal(signal.SIGINT)
        assert server.process.wait(PATIENCE) == 0
        page.wait_for_selector("body.-closed", timeout=PATIENCE * 1000)
        assert page.locator("#ended").inner_text().startswith("This session has ended. Every answer is saved.")
        assert not any(Path(f"/proc/{child}").exists() for child in children)
        home = server.url.partition("/?")[0]
        assert {url for url in elsewhere if not url.startswith((home, "data:"))} == set(), "no other host is asked"


def test_guests_see_nothing_of_each_other_or_of_the_owner(tmp_path: Path) -> None:
    with serving(tmp_path / "home", "--guests") as server, browsing() as context:
        pages = [context.new_page() for _ in range(2)]
        for page in pages:
            page.goto(server.url)
            drawn(page)
            for key in ("a", "3"):
                page.keyboard.press(key)
                page.wait_for_timeout(500)
        assert len(server.children()) == 2
        assert not server.answers.exists()
        server.process.kill()  # not even then does a process stay
        children = server.children()
        server.process.wait()
        wait(lambda: not any(Path(f"/proc/{child}").exists() for child in children), "the sessions end by themselves")
