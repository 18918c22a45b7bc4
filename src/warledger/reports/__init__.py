"""Stage 1: from files, folders and pipes to reports, and which of them are copies of one story.

In: sources of any kind. Out: Report and Problem records; reports with their origin.
Decision: reading streams and judges one report at a time; origins need them all, and are a step of their own.
"""

from warledger.reports.options import ReadOptions
from warledger.reports.readers import Reader
from warledger.reports.reading import BUILT_IN_READERS, read
from warledger.reports.sources import Source
from warledger.reports.syndication import assign_origins

__all__ = ["BUILT_IN_READERS", "ReadOptions", "Reader", "Source", "assign_origins", "read"]
