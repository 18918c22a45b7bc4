"""Where places are: GeoNames places and subdivisions, and places of the wars that it lacks, in one index on disk.

In: a name as a report writes it. Out: the places that may be meant. Decision: the index is built once per machine and
version and is read through SQLite, so that many worker processes share its pages and none holds it in memory.
"""

from __future__ import annotations

from warledger.gazetteer.entry import Entry
from warledger.gazetteer.lookup import Gazetteer

__all__ = ["Entry", "Gazetteer"]
