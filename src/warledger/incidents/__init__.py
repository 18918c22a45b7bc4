"""Stage 3: claims become incidents in which rival versions stand side by side."""

from warledger.incidents.link import Linkage, link, reconcile

__all__ = ["Linkage", "link", "reconcile"]
