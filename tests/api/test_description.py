"""The API against its own description: what schemathesis makes of it, right and wrong, never makes a bug."""

from __future__ import annotations

import time
from pathlib import Path

import schemathesis
from fastapi import Request
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from warledger import flow
from warledger.api import identity
from warledger.api.application import create_app
from warledger.store import Ledger

EXAMPLES = 12
# After so long each operation is tried once more at most.
LONGEST_S = 30.0


class Trusted:
    """Access for an admin whose changes need no token, so that what is tried gets as far as it can."""

    def person(self, request: Request) -> identity.Person:
        return identity.Person("Ada", "admin", None, signed_in=True)


def test_nothing_that_the_description_allows_or_forbids_makes_a_bug(tmp_path: Path, checkout: Path) -> None:
    path = tmp_path / "war.db"
    with Ledger.open(path) as ledger:
        list(flow.run([str(checkout / "examples" / "reports")], ledger))
    app = create_app(path, hosts=(), access=Trusted())
    description = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app)
    operations = [found.ok() for found in description.get_all_operations()]
    assert len(operations) > 20
    end, tried = time.monotonic() + LONGEST_S, []
    for operation in operations:
        cases = st.one_of(*(operation.as_strategy(generation_mode=mode) for mode in (schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE)))

        @seed(1)
        @settings(max_examples=EXAMPLES, database=None, deadline=None, phases=(Phase.generate,), suppress_health_check=list(HealthCheck))
        @given(case=cases)
        def try_it(case: schemathesis.Case) -> None:
            if time.monotonic() > end and any(label == case.operation.label for label, _ in tried):
                return
            answer = case.call()
            tried.append((case.operation.label, answer.status_code))
            assert answer.status_code < 500, (case.as_curl_command(), answer.text[:500])

        try_it()
    assert len({label for label, _ in tried}) == len(operations)
    assert {200, 404, 422} <= {status for _, status in tried}
