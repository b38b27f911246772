"""Where the reader stands in a text: which block, who acted last, and what has reached whom so far."""

from dataclasses import dataclass, field

from flowgraph.clauses import Block, Sentence
from flowgraph.domain import Identifiability
from flowgraph.flows.directory import Member

Holdings = dict[str, Identifiability]


@dataclass(slots=True)
class BlockState:
    """What is known within one block.

    ``sender`` is whom the block's introduction names as sender of what follows, ``finance`` who holds its Controlled
    Environment for Finance; ``holdings`` says what reached whom, in which state.
    """

    processor: Member | None = None
    listed_processors: list[Member] = field(default_factory=list)
    finance: Member | None = None
    sender: Member | None = None
    receivers: list[Member] = field(default_factory=list)
    holdings: dict[Member, Holdings] = field(default_factory=dict)


class Situation:
    """The state of the reading, block by block; what a block does not know is looked up in its strand."""

    def __init__(self) -> None:
        """Begin with nothing known."""
        self._blocks: dict[int, BlockState] = {}
        self._strands: dict[int, BlockState] = {}
        self.document = BlockState()
        self.told: dict[int, list[Member]] = {}
        self._told_in_step: dict[tuple[int, str], list[Member]] = {}
        self.told_pairs: list[tuple[Member, Member]] = []

    def tell(self, sentence: Sentence, receivers: list[Member]) -> None:
        """Remember whom a sentence told of as receivers, for the list or the sub-steps below it."""
        if not receivers:
            return
        self.told[sentence.number] = receivers
        if sentence.step is not None:
            self._told_in_step[sentence.block.number, sentence.step] = receivers

    def told_above(self, sentence: Sentence) -> list[Member]:
        """The receivers of the sentence that introduces this one, or of the step this sub-step belongs to."""
        if sentence.introduced_by is not None and sentence.introduced_by in self.told:
            return self.told[sentence.introduced_by]
        step = sentence.step
        while step is not None and "." in step:
            step = step.rpartition(".")[0]
            if (sentence.block.number, step) in self._told_in_step:
                return self._told_in_step[sentence.block.number, step]
        return []

    def block(self, block: Block) -> BlockState:
        """The state of a block."""
        return self._blocks.setdefault(block.number, BlockState())

    def strand(self, block: Block) -> BlockState:
        """The state shared by the blocks under one purpose heading."""
        return self._strands.setdefault(block.strand, BlockState())

    def levels(self, block: Block) -> tuple[BlockState, ...]:
        """The states to look in, the nearest first; a text without headings has one level only."""
        return (self.block(block), self.strand(block), self.document)

    def reached(self, block: Block, target: Member, datasets: dict[str, Identifiability]) -> None:
        """Remember that data sets reached ``target``."""
        for level in self.levels(block):
            level.holdings.setdefault(target, {}).update(datasets)
            if target in level.receivers:
                level.receivers.remove(target)
            level.receivers.append(target)

    def holdings(self, block: Block, member: Member) -> Holdings:
        """What ``member`` holds by what was read so far: in this block, else under this purpose heading.

        Only a text without purposes is searched as a whole, for under another purpose other data moves.
        """
        levels = self.levels(block) if block.purpose is None else self.levels(block)[:2]
        for level in levels:
            if level.holdings.get(member):
                return level.holdings[member]
        return {}

    def sender(self, block: Block) -> Member | None:
        """Whom an introduction named as the sender of what follows."""
        return self.block(block).sender or self.strand(block).sender
