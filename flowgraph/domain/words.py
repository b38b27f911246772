"""The closed vocabularies of the field, one enumeration each.

The values are the words printed to users and stored in the graph.
"""

from enum import StrEnum


class Identifiability(StrEnum):
    """How much of a person the data shows while it moves.

    ``UNSTATED`` is a finding of its own: the text does not say, and nothing is guessed.
    The order of the members runs from the most to the least identifying.
    """

    IDENTIFIABLE = "identifiable"
    PSEUDONYMISED = "pseudonymised"
    ANONYMISED = "anonymised"
    AGGREGATED = "aggregated"
    UNSTATED = "unstated"


class PartyKind(StrEnum):
    """What sort of body, role or place a party is."""

    NATIONAL = "national"
    REPOSITORY = "repository"
    DSCRO = "dscro"
    CSU = "csu"
    COMMISSIONER = "commissioner"
    GP = "gp"
    PROVIDER = "provider"
    LOCAL_AUTHORITY = "local_authority"
    UNIVERSITY = "university"
    COMPANY = "company"
    CHARITY = "charity"
    CLINICIAN = "clinician"
    OTHER = "other"


class FlowKind(StrEnum):
    """What happens to the data: it is handed over, opened to a reader, or turned back into persons."""

    TRANSFER = "transfer"
    ACCESS = "access"
    RE_IDENTIFICATION = "re-identification"


class Modality(StrEnum):
    """Whether the text says that the flow takes place, or only that it is allowed to."""

    DOES = "does"
    MAY = "may"


class BasisSource(StrEnum):
    """How the legal basis of a flow is known.

    ``STATED`` in the sentence itself; ``DATASET_ROW`` from the register's row of the same data set and
    type of data; ``INFERRED`` from the agreement's undivided list; ``UNSTATED`` where nothing says.
    """

    STATED = "stated"
    DATASET_ROW = "data set row"
    INFERRED = "inferred"
    UNSTATED = "unstated"


class StateSource(StrEnum):
    """How the identifiability of a flow is known.

    ``STATED`` beside the movement; ``CARRIED`` from how the data reached the sender; ``DATASET_ROW`` from the type of
    data in the register's row; ``UNSTATED`` where nothing says.
    """

    STATED = "stated"
    CARRIED = "carried from the sender"
    DATASET_ROW = "data set row"
    UNSTATED = "unstated"


class SectionName(StrEnum):
    """The free-text parts of an agreement, as the register heads them."""

    OBJECTIVES = "Objectives"
    PROCESSING = "Processing"
    OUTPUTS = "Outputs"
    OUTPUT = "Output"
    BENEFITS = "Benefits"
    EXPECTED_BENEFITS = "Expected Benefits"
    YIELDED_BENEFITS = "Yielded Benefits"


class Answer(StrEnum):
    """A yes-or-no field of the register, which may also be contradictory or empty."""

    YES = "yes"
    NO = "no"
    BOTH = "yes and no"
    UNSTATED = "unstated"
