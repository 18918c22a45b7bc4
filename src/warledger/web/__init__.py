"""The built page, which api/page.py serves: made from web/ at the root of the checkout by `make web`."""
