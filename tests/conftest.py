"""What all tests share: where the checkout is, and the annotated sets that may lie beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The folder that holds pyproject.toml."""
    return CHECKOUT


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The annotated sets beside the checkout. They are for measuring, and no part of the project."""
    data = CHECKOUT.parent / "shared" / "data"
    if not data.is_dir():
        pytest.skip("the annotated sets (../shared/data) are not beside this checkout")
    return data
