"""The ledger: where reports, claims, incidents, problems and decisions are kept, with every earlier version of them."""

from warledger.store.filters import Filter
from warledger.store.ledger import Ledger
from warledger.store.lineage import Tombstone
from warledger.store.reading import LedgerSummary
from warledger.store.runs import RunInfo

__all__ = ["Filter", "Ledger", "LedgerSummary", "RunInfo", "Tombstone"]
