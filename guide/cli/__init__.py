"""The command line: arguments in, data to standard output, words for people to standard error, an exit code out."""
