"""A query to ranked hits with reasons: pure, without a screen, a file or a clock."""
