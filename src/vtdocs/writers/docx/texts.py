"""The texts of cells, measured once: the lines that each takes in a room, and the room that it wants for its lines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, chain, pairwise, repeat

from msgspec import Struct

from vtdocs.metrics import Ruler
from vtdocs.metrics.rulers import split_words

__all__ = ["CellText", "measure_lines", "measure_texts"]

# Of a text of more words a line more or less is nothing, and each room would hold other words.
_MANY_WORDS = 600


class CellText(Struct, eq=False, gc=False):
    """The text of a cell: words from `place` on in a row of words that it shares with others.

    Word `n` of that row reaches from `ends[n]` to before `ends[n + 1]`, in twips, the blank behind it counted in. The
    paragraphs of the text end before the words `stops`. Where there are `gaps`, some of its words are empty.
    """

    ends: Sequence[int]
    place: int
    stops: Sequence[int]
    blank: int
    load: int
    """How long it is on one endless row; for each row that it is merged down over, its part."""
    width: int
    """The room in which no line of it breaks."""
    gaps: bool = False
    share: int = 1
    """The rows that it is merged down over: each of them counts for its part."""
    known: dict[int, tuple[int, bool]] = {}
    """For so many lines a room that is enough, and whether it is the least."""

    def lines(self, room: int) -> int:
        """Count its lines in a room of so many twips, filled as `count_lines` does; of very long texts nearly."""
        fewest = -(-len(self.stops) // self.share)
        if self.width <= room:
            return fewest
        if self.stops[-1] - self.place > _MANY_WORDS:
            return max(fewest, -(-self.load // room))
        ends, place, blank, gaps = self.ends, self.place, self.blank, self.gaps
        count = 0
        for stop in self.stops:
            start = ends[place]
            while place < stop:
                after = bisect_right(ends, start + room + blank, place + 1, stop + 1) - 1
                if after == place:
                    # A word wider than the line is cut; what is left of it opens the next one.
                    cut = (ends[place + 1] - blank - start - 1) // room
                    count, start = count + cut, start + cut * room
                    continue
                count, place = count + 1, after
                while gaps and place < stop and ends[place + 1] - ends[place] == blank:
                    place += 1
                start = ends[place]
        return -(-count // self.share)

    def fit(self, most: int, room: int) -> int:
        """Give the least room, from `room` on, in which it takes at most so many lines.

        Its longest word has to fit into `room`, and each of its paragraphs has to have a line. What is found is kept:
        in a search the same is asked several times over.
        """
        if self.stops[-1] - self.place > _MANY_WORDS:
            return max(room, min(self.width, -(-self.load // most)))
        known = self.known
        if known is None:
            known = self.known = {}
        enough, is_least = known.get(most, (self.width, False))
        if enough <= room:
            return room
        if is_least:
            return enough
        lines = most * self.share
        # What is printed on all lines, less the blanks that hang over, is as long as the text at least.
        least = max(room, -(-self.load // most) - self.blank)
        holds, found = (True, least) if least >= enough else self._try(lines, least)
        if holds and least == room:
            known[most] = found, False
            return room
        while not holds:
            least = found
            holds, found = (True, least) if least >= enough else self._try(lines, least)
        known[most] = least, True
        return least

    def _try(self, most: int, room: int) -> tuple[bool, int]:
        """Tell whether it fits on so many lines; and the least room that holds the same words on each of them.

        If it does not fit, the latter is the least in which one of the lines holds another word.
        """
        ends, place, gaps = self.ends, self.place, self.gaps
        reach = room + self.blank
        longest, longer, count = 0, self.width + self.blank, 0
        for stop in self.stops:
            while place < stop:
                if count == most:
                    return False, longer - self.blank
                start = ends[place]
                place = bisect_right(ends, start + reach, place + 1, stop + 1) - 1
                count += 1
                line = ends[place] - start
                if line > longest:
                    longest = line
                while gaps and place < stop and ends[place + 1] - ends[place] == self.blank:
                    place += 1
                if place < stop:
                    line = ends[place + 1] - start
                    if line < longer:
                        longer = line
        return True, longest - self.blank


def measure_texts(texts: Sequence[str], ruler: Ruler, share: int = 1) -> tuple[list[CellText], list[int]]:
    """Measure texts together, none of them empty: all words of a table at once cost half of one text by one.

    Gives them, and the widths of all words, a blank counted in with each.
    """
    joined = " ".join(texts)
    if "\n" in joined or "\t" in joined or "  " in joined or joined[:1] == " " or joined[-1:] == " ":
        return _measure_paragraphs(texts, ruler, share)
    words = [*map(str.split, texts, repeat(" "))]
    widths = [*map(ruler.__getitem__, chain.from_iterable(words))]
    ends = [*accumulate(widths, initial=0)]
    blank, place = ruler.blank, 0
    cells = []
    for stop in accumulate(map(len, words)):
        load = ends[stop] - ends[place]
        cells.append(CellText(ends, place, (stop,), blank, -(-load // share), load - blank, False, share))
        place = stop
    return cells, widths


def _measure_paragraphs(texts: Sequence[str], ruler: Ruler, share: int) -> tuple[list[CellText], list[int]]:
    """Measure texts some of which have several paragraphs, or more than one blank between words."""
    lines = [[*map(split_words, text.split("\n"))] for text in texts]
    widths = [*map(ruler.__getitem__, chain.from_iterable(chain.from_iterable(lines)))]
    ends = [*accumulate(widths, initial=0)]
    blank, place = ruler.blank, 0
    cells = []
    for paragraphs in lines:
        stops = [*accumulate(map(len, paragraphs), initial=place)]
        longest = max([ends[stop] - ends[start] for start, stop in pairwise(stops)]) - blank
        load = ends[stops[-1]] - ends[place]
        cells.append(CellText(ends, place, stops[1:], blank, -(-load // share), longest, True, share))
        place = stops[-1]
    return cells, widths


def measure_lines(lines: Sequence[Sequence[int]], blank: int, share: int = 1) -> CellText:
    """Measure a text by the widths of the words of its lines, a blank counted in with each word."""
    ends = [*accumulate((width for line in lines for width in line), initial=0)]
    stops = [*accumulate(map(len, lines))]
    widths = [ends[stop] - ends[start] - blank for start, stop in pairwise([0, *stops])]
    return CellText(ends, 0, stops, blank, -(-ends[-1] // share), max(widths), True, share)
