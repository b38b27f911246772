"""What a domain expert may correct: bodies, data sets, verbs and cues, as data with examples."""
