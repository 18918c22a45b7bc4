"""EDGE: the HTTP API over a ledger, and the page that uses it. application.py makes it, a module a noun answers."""
