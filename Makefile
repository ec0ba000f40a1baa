# The same commands as python3 dev.py, in short.
PYTHON ?= python3

.PHONY: run test check dev clean lock
run test check dev clean lock:
	@$(PYTHON) dev.py $@
