"""What became of an agreement: each status of the codebook has its verbs, and a slip is told with file and line."""

import pytest

from warledger.errors import KnowledgeError
from warledger.lexicons import status_lexicon
from warledger.model.codebook import ACT_STATUSES


def test_every_status_has_verbs() -> None:
    statuses = status_lexicon.load_statuses()
    assert {status.name for status in statuses} == set(ACT_STATUSES)
    assert all(status.subject or status.object for status in statuses)


def test_a_status_that_the_codebook_has_not_is_told_with_file_and_line(tmp_path, monkeypatch) -> None:
    (tmp_path / "statuses.yaml").write_text("- status: failed\n  subject: [fail]\n- status: dormant\n  subject: [sleep]\n", encoding="utf-8")
    monkeypatch.setattr(status_lexicon, "HERE", tmp_path)
    status_lexicon.load_statuses.cache_clear()
    try:
        with pytest.raises(KnowledgeError, match=r"statuses\.yaml:3: status is one of"):
            status_lexicon.load_statuses()
    finally:
        status_lexicon.load_statuses.cache_clear()
