# The same commands as python3 dev.py, in short; WORDS="…" hands on further words.
PYTHON ?= python3

.PHONY: run test check dev demo bench soak clean lock
run test check dev demo bench soak clean lock:
	@$(PYTHON) dev.py $@ $(WORDS)
