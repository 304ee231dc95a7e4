"""One facilitated session: acts, journal, undo, resume. It imports the rules, and nothing else of the house."""
