# Thin calls of tools/dev.py, which says what each job does. Arguments: make test ARGS="tests/core -k points"
PYTHON ?= python3
ARGS ?=

JOBS = run test demo bench soak build
.PHONY: $(JOBS)
$(JOBS):
	@$(PYTHON) tools/dev.py $@ $(ARGS)
