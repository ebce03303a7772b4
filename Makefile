# Short names for what README and CONTRIBUTING say in full.
PYTHON ?= python3
BIN = .venv/bin

.PHONY: app test slow crash soak pythons check wheel pictures clean

.venv:
	$(PYTHON) -m venv .venv && $(BIN)/pip install -q -c constraints.txt -e '.[dev]'

app: .venv
	$(BIN)/skillgap

test: .venv
	$(BIN)/pytest -n auto

slow: .venv
	$(BIN)/pytest -n auto -m slow

# A thousand kills, twenty thousand presses: SKILLGAP_SEED=7 draws others.
crash: .venv
	SKILLGAP_ROUNDS=1000 $(BIN)/pytest -m slow -s tests/proof/test_kills.py

soak: .venv
	SKILLGAP_PRESSES=20000 $(BIN)/pytest -m slow -s tests/proof/test_monkey.py

pythons: .venv
	$(BIN)/python tools/other_pythons.py

check: .venv
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/lint-imports

wheel: .venv
	$(BIN)/pip wheel -q --no-deps -w dist .

clean:
	rm -rf .venv dist build .mypy_cache .ruff_cache .pytest_cache
