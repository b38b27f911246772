"""Fields that answer yes or no, with or without more behind it."""

import pytest

from flowgraph.agreements import read_answer, read_opt_outs
from flowgraph.agreements.answers import read_format, read_purposes
from flowgraph.domain import Answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Yes", Answer.YES),
        ("no", Answer.NO),
        ("No, Yes", Answer.BOTH),
        ("", Answer.UNSTATED),
        ("perhaps", Answer.UNSTATED),
    ],
)
def test_answers(text: str, answer: Answer) -> None:
    assert read_answer(text) is answer


@pytest.mark.parametrize(
    ("text", "commercial", "kind", "words"),
    [
        ("No (Academic)", Answer.NO, "Academic", ""),
        ("Yes (Commissioning Group (CG), Network)", Answer.YES, "Commissioning Group (CG), Network", ""),
        ("No, Yes (Supplier)", Answer.BOTH, "Supplier", ""),
        ("(Academic)", Answer.UNSTATED, "Academic", ""),
        ("()", Answer.UNSTATED, "", ""),
        ("", Answer.UNSTATED, "", ""),
        ("To find ships.\nTo find more (soon)", Answer.UNSTATED, "", "To find ships.\nTo find more (soon)"),
    ],
)
def test_purposes(text: str, commercial: Answer, kind: str, words: str) -> None:
    assert read_purposes(text) == (commercial, kind, words)


@pytest.mark.parametrize(
    ("text", "honoured", "types", "confidentiality"),
    [
        ("Y, N", Answer.BOTH, (), ""),
        ("N ()", Answer.NO, (), ""),
        ("No - data flow is not identifiable (None of it)", Answer.NO, (), "None of it"),
        ("Y, No - consent of the studYes - upheld, Identifiable (Section 251, Mixed)", Answer.BOTH, ("Identifiable",),
         "Section 251, Mixed"),
        ("N, Yes - upheld (Excuses: Section 251)", Answer.BOTH, (), "Section 251"),
        ("Anonymised - ICO Code Compliant, Identifiable (Consent (Reasonable Expectation))", Answer.UNSTATED,
         ("Anonymised - ICO Code Compliant", "Identifiable"), "Consent (Reasonable Expectation)"),
        ("Identifiable (, )", Answer.UNSTATED, ("Identifiable",), ""),
        ("", Answer.UNSTATED, (), ""),
    ],
)  # fmt: skip
def test_opt_outs(text: str, honoured: Answer, types: tuple[str, ...], confidentiality: str) -> None:
    assert read_opt_outs(text) == (honoured, types, confidentiality)


@pytest.mark.parametrize(
    ("text", "kind", "sensitivity"),
    [
        ("Anonymised - ICO code compliant Non Sensitive", "Anonymised - ICO code compliant", "Non Sensitive"),
        ("Identifiable Sensitive", "Identifiable", "Sensitive"),
        ("Identifiable", "Identifiable", ""),
        ("", "", ""),
    ],
)
def test_format_of_the_oldest_pages(text: str, kind: str, sensitivity: str) -> None:
    assert read_format(text) == (kind, sensitivity)
