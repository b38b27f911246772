"""Reads one agreement: its Processing text, sentence by sentence, into flows."""

from flowgraph.clauses import outline
from flowgraph.domain import Agreement, Issue, Party, Reading, SectionName, Unread
from flowgraph.flows.basis import Bases
from flowgraph.flows.blocks import find_finance_owners, name_processors, working_for_commissioners
from flowgraph.flows.directory import Directory
from flowgraph.flows.discovery import discover, national_holder, shorten
from flowgraph.flows.draft import Draft
from flowgraph.flows.finishing import evidence_of, finish
from flowgraph.flows.hosting import Hosting, read_hosts
from flowgraph.flows.mentions import Scanner
from flowgraph.flows.opt_outs import read_statements, with_opt_outs
from flowgraph.flows.pointing import Pointing
from flowgraph.flows.sentence_reader import SentenceReader
from flowgraph.flows.situation import Situation


def read_flows(agreement: Agreement) -> Reading:
    """The parties, flows and hosts that the Processing section of ``agreement`` tells of, with their evidence.

    An agreement without the section gives a reading without flows and an issue that says so. Deterministic: equal
    agreements give equal readings.
    """
    section = agreement.section(SectionName.PROCESSING)
    directory = Directory(agreement)
    if section is None or not section.text.strip():
        return _without_processing(agreement, directory)
    structure = outline(section.text)
    situation = Situation()
    scanner = Scanner(directory, discover(section.text, directory, agreement))
    pointing = Pointing(directory, situation, national_holder(section.text, directory, agreement))
    processors = name_processors(structure, scanner, pointing, situation)
    for member in processors:
        shorten(member, section.text, directory)
    find_finance_owners(structure, scanner, pointing, situation)
    reader = SentenceReader(structure, scanner, pointing, situation, Bases(agreement))
    drafts: list[Draft] = []
    unread: list[Unread] = []
    hostings: list[Hosting] = []
    spoken = 0
    for sentence in structure.sentences:
        outcome = reader.read(sentence)
        hosting = read_hosts(sentence, scanner, pointing)
        hostings += hosting
        drafts += outcome.drafts
        spoken += outcome.speaks
        if outcome.speaks and not outcome.drafts:
            unread.append(Unread(evidence=evidence_of(sentence), reason="hosting" if hosting else outcome.reason))
    statements = read_statements(structure, scanner, pointing)
    drafts = [with_opt_outs(draft, statements) for draft in reader.limited(drafts)]
    processors = list(dict.fromkeys([*processors, *working_for_commissioners(drafts, directory)]))
    flows = finish(agreement, drafts)
    hosts = tuple(dict.fromkeys(hosting.settled() for hosting in hostings))
    controllers = tuple(member.settled() for member in directory.controllers)
    settled = tuple(dict.fromkeys(member.settled() for member in processors))
    moved = (party for flow in flows for party in (flow.source, flow.target))
    return Reading(
        agreement=agreement,
        parties=_by_key([*moved, *controllers, *settled, *(host.host for host in hosts)]),
        controllers=controllers,
        processors=settled,
        flows=flows,
        hosts=hosts,
        unread=tuple(unread),
        movement_sentences=spoken,
        issues=_unsure(agreement, directory),
    )


def _unsure(agreement: Agreement, directory: Directory) -> tuple[Issue, ...]:
    """An issue for each name that several known bodies bear: its party stands for itself, tied to none of them."""
    return tuple(
        Issue(
            code="ambiguous-name",
            message=f"{name!r} may mean {' or '.join(bodies)}",
            agreement=agreement.reference,
            kept="a party of its own, apart from each of them",
        )
        for name, bodies in directory.unsure.items()
    )


def _by_key(parties: list[Party]) -> tuple[Party, ...]:
    found = {party.key: party for party in parties}
    return tuple(found[key] for key in sorted(found))


def _without_processing(agreement: Agreement, directory: Directory) -> Reading:
    issue = Issue(
        code="no-processing",
        message="the agreement has no Processing text, so no flow can be read",
        agreement=agreement.reference,
    )
    controllers = tuple(member.settled() for member in directory.controllers)
    return Reading(agreement=agreement, controllers=controllers, parties=_by_key([*controllers]), issues=(issue,))
