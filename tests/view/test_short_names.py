"""Labels call a data set by the letters in its own name, where these tell it from all others."""

from flowgraph.view.short_names import short_names


def test_letters_in_brackets_and_in_front():
    names = ["Mental Health Services Data Set (MHSDS)", "SUS for Commissioners", "Local Provider Flows", "GP data"]
    assert list(short_names(names).values()) == ["MHSDS", "SUS", "Local Provider Flows", "GP data"]


def test_two_that_would_be_called_the_same_keep_their_names():
    assert list(short_names(["SUS data", "SUS payments", "SUS+ data"]).values()) == [
        "SUS data",
        "SUS payments",
        "SUS+ data",
    ]
