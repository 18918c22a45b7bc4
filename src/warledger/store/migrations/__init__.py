"""Migrations of the ledger, run when a ledger is opened; they ship inside the package."""
