"""The package's build: the page goes into it, built now where it is not yet. Everything else is in pyproject.toml."""

from __future__ import annotations

import runpy
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

HERE = Path(__file__).resolve().parent
PAGE = HERE / "src" / "warledger" / "web" / "built" / "index.html"


class BuildWithPage(build_py):
    """build_py that builds web/ first; a checkout that is installed for work on it (-e) builds it by `make web`."""

    def run(self) -> None:
        """Builds the page where there is none, then the package."""
        if not self.editable_mode and not PAGE.is_file() and (HERE / "web" / "package.json").is_file():
            runpy.run_path(str(HERE / "scripts" / "build_page.py"))["build"]()
        super().run()


setup(cmdclass={"build_py": BuildWithPage})
