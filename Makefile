# Diwan. `make run` opens the office with a day of correspondence; `make test` proves its promise.
# Both begin from an empty clone on Debian with Python 3.11, and are quick the second time.

PYTHON ?= python3
BIN := .venv/bin
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: run test check bench soak messages docs lock clean

run: .venv/run.done .venv/dictionaries.done
	@$(BIN)/cabinet play_day --migrate --skip-checks  # `serve` makes the checks, once for both
	@$(BIN)/cabinet serve

test: .venv/test.done .venv/dictionaries.done .venv/models.done
	@$(BIN)/python -m tests.prerequisites
	@# Two cores: one worker waits for disks and deaths. Their bytecode and automata are kept.
	@env -u PYTHONDONTWRITEBYTECODE $(BIN)/python -m pytest -q -n 3 --dist loadgroup

check: .venv/test.done
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# The last part, five million papers on each engine, takes half an hour and 30 GB of disk. By words:
# `make bench SHOW="registering pages"`, `make bench SHOW=hour`, `make bench SHOW="size 1000 100000"`.
bench: .venv/test.done
	$(BIN)/python -m bench $(SHOW)

soak: .venv/test.done .venv/models.done
	SOAK=1 $(BIN)/python -m pytest -q -s tests/cabinet/gate tests/cabinet/errands tests/cabinet/ledger/test_crash.py tests/models tests/faults \
		tests/clearance/gate/test_mutants.py

# Texts in three languages: gather what the code says, then put the catalogues to use.
messages: .venv/test.done
	$(BIN)/python -m cabinet.config.catalogues gather

docs: .venv/test.done
	$(BIN)/cabinet gate_page

# Locks name packages and hashes, never the host they come from.
lock: .venv/test.done
	$(BIN)/uv pip compile -q --generate-hashes --no-header --no-emit-index-url \
		--no-emit-find-links --universal --python-version 3.11 \
		--extra setup --extra postgresql pyproject.toml -o requirements/run.txt
	$(BIN)/uv pip compile -q --generate-hashes --no-header --no-emit-index-url \
		--no-emit-find-links --universal --python-version 3.11 \
		--extra setup --extra postgresql --extra test pyproject.toml -o requirements/test.txt

.venv/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; here is $$($(PYTHON) --version)."; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || apt-get install -y -q python3-venv || \
		{ echo "Python's venv is missing: install Debian's package python3-venv."; exit 1; }
	@$(PYTHON) -m venv .venv && touch $@

.venv/run.done: .venv/made requirements/run.txt pyproject.toml src/cabinet/locale/ar/LC_MESSAGES/django.po src/cabinet/locale/fr/LC_MESSAGES/django.po
	@echo "Setting up (once) ..."
	@$(BIN)/pip install -q --require-hashes -r requirements/run.txt
	@$(BIN)/pip install -q --no-deps --no-build-isolation -e .
	@$(BIN)/python -m cabinet.config.catalogues compile
	@touch $@

# The dictionaries' licences differ, so they are the system's. Without one its language's spelling
# is not checked; everything else is.
.venv/dictionaries.done: .venv/run.done
	@ls /usr/share/hunspell/en_GB.dic /usr/share/hunspell/fr.dic /usr/share/hunspell/ar.dic >/dev/null 2>&1 || \
		apt-get install -y -q hunspell-en-gb hunspell-fr hunspell-ar >/dev/null 2>&1 || \
		{ apt-get update -q && apt-get install -y -q hunspell-en-gb hunspell-fr hunspell-ar; } >/dev/null 2>&1 || \
		echo "Spelling is not checked: install Debian's packages hunspell-en-gb, hunspell-fr and hunspell-ar."
	@$(BIN)/python -c 'from clearance.data.lexicon.entries import make_all; make_all()'
	@# Kept here, the bytecode and the automata serve also where Python may write none later.
	@env -u PYTHONDONTWRITEBYTECODE $(BIN)/python -m compileall -q -j 2 src
	@env -u PYTHONDONTWRITEBYTECODE $(BIN)/python -c 'from clearance.review import review; review("")'
	@touch $@

# Spin searches the models of the protocols and writes C, which gcc compiles, as it does the disk
# that fails; faketime sets a clock wrong.
.venv/models.done: .venv/made
	@{ command -v spin && command -v gcc && command -v faketime; } >/dev/null 2>&1 || \
		apt-get install -y -q spin gcc libc6-dev faketime >/dev/null 2>&1 || \
		{ apt-get update -q && apt-get install -y -q spin gcc libc6-dev faketime; } >/dev/null 2>&1 || \
		echo "Models and faults are tried in part only: install Debian's packages spin, gcc and faketime."
	@touch $@

.venv/test.done: .venv/run.done requirements/test.txt
	@$(BIN)/pip install -q --require-hashes -r requirements/test.txt
	@touch $@

clean:
	rm -rf .venv var
