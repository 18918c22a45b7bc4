"""The examples' ledger behind the API."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from warledger.api.application import create_app

Get = Callable[..., Any]


@pytest.fixture(scope="session")
def client(example_ledger: Path) -> Iterator[TestClient]:
    """A client of the application over the examples."""
    with TestClient(create_app(example_ledger), base_url="http://127.0.0.1") as made:
        yield made


@pytest.fixture
def get(client: TestClient) -> Get:
    """The JSON that an address under /api/v1 answers with 200."""

    def answer(address: str, **headers: str) -> Any:
        found = client.get(f"/api/v1{address}", headers=headers)
        assert found.status_code == 200, found.text
        return found.json()

    return answer
