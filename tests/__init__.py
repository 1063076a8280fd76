"""The guide's tests: they mirror its folders, and read as a manual of what it does."""
