"""`python -m warledger` is the command `warledger`."""

from __future__ import annotations

from warledger.cli import main

if __name__ == "__main__":
    main()
