"""The page: the files that web/ was built into, at every address that is not the API's.

In: a path. Out: a file of the build, or the page itself, whose script reads the address. Decision: names of built files hold a
digest, so they are kept for a year; the page itself never is. What packs well is packed once and not for every browser.
"""

from __future__ import annotations

import functools
import gzip
import mimetypes
from importlib import resources
from pathlib import Path

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse, Response

from warledger.api.failures import RefusedError

router = APIRouter(include_in_schema=False)
FOREVER = "public, max-age=31536000, immutable"
# Packed tighter it takes twice as long and is a hundredth smaller.
PACKING = 6
PACKED = frozenset({".js", ".mjs", ".css", ".geojson"})
NOT_BUILT = "the page was not built: run `make web` in the checkout; the API answers under /api/v1"


def built() -> Path:
    """The folder of the built page."""
    return Path(str(resources.files("warledger.web") / "built"))


@router.get("/{path:path}")
def page(request: Request, path: str) -> Response:
    """A file of the build where the path names one, else the page."""
    if path.startswith("api/"):
        raise RefusedError(404, f"there is nothing at /{path}")
    folder = built()
    index = folder / "index.html"
    if not index.is_file():
        raise RefusedError(503, NOT_BUILT)
    file = _file(folder, path)
    if file is not None:
        keep = {"Cache-Control": FOREVER if path.startswith("assets/") else "no-cache"}
        if file.suffix in PACKED and "gzip" in request.headers.get("Accept-Encoding", ""):
            return Response(_packed(file, file.stat().st_mtime_ns), media_type=mimetypes.guess_type(file.name)[0], headers=keep | {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"})
        return FileResponse(file, headers=keep)
    return FileResponse(index, headers={"Cache-Control": "no-cache"})


@functools.lru_cache(maxsize=64)
def _packed(file: Path, _changed: int) -> bytes:
    """A file as gzip, once for each of its states."""
    return gzip.compress(file.read_bytes(), PACKING, mtime=0)


def _file(folder: Path, path: str) -> Path | None:
    """The file of the folder that a path names; None for what is none, lies elsewhere, or cannot be a path at all."""
    try:
        file = (folder / path).resolve()
        return file if file.is_relative_to(folder.resolve()) and file.is_file() else None
    except (OSError, ValueError):  # a name that is too long, a byte of zero
        return None
