"""How quick the guide is, as ratios to a minimal app under the same interpreter: ``python -m tests.benchmarks``."""
