"""The structure of a Processing text: blocks under their headings, numbered steps, sentences, list items.

Everything keeps its place: spans count characters of the section's text as the document gives it.
"""

from flowgraph.clauses.outline import Block, Outline, Sentence, outline

__all__ = ["Block", "Outline", "Sentence", "outline"]
