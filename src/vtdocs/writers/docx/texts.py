"""The texts of cells, measured once: the lines that each takes in a room, and the room that it wants for its lines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, chain, pairwise, repeat

from msgspec import Struct

from vtdocs.metrics import Ruler
from vtdocs.metrics.rulers import split_words

__all__ = ["CellText", "Paragraphs", "measure_lines", "measure_texts"]

# Of a text of so many words a line more or less is nothing, and each room would hold other words.
_MANY_WORDS = 601
_UNCOUNTED = 1 << 30  # more lines than are asked of any text


class CellText(Struct, eq=False, gc=False):
    """The text of a cell: one paragraph, its words parted by single blanks.

    Word `n` reaches from `ends[n]` to before `ends[n + 1]`, in twips, the blank behind it counted in.
    """

    ends: Sequence[int]
    blank: int
    load: int
    """How long it is on one endless row; for each row that it is merged down over, its part."""
    width: int
    """The room in which no line of it breaks."""
    share: int = 1
    """The rows that it is merged down over: each of them counts for its part."""
    room: int = 0
    """The room in which its lines were counted last, and below it what was found."""
    count: int = _UNCOUNTED
    longest: int = 0
    known: dict[int, tuple[int, bool]] | None = None
    """For so many lines a room that is enough, and whether it is the least."""

    @property
    def fewest(self) -> int:
        """The lines that it takes in any room: one for each paragraph."""
        return 1

    def lines(self, room: int) -> int:
        """Count its lines in a room of so many twips, filled as `count_lines` does; of very long texts nearly."""
        if self.width <= room:
            return self.fewest
        if len(self.ends) > _MANY_WORDS:
            return max(self.fewest, -(-self.load // room))
        if self.room != room:
            count, longest = self._count(room)
            self.room, self.count, self.longest = room, -(-count // self.share), longest - self.blank
        return self.count

    def _count(self, room: int) -> tuple[int, int]:
        """Fill lines; give their number, and how long the longest of them is with the blank behind it."""
        ends, reach = self.ends, room + self.blank
        start, longest, whole = ends[0], 0, len(ends)
        for count in range(1, whole):
            after = bisect_right(ends, start + reach)
            length = ends[after - 1] - start
            if length > longest:
                longest = length
            if after == whole:
                return count, longest
            start += length
        # A word is wider than the line.
        return self._count_cut(room), reach

    def _count_cut(self, room: int) -> int:
        """Fill lines where words are cut; what is left of one opens the next line."""
        ends, reach = self.ends, room + self.blank
        start, count = ends[0], 0
        while start < ends[-1]:
            after = bisect_right(ends, start + reach)
            if ends[after - 1] > start:
                count, start = count + 1, ends[after - 1]
            else:
                cut = (ends[after] - self.blank - start - 1) // room
                count, start = count + cut, start + cut * room
        return count

    def fit(self, most: int, room: int) -> int:
        """Give the least room, from `room` on, in which it takes at most so many lines.

        Its longest word has to fit into `room`, and each of its paragraphs has to have a line. What is found is kept:
        in a search the same is asked several times over.
        """
        if len(self.ends) > _MANY_WORDS:
            return max(room, min(self.width, -(-self.load // most)))
        # It fits where it was counted, and in any room that its longest line there leaves.
        enough, is_least = self.longest if self.count <= most else self.width, False
        if enough > room and self.known is not None:
            enough, is_least = self.known.get(most, (enough, False))
        if enough <= room:
            return room
        if is_least:
            return enough
        # What is printed on all lines, less the blanks that hang over, is as long as the text at least.
        least = max(room, -(-self.load // most) - self.blank)
        if least < enough:
            enough = self._try(most * self.share, least, enough)
        if self.known is None:
            self.known = {}
        self.known[most] = enough, enough > room
        return enough

    def _try(self, most: int, room: int, enough: int) -> int:
        """Give the least room between these two in which it takes so many lines.

        After each room the next is tried in which one of the lines holds another word.
        """
        ends, whole = self.ends, len(self.ends)
        reach, enough = room + self.blank, enough + self.blank
        while reach < enough:
            start, longer = ends[0], enough
            for _line in range(most):
                after = bisect_right(ends, start + reach)
                if after == whole:
                    return reach - self.blank
                length = ends[after] - start
                if length < longer:
                    longer = length
                start = ends[after - 1]
            reach = longer
        return enough - self.blank


class Paragraphs(CellText, eq=False, gc=False):
    """The text of a cell that has several paragraphs, which end before the words `stops`, or more than one blank
    between some of its words, which makes empty ones.
    """

    stops: Sequence[int] = ()

    @property
    def fewest(self) -> int:
        """The lines that it takes in any room: one for each paragraph."""
        return -(-len(self.stops) // self.share)

    def _count(self, room: int) -> tuple[int, int]:
        ends, blank = self.ends, self.blank
        count = longest = place = 0
        for stop in self.stops:
            start = ends[place]
            while place < stop:
                after = bisect_right(ends, start + room + blank, place + 1, stop + 1) - 1
                if after == place:
                    cut = (ends[place + 1] - blank - start - 1) // room
                    count, start, longest = count + cut, start + cut * room, room + blank
                    continue
                count, place = count + 1, after
                longest = max(longest, ends[place] - start)
                while place < stop and ends[place + 1] - ends[place] == blank:
                    place += 1
                start = ends[place]
        return count, longest

    def _try(self, most: int, room: int, enough: int) -> int:
        while room < enough:
            longer = self._lengthen(most, room)
            if longer is None:
                return room
            room = min(longer, enough)
        return enough

    def _lengthen(self, most: int, room: int) -> int | None:
        """Give the least room in which a line holds another word than in this one; `None` where this is enough."""
        ends, blank = self.ends, self.blank
        reach, longer = room + blank, self.width + blank
        count = place = 0
        for stop in self.stops:
            while place < stop:
                if count == most:
                    return longer - blank
                start = ends[place]
                place = bisect_right(ends, start + reach, place + 1, stop + 1) - 1
                count += 1
                while place < stop and ends[place + 1] - ends[place] == blank:
                    place += 1
                if place < stop:
                    longer = min(longer, ends[place + 1] - start)
        return None


def measure_texts(texts: Sequence[str], ruler: Ruler, share: int = 1) -> tuple[Sequence[CellText], list[int]]:
    """Measure texts together, none of them empty: a column at once costs two thirds of what its texts one by one do.

    Gives them, and the widths of all words, a blank counted in with each.
    """
    joined = " ".join(texts)
    if "\n" in joined or "\t" in joined or "  " in joined or joined[:1] == " " or joined[-1:] == " ":
        return _measure_paragraphs(texts, ruler, share)
    words = [*map(str.split, texts, repeat(" "))]
    widths = [*map(ruler.__getitem__, chain.from_iterable(words))]
    ends = [*accumulate(widths, initial=0)]
    blank = ruler.blank
    cells = []
    for start, stop in pairwise(accumulate(map(len, words), initial=0)):
        own = ends[start : stop + 1]
        load = own[-1] - own[0]
        part = load if share == 1 else -(-load // share)
        cells.append(CellText(own, blank, part, load - blank, share))
    return cells, widths


def _measure_paragraphs(texts: Sequence[str], ruler: Ruler, share: int) -> tuple[Sequence[CellText], list[int]]:
    """Measure texts some of which have several paragraphs, or more than one blank between words."""
    known = ruler.__getitem__
    cells: list[CellText] = []
    widths: list[int] = []
    for text in texts:
        lines = [[*map(known, split_words(line))] for line in text.split("\n")]
        cells.append(measure_lines(lines, ruler.blank, share))
        widths += chain.from_iterable(lines)
    return cells, widths


def measure_lines(lines: Sequence[Sequence[int]], blank: int, share: int = 1) -> Paragraphs:
    """Measure a text by the widths of the words of its lines, a blank counted in with each word."""
    ends = [*accumulate(chain.from_iterable(lines), initial=0)]
    stops = [*accumulate(map(len, lines))]
    width = max([ends[stop] - ends[start] for start, stop in pairwise([0, *stops])]) - blank
    return Paragraphs(ends, blank, -(-ends[-1] // share), width, share, stops=stops)
