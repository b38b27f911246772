"""flowgraph: the data sharing register as a provenance graph."""
