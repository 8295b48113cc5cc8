# Needs Python 3.11 or later, make, and a package index; `make lock` needs uv besides.

.DEFAULT_GOAL := help
.PHONY: help verify findings test test-browser test-cluster soak mutants faults peers bench-peers bench \
	bench-logs lock clean env python
.DELETE_ON_ERROR:

VENV := .venv
BIN := $(VENV)/bin
# A stamp is the last thing that a stage makes, so a stage that was interrupted runs again.
LOCKED := $(VENV)/.locked
READY := $(VENV)/.ready
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq

# A shim can be found and still not run, and some systems ship Python without venv: try each.
PYTHON := python3.13 python3.12 python3.11 python3 python
WORKS := import sys, venv, ensurepip; assert sys.version_info >= (3, 11)
FIND_PYTHON = python=; for p in $(PYTHON); do \
	if "$$p" -c '$(WORKS)' >/dev/null 2>&1; then python=$$p; break; fi; done; \
	if [ -z "$$python" ]; then \
	echo 'error: no Python 3.11 or later with venv runs here: install one, or say make PYTHON=/path/to/python' >&2; \
	exit 1; fi

help:
	@echo 'make verify  prove every claim and draw every diagram'
	@echo 'make findings  write FINDINGS.md anew: some minutes'
	@echo 'make test    lint, types and tests: some minutes'
	@echo 'make test-browser  the tests of pages, in a browser that is there or can be installed'
	@echo 'make test-cluster  logs on Spark and Dask: a minute or two'
	@echo 'make soak    the longer tests'
	@echo 'make mutants which wrong rules a claim notices: some minutes'
	@echo 'make faults  sow faults in the engine, each to be noticed by a test'
	@echo 'make peers   other model checkers on the same flows: half an hour'
	@echo 'make bench-peers  how long they take; into GUIDE.md'
	@echo 'make bench   where the time goes'
	@echo 'make bench-logs  how fast logs are judged, and by what else: some minutes'
	@echo 'make env     only build the environment in $(VENV)'
	@echo 'make lock    resolve the dependencies anew into requirements.lock (needs uv)'
	@echo 'make clean   remove everything that these made'

verify: env
	@echo '== verify: every claim of every flow'
	@rm -rf out/packets && mkdir -p out
	@$(BIN)/switchproof verify --packets out/packets >out/verify.txt || { cat out/verify.txt; exit 1; }
	@echo '== check: every verdict again, without a solver, with Z3 and with cvc5'
	@$(BIN)/switchproof check out/packets --timeout 300
	@echo '== trace and duties: every statement, who owes what to whom; into out/'
	@$(BIN)/switchproof dossier trace >out/trace.txt || { cat out/trace.txt; exit 1; }
	@$(BIN)/switchproof dossier duties >out/duties.txt || { cat out/duties.txt; exit 1; }
	@echo '== draw: every diagram, into out/'
	@$(BIN)/switchproof draw >out/drawn.txt || { cat out/drawn.txt; exit 1; }
	@echo
	@cat out/verify.txt
	@echo 'left out as well: FINDINGS.md, written anew by make findings, some minutes'

findings: env
	@echo '== findings: FINDINGS.md, written anew'
	@$(BIN)/switchproof dossier findings --write FINDINGS.md

test: env
	@echo '== ruff check'
	@$(BIN)/ruff check
	@echo '== ruff format --check'
	@$(BIN)/ruff format --check
	@echo '== mypy'
	@$(BIN)/mypy
	@echo '== pytest'
	@$(BIN)/python -m pytest -n 2 --dist worksteal

# Tests of pages run in a browser that is on the PATH; Debian's is installed where that is allowed.
BROWSERS := chromium chromium-browser google-chrome
FIND_BROWSER = for b in $(BROWSERS); do command -v "$$b" && exit 0; done; exit 1
INSTALL_BROWSER = apt-get update -qq && apt-get install -qq --no-install-recommends chromium

test-browser: env
	@if ! ($(FIND_BROWSER)) >/dev/null; then \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	echo '== browser: Chromium, installed by apt-get'; \
	($(INSTALL_BROWSER)) >/dev/null 2>&1 || echo 'apt-get could not install chromium'; fi; fi
	@if ($(FIND_BROWSER)) >/dev/null; then \
	echo '== pytest: pages in a browser'; $(BIN)/python -m pytest -m browser tests/browser; else \
	echo 'skipped: the tests of pages need one of $(BROWSERS) on the PATH: install one, and say make test-browser again'; fi

test-cluster: env
	@echo '== pytest: logs on Spark (where there is Java) and Dask, a worker of which is killed'
	@$(BIN)/python -m pytest -m cluster

soak: env
	@echo '== pytest: the longer tests'
	@$(BIN)/python -m pytest -m soak
	@echo '== soak: 100 000 random flows; the result is kept in tests/soak_result.json'
	@$(BIN)/python -m tests.soak
	@echo '== soak: 100 000 forged packets; the result is kept in tests/forged_result.json'
	@$(BIN)/python -m tests.soak_forged

mutants: env
	@echo '== mutants: one thing wrong at a time'
	@$(BIN)/switchproof mutants --keep properties/analyses/mutation/last.json

faults: env
	@echo '== faults of the engine; the result is kept in tests/fault_result.json'
	@$(BIN)/python -m tests.faults

peers: env
	@echo '== peers: what other model checkers say; the result is kept in tests/peers_result.json'
	@$(BIN)/python -m tests.peers

bench-peers: env
	@echo '== bench-peers: the same claims by other model checkers; the table goes into GUIDE.md'
	@$(BIN)/python -m tests.bench_peers

bench: env
	@echo '== bench'
	@$(BIN)/python -m tests.bench
	@$(BIN)/python -m tests.bench_handover
	@$(BIN)/python -m tests.bench_explorer
	@$(BIN)/python -m tests.bench_notebooks
	@$(BIN)/python -m tests.bench_dossier

bench-logs: env
	@echo '== bench-logs'
	@$(BIN)/python -u -m tests.bench_logs

env: $(READY)

python:
	@$(FIND_PYTHON); "$$python" -c 'import sys; print(sys.version.split()[0], sys.executable)'

$(LOCKED): requirements.lock
	@$(FIND_PYTHON); \
	echo "== environment: $$("$$python" -V) in $(VENV)"; \
	rm -rf $(VENV) && "$$python" -m venv $(VENV)
	@echo '== environment: the locked packages, hashes checked (about a minute)'
	@$(PIP) install --require-hashes -r requirements.lock
	@touch $@

$(READY): $(LOCKED) pyproject.toml
	@echo '== environment: switchproof itself, editable'
	@$(PIP) install --no-index --no-deps --no-build-isolation --editable .
	@touch $@

lock:
	@command -v uv >/dev/null || { echo 'error: make lock needs uv: python -m pip install uv' >&2; exit 1; }
	@echo '== lock: for Linux, macOS and Windows'
	@uv pip compile pyproject.toml --extra dev --universal --generate-hashes --upgrade --quiet \
		--no-config --no-emit-index-url --no-annotate --no-header --output-file requirements.lock

clean:
	@echo '== clean'
	@rm -rf $(VENV) out build .switchproof switchproof.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find . -name .git -prune -o \( -name __pycache__ -o -name .ipynb_checkpoints \) -type d -prune \
		-exec rm -rf {} +
