"""Lists whose entries stand in groups under headings, divided over columns and slides."""

from __future__ import annotations

from collections.abc import Sequence

from deck.ground.dataclass import dataclass
from deck.layouts.frame.distribution import Block, balanced, blocks
from deck.model.content import Item
from deck.model.text import Paragraph


@dataclass(frozen=True, slots=True)
class Group:
    """A group's heading, without paragraphs where it has none, and its blocks: the first begins with the heading."""

    heading: tuple[Paragraph, ...]
    blocks: Sequence[Block]


@dataclass(frozen=True, slots=True)
class Entries:
    """A list's entries: each outermost one with entries below it is the heading of these, who are counted through."""

    groups: Sequence[Group]

    @classmethod
    def of(cls, items: Sequence[Item], *, numbered: bool, kept: int = 1) -> Entries:
        """The entries of these items; without any group, they are all of one that has no heading.

        A heading is not broken from the first `kept` entries of its group.
        """
        if not any(item.items for item in items):
            return cls([Group((), blocks(items, numbered=numbered))])
        groups, count = [], 1
        for item in items:
            heading = item.text.paragraphs if item.items else ()
            below = item.items or (item,)
            entries = blocks(below, numbered=numbered, level=1, first=count)
            head = (*heading, *(paragraph for block in entries[:kept] for paragraph in block))
            groups.append(Group(heading, [head, *entries[kept:]]))
            count += len(below)
        return cls(groups)

    @property
    def blocks(self) -> list[Block]:
        """All blocks, in order."""
        return [block for group in self.groups for block in group.blocks]

    @property
    def grouped(self) -> bool:
        """Whether any entries stand under a heading."""
        return any(group.heading for group in self.groups)

    def by_group(self, weights: Sequence[float], columns: int) -> list[list[Block]] | None:
        """The blocks in columns of which each holds one group or a part of one; None where there are too few."""
        if not 1 < len(self.groups) <= columns <= len(weights):
            return None
        parts, own = [1] * len(self.groups), []
        at = 0
        for group in self.groups:
            own.append(weights[at : at + len(group.blocks)])
            at += len(group.blocks)
        for _ in range(columns - len(parts)):
            room = [index for index, each in enumerate(own) if len(each) > parts[index]]
            parts[max(room, key=lambda index: sum(own[index]) / parts[index])] += 1
        divided = (balanced(*each) for each in zip([group.blocks for group in self.groups], own, parts, strict=True))
        return [column for group_columns in divided for column in group_columns]

    def headed(self, divided: list[list[Block]], columns: int) -> list[list[Block]]:
        """The columns, where a group that goes on on a further slide has its heading again."""
        headings = [group.heading for group in self.groups for _ in group.blocks]
        begins = [block is group.blocks[0] for group in self.groups for block in group.blocks]
        at, headed = 0, []
        for number, column in enumerate(divided):
            again = number > 0 and number % columns == 0 and not begins[at]
            headed.append([(*headings[at], *column[0]), *column[1:]] if again else column)
            at += len(column)
        return headed
