"""From drafts to flows: settled parties, evidence with its span, identities that do not depend on the order."""

from collections.abc import Iterable
from hashlib import blake2b

from flowgraph.clauses import Sentence
from flowgraph.domain import Agreement, Evidence, Flow, Mark, SectionName
from flowgraph.flows.draft import Draft


def evidence_of(sentence: Sentence) -> Evidence:
    """The sentence as evidence, with its span in the Processing section."""
    return Evidence(section=SectionName.PROCESSING, start=sentence.start, end=sentence.end, quote=sentence.text)


def _without_summaries(drafts: list[Draft]) -> list[Draft]:
    """The drafts without those that only sum up, in the conditions at the top, what a step below tells in full."""
    told = {
        (draft.source, draft.target, draft.purpose) for draft in drafts if draft.purpose == draft.sentence.block.purpose
    }
    return [
        draft
        for draft in drafts
        if draft.purpose == draft.sentence.block.purpose or (draft.source, draft.target, draft.purpose) not in told
    ]


def finish(agreement: Agreement, drafts: Iterable[Draft]) -> tuple[Flow, ...]:
    """The flows of the drafts in the order of the text; what is told twice under one purpose is one flow.

    The id is made of what the flow says and not of its place, so that it stays while the text around it changes.
    """
    flows: dict[str, Flow] = {}
    for draft in _without_summaries(list(drafts)):
        source, target = draft.source.settled(), draft.target.settled()
        purpose = draft.purpose
        saying = "\x1f".join(
            (
                agreement.version or "",
                purpose or "",
                source.key,
                target.key,
                "\x1e".join(sorted(draft.datasets)),
                draft.state,
                draft.kind,
            )
        )
        number = blake2b(saying.encode(), digest_size=6).hexdigest()
        identity = f"{agreement.reference}:{number}"
        if identity in flows:
            continue
        flows[identity] = Flow(
            id=identity,
            agreement=agreement.reference,
            version=agreement.version,
            purpose=purpose,
            step=draft.sentence.step,
            source=source,
            target=target,
            datasets=draft.datasets,
            identifiability=draft.state,
            kind=draft.kind,
            modality=draft.modality,
            legal_basis=draft.basis.codes,
            legal_basis_source=draft.basis.source,
            opt_outs=draft.opt_outs,
            evidence=evidence_of(draft.sentence),
            rule=draft.rule,
            identifiability_source=draft.state_source,
            marks=tuple(Mark(role=role, start=start, end=end) for role, start, end in draft.marks),
        )
    return tuple(flows.values())
