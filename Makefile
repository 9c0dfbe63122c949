# `make run` starts Consult; `make test` tries all of it; `make check` is what continuous integration runs.
PYTHON ?= python3
BIN = .venv/bin
.DEFAULT_GOAL = run
.PHONY: run install test check lint format bench assets migration browser welsh

run: .venv/installed
	@exec $(BIN)/flask --app wsgi serve

install: .venv/installed-dev

# A check that says in one line what is missing, where a traceback would say it in fifty.
.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	  || { echo "Consult needs Python 3.11 or later as $(PYTHON); name another with: make run PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -m venv .venv || { rm -rf .venv; echo "$(PYTHON) could not make .venv; on Debian: apt-get install python3-venv" >&2; exit 1; }

.venv/installed: .venv/bin/python requirements.txt
	@echo "Installing what Consult runs on into .venv"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.txt
	@touch $@

.venv/installed-dev: .venv/bin/python requirements.txt requirements-dev.txt
	@echo "Installing what checking Consult needs into .venv"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements-dev.txt
	@touch $@ .venv/installed

# Chromium without windows is twice as quick; any other Chromium does as well.
browser:
	@command -v chromium-headless-shell >/dev/null \
	  || { test "$$(id -u)" = 0 && command -v apt-get >/dev/null && echo "Installing Chromium" \
	       && apt-get update -qq >/dev/null \
	       && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium-headless-shell >/dev/null 2>&1; } \
	  || command -v chromium >/dev/null \
	  || { echo "The tests need Chromium; on Debian: apt-get install chromium-headless-shell" >&2; exit 1; }

# Everything on SQLite, with the journeys; then on PostgreSQL whatever another database could change.
test: install browser
	$(BIN)/pytest -q -n 2 --database sqlite
	$(BIN)/pytest -q -n 2 --database postgresql -m "not either" --ignore tests/journeys

# djlint only lints: its formatter turns url_for("...") to single quotes and adds spaces people would see.
lint: install
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/djlint templates --lint --quiet
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint test

format: install
	$(BIN)/ruff check --fix-only --exit-zero .
	$(BIN)/ruff format .

bench: install
	$(BIN)/python -m tests.bench $(ONLY)

assets:
	npm ci --no-audit --no-fund
	node assets/build.mjs

# make migration MESSAGE="what changes"
migration: install
	@test -n "$(MESSAGE)" || { echo 'Say what changes: make migration MESSAGE="..."' >&2; exit 1; }
	$(BIN)/flask --app wsgi db upgrade
	$(BIN)/flask --app wsgi db migrate --message "$(MESSAGE)"

# What frames say, from the code into the Welsh catalogue, and from there into what is read at run time.
welsh: install
	@mkdir -p var
	$(BIN)/pybabel -q extract -F pyproject.toml -k _l --add-location=file --sort-output --no-wrap -o var/messages.pot .
	$(BIN)/pybabel -q update -l cy -i var/messages.pot -d consult/translations --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --no-wrap
	$(BIN)/pybabel -q compile -l cy -d consult/translations
