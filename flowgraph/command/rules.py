"""The rules by which sentences are read, in plain words; the names are those that flows carry as ``rule``."""

RULES = {
    "sends": "Somebody sends, passes or provides the data to somebody: who acts is the source.",
    "is-sent": "The data is sent, passed or disclosed: 'from' or 'by' names the source, 'to' the target.",
    "is-given": "Somebody is given the data: who is given it is the target.",
    "transfer-of": "A transfer, release or supply of the data to somebody is told as a noun.",
    "receives": "Somebody receives, obtains or collects the data: who acts is the target, 'from' names the source.",
    "is-obtained": "The data is obtained, received or collected: 'from' names the source, 'by' or 'to' the target.",
    "flows-from-to": "The data flows from one to the other; both are named.",
    "accesses": "Somebody accesses or views the data: who holds it is the source, who reads it the target.",
    "is-accessed-by": "The data is accessed or viewed by somebody: who reads it is the target.",
    "has-access": "Somebody has, or is given, access to the data: who holds it is the source.",
    "access-is-granted": "Access to the data is granted to somebody, or something enables it.",
    "is-given-access": "Somebody gives another access to data: the giver is the source, unless a holder is named.",
    "access-by": "Access to the data by somebody is told as a noun.",
    "labelled-access": "A line names somebody, and behind the colon what they have access to.",
    "uses-system": "Somebody uses the system or tool in which another keeps the data: the keeper is the source.",
    "listed-recipient": "A list of recipients is opened, and this is one of them.",
}


def in_words(rule: str) -> str:
    """What a rule says, or that no words are known for it (a reader newer than this list)."""
    return RULES.get(rule, "This list has no words for that rule.")
