"""The grounds on foot: halls and stands as shapes, the way from one to another, the best order of many."""
