"""The lists: what words are names of, and what verbs tell."""
