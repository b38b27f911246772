"""The graph's schema, declared once: write statements, constraints and the README's table come from here."""

from flowgraph.store.flow_properties import FLOW_PROPERTIES, party_properties
from flowgraph.store.schema import Kind, NodeType, Property, RelationshipType, Schema

TEXT, TEXTS, NUMBER, NUMBERS, TRUTH, DATE = Kind.TEXT, Kind.TEXTS, Kind.NUMBER, Kind.NUMBERS, Kind.TRUTH, Kind.DATE
P = Property

AGREEMENT = P(name="agreement", kind=TEXT, meaning="key of the agreement version that says so")
POSITION = P(name="position", kind=NUMBER, meaning="place in the agreement's list, from 0")

ORGANISATION = NodeType(
    label="Organisation",
    meaning="anything that holds or receives data: an organisation, an unnamed role of one agreement, a system",
    key="key",
    properties=(
        P(
            name="key",
            kind=TEXT,
            meaning="identity: of the body, of its folded name, or of a role in its agreement",
        ),
        P(name="name", kind=TEXT, meaning="the fullest name that any agreement gives"),
        P(name="kind", kind=TEXT, meaning="national, dscro, csu, commissioner, gp, university, …"),
        P(name="code", kind=TEXT, meaning="ODS code"),
        P(name="role_of", kind=TEXT, meaning="the agreement in which an unnamed role means something"),
        P(name="names", kind=TEXTS, meaning="everything that agreements call it"),
        P(name="codes", kind=TEXTS, meaning="every ODS code that agreements give it"),
    ),
)

DATASET = NodeType(
    label="Dataset",
    meaning="a data set, under a name that a flow or a row of the register writes",
    key="name",
    properties=(
        P(name="name", kind=TEXT, meaning="the name as written"),
        P(name="known_as", kind=TEXT, meaning="the name by which the lexicon shows it; two spellings share it"),
    ),
)

AGREEMENT_NODE = NodeType(
    label="Agreement",
    meaning="one version of one data sharing agreement",
    key="key",
    properties=(
        P(name="key", kind=TEXT, meaning="reference and version"),
        P(name="reference", kind=TEXT, meaning="reference without version"),
        P(name="version", kind=TEXT, meaning="version number"),
        P(name="age", kind=NUMBER, meaning="place among the versions of its agreement in this store, 0 the oldest"),
        P(name="newest", kind=TRUTH, meaning="whether it is the newest version of its agreement in this store"),
        P(name="title", kind=TEXT, meaning="title"),
        P(name="organisations", kind=TEXTS, meaning="the bodies on whose pages it stands"),
        P(name="organisation_type", kind=TEXT, meaning="type of the applicant"),
        P(name="controller_names", kind=TEXTS, meaning="controllers as the register writes them"),
        P(name="controller_codes", kind=TEXTS, meaning="their ODS codes, empty where none is given"),
        P(name="controller_basis", kind=TEXT, meaning="sole or joint"),
        P(name="starts", kind=DATE, meaning="first day of the agreement"),
        P(name="ends", kind=DATE, meaning="last day of the agreement"),
        P(name="period", kind=TEXT, meaning="the period as written"),
        P(name="release_starts", kind=DATE, meaning="first day of the releases"),
        P(name="release_ends", kind=DATE, meaning="last day of the releases"),
        P(name="release_period", kind=TEXT, meaning="the release period as written"),
        P(name="types_of_data", kind=TEXT, meaning="type of data field"),
        P(name="opt_outs", kind=TEXT, meaning="opt-outs field"),
        P(name="purposes", kind=TEXT, meaning="purposes field"),
        P(name="sensitivity", kind=TEXT, meaning="sensitivity field"),
        P(name="access_method", kind=TEXT, meaning="access method field"),
        P(name="sublicensing", kind=TEXT, meaning="yes, no, yes and no, or unstated"),
        P(name="commercial", kind=TEXT, meaning="yes, no, yes and no, or unstated"),
        P(
            name="lanes",
            kind=TEXTS,
            meaning="the purposes that its flows state, folded; the empty one is that of no purpose",
        ),
        P(name="flow_datasets", kind=TEXTS, meaning="the data sets that its flows name"),
        P(name="smallest_datasets", kind=TEXTS, meaning="those of them that no other of them is a part of"),
        P(name="flow_bases", kind=TEXTS, meaning="the legal basis codes that its flows have"),
        P(name="movement_sentences", kind=NUMBER, meaning="sentences that speak of movement or access"),
        P(name="unread_sections", kind=TEXTS, meaning="section of each such sentence that gave no flow"),
        P(name="unread_starts", kind=NUMBERS, meaning="where it begins in the section, in characters"),
        P(name="unread_ends", kind=NUMBERS, meaning="where it ends"),
        P(name="unread_quotes", kind=TEXTS, meaning="the sentence"),
        P(name="unread_reasons", kind=TEXTS, meaning="why no flow was due; empty where the reader missed it"),
        P(name="issues", kind=TEXTS, meaning="what could not be read, each as JSON"),
        P(
            name="fingerprint",
            kind=TEXT,
            meaning="digest of all that is stored of it; equal means unchanged",
        ),
    ),
)

LEGAL_BASIS = NodeType(
    label="LegalBasis",
    meaning="a power under which data may be disseminated",
    key="code",
    properties=(P(name="code", kind=TEXT, meaning="short code, or the wording where no code is known"),),
)
PURPOSE = NodeType(
    label="Purpose",
    meaning="a purpose as a heading of the text says it",
    key="name",
    properties=(P(name="name", kind=TEXT, meaning="the heading's words"),),
)
DOCUMENT = NodeType(
    label="Document",
    meaning="a file that was read",
    key="file",
    properties=(
        P(name="file", kind=TEXT, meaning="path as given when it was loaded"),
        P(name="format", kind=TEXT, meaning="page, workbook, JSON, …"),
    ),
)

FLOWS_TO = RelationshipType(
    name="FLOWS_TO",
    meaning="data sets move, or are opened, from one party to another; one relationship a flow",
    source="Organisation",
    target="Organisation",
    of_agreement=True,
    key="key",
    properties=FLOW_PROPERTIES,
)
HOST_PROPERTIES = (
    AGREEMENT,
    POSITION,
    *party_properties("host"),
    P(name="section", kind=TEXT, meaning="section of the evidence"),
    P(name="char_start", kind=NUMBER, meaning="where the evidence begins in its section, in characters"),
    P(name="char_end", kind=NUMBER, meaning="where it ends"),
    P(name="evidence", kind=TEXT, meaning="the sentence"),
)


def _plain(name: str, meaning: str, target: str, *properties: Property, source: str = "Agreement") -> RelationshipType:
    return RelationshipType(
        name=name,
        meaning=meaning,
        source=source,
        target=target,
        of_agreement=True,
        properties=(AGREEMENT, POSITION, *properties),
    )


RELATIONSHIPS = (
    FLOWS_TO,
    RelationshipType(
        name="HOSTS",
        meaning="a supplier that hosts for a party and receives no data",
        source="Organisation",
        target="Organisation",
        of_agreement=True,
        properties=(*HOST_PROPERTIES, *party_properties("serves")),
    ),
    RelationshipType(
        name="HOSTS_WITHIN",
        meaning="a hosting supplier of an agreement that does not say whom it serves",
        source="Organisation",
        target="Agreement",
        of_agreement=True,
        properties=HOST_PROPERTIES,
    ),
    _plain(
        "PARTY_TO",
        "a party that an agreement speaks of, as that agreement calls it; position -1: not in its list of parties",
        "Agreement",
        *party_properties("party"),
        P(name="sends", kind=TRUTH, meaning="whether a flow of the agreement goes out from it"),
        P(name="receives", kind=TRUTH, meaning="whether a flow of the agreement goes to it"),
        source="Organisation",
    ),
    _plain(
        "CONTROLLER_OF", "a controller of the agreement", "Agreement", *party_properties("party"), source="Organisation"
    ),
    _plain(
        "PROCESSOR_OF", "a processor of the agreement", "Agreement", *party_properties("party"), source="Organisation"
    ),
    _plain(
        "COVERS",
        "a row of the register: a data set, and what it says of its release",
        "Dataset",
        P(name="type_of_data", kind=TEXT, meaning="identifiable, pseudonymised, …, as written"),
        P(name="sensitivity", kind=TEXT, meaning="sensitive or not, as written"),
        P(name="frequency", kind=TEXT, meaning="how often"),
        P(name="legal_basis_texts", kind=TEXTS, meaning="legal bases as written"),
        P(name="legal_basis_codes", kind=TEXTS, meaning="the codes of each, one text a basis, codes a line each"),
        P(name="confidentiality", kind=TEXT, meaning="common law duty of confidentiality"),
    ),
    _plain("CARRIES", "a flow of the agreement carries the data set", "Dataset"),
    _plain(
        "RELEASED",
        "files of a data set that were released",
        "Dataset",
        P(name="files", kind=NUMBER, meaning="number of files"),
        P(name="first_month", kind=TEXT, meaning="first month, YYYY-MM"),
        P(name="last_month", kind=TEXT, meaning="last month, YYYY-MM"),
        P(name="opt_outs_applied", kind=TEXT, meaning="whether opt-outs were applied, as written"),
    ),
    _plain(
        "UNDER",
        "a legal basis in the agreement's whole list",
        "LegalBasis",
        P(name="place", kind=NUMBER, meaning="place of the legal basis in the list; one may have several codes"),
        P(name="wording", kind=TEXT, meaning="the register's words"),
        P(name="known", kind=TRUTH, meaning="whether the words stand for a code that is known"),
    ),
    _plain("FOR_PURPOSE", "a flow of the agreement is for the purpose", "Purpose"),
    _plain(
        "READ_FROM",
        "the document in which the agreement was read",
        "Document",
        P(name="format", kind=TEXT, meaning="format of the document"),
        P(name="line", kind=NUMBER, meaning="line or row at which it begins"),
        P(name="place", kind=TEXT, meaning="place in a document without lines"),
    ),
    RelationshipType(
        name="SUCCEEDED_BY",
        meaning="one body went on as another",
        source="Organisation",
        target="Organisation",
        of_agreement=False,
        properties=(P(name="since", kind=DATE, meaning="day from which the successor holds what it held"),),
    ),
    RelationshipType(
        name="PART_OF",
        meaning="a body is a part of another (a place of an integrated care board)",
        source="Organisation",
        target="Organisation",
        of_agreement=False,
    ),
    RelationshipType(
        name="CONTAINS",
        meaning="a data set is, or holds, another; at any depth",
        source="Dataset",
        target="Dataset",
        of_agreement=False,
    ),
)

SCHEMA = Schema(
    version=1,
    nodes=(ORGANISATION, DATASET, AGREEMENT_NODE, LEGAL_BASIS, PURPOSE, DOCUMENT),
    relationships=RELATIONSHIPS,
)

# The node that says which version of the schema a store was written with; it is no part of the graph.
STORE_LABEL = "FlowgraphStore"
