"""Make the pictures of the documentation from the real app: `python -m tools.pictures`."""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import tempfile
from pathlib import Path

from skillgap.files.settings import Found, Settings
from skillgap.ui.app import SkillgapApp
from skillgap.ui.order import Order

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "pictures"
SIZE = (120, 40)


async def take(mode: str, *keys: str, name: str, answers: Path) -> None:
    """Open the app on an example, press keys, and keep the screen as an SVG."""
    app = SkillgapApp(Order(file=answers), Found(Settings()), mode=mode)
    app.grace = 0
    async with app.run_test(size=SIZE) as pilot:
        for key in ("", *keys):
            if key:
                await pilot.press(key)
            await pilot.pause()
            while any(worker.is_running for worker in app.workers):
                await app.workers.wait_for_complete()
                await pilot.pause()
        picture = app.export_screenshot(title="skillgap")
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / f"{name}.svg").write_text(picture)


async def main() -> None:
    """All pictures."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):  # so that no picture names a folder of ours
        os.environ["SKILLGAP_HOME"] = folder
        answers = Path("assessment.toml")
        shutil.copy(ROOT / "examples" / "backend-engineer.toml", answers)
        for mode in ("home", "results", "plan"):
            await take(mode, name=mode, answers=answers)
        await take("check", "2", "7", "enter", "d", "enter", "1", "9", name="check", answers=answers)
        partial = Path("partial.toml")
        shutil.copy(ROOT / "examples" / "career-changer.toml", partial)
        await take("rate", name="rate", answers=partial)


if __name__ == "__main__":
    asyncio.run(main())
