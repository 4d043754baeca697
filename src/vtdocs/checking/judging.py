"""Asks every rule about a paper and makes a report of what they say: severities, places, what was accepted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from vtdocs.diagnostics import Severity, sort_diagnostics
from vtdocs.readers.docx.composing import compose
from vtdocs.readers.docx.reading import read_docx

from .components import COMPONENTS
from .finding import Finding, Place, Slip
from .office import Office
from .paper import Paper, Part, Regime
from .profile import ND30, Acceptance, Profile
from .recognising import recognise
from .registry import Rule, all_rules, rules_of_form
from .report import Found, Report

__all__ = ["ANY_REGIME", "check_docx", "judge"]

# Families that speak of any paper; all others judge by the decree, which a paper of another law does not owe.
ANY_REGIME = frozenset({"che_do", "chinh_ta", "go_may", "ky_tu"})


def check_docx(
    source: Path | bytes,
    *,
    name: str | None = None,
    profile: Profile = ND30,
    acceptances: Iterable[Acceptance] = (),
    office: Office | None = None,
    only_form: bool = False,
) -> Report:
    """Read a Word file and judge it; `name` is what the report calls it. Raises ReadError."""
    return judge(recognise(read_docx(source, name), office), profile, acceptances, only_form=only_form)


def judge(
    paper: Paper, profile: Profile = ND30, acceptances: Iterable[Acceptance] = (), *, only_form: bool = False
) -> Report:
    """Ask every rule that applies to the paper; with `only_form` none of those that look at its words.

    A rule that fails is a fault of ours: its exception passes on, with a note that names the rule. Raises ValueError
    for a profile that makes an error of the law milder.
    """
    rules = rules_of_form() if only_form else all_rules()
    _check_profile(profile, rules.values())
    findings: list[Finding] = []
    for rule in rules.values():
        if paper.regime is not Regime.ND30 and rule.family not in ANY_REGIME:
            continue
        severity = profile.severities.get(rule.id, rule.severity)
        if severity is not None:
            findings += (_make_finding(rule, slip, severity, paper.observed.name) for slip in _ask(rule, paper))
    # Of what was not asked nobody knows whether it is still to be accepted.
    asked = tuple(acceptance for acceptance in acceptances if not only_form or acceptance.rule in rules)
    kept, accepted, unused = _accept(findings, asked, paper)
    return Report(
        name=paper.observed.name,
        findings=_in_order(kept),
        regime=paper.regime,
        components=tuple(
            Found(key, name, _words_of(part))
            for key, name in COMPONENTS.items()
            if (part := paper.part(key)) is not None
        ),
        unsure=paper.unsure,
        profile=profile.name,
        accepted=_in_order(accepted),
        unused=unused,
        office=paper.office.name if paper.office else "",
        kind=paper.loai.ten if paper.loai else "",
        only_form=only_form,
    )


def _words_of(part: Part) -> str:
    """Give the words of a component; what stands alike in the headers of several pages is said once."""
    return " ".join(dict.fromkeys(line.text for line in part.lines if line.text))


def _ask(rule: Rule, paper: Paper) -> Iterator[Slip]:
    try:
        yield from rule.check(paper)
    except Exception as error:
        error.add_note(f"rule {rule.id}")
        raise


def _check_profile(profile: Profile, rules: Iterable[Rule]) -> None:
    for rule in rules:
        severity = profile.severities.get(rule.id, rule.severity)
        if rule.severity is Severity.ERROR and severity is not Severity.ERROR:
            raise ValueError(f"profile {profile.name!r} makes {rule.id} milder, which is an error of the law")


def _make_finding(rule: Rule, slip: Slip, severity: Severity, name: str) -> Finding:
    # A slip is milder than its rule where the rule is less sure: no house makes it surer.
    mildest = severity if slip.severity is None else min(severity, slip.severity)
    places = tuple(replace(place, file=name) for place in slip.places)
    return Finding(
        code=rule.id,
        severity=mildest,
        message=slip.message,
        location=places[0] if places else Place(file=name),
        hint=slip.hint,
        source=rule.source,
        rule=rule.title,
        places=places,
        found=slip.found,
        expected=slip.expected,
        replacements=slip.replacements,
    )


def _in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(finding for finding in sort_diagnostics(findings) if isinstance(finding, Finding))


# --- acceptances --------------------------------------------------------------------------------------------------


def _accept(
    findings: Sequence[Finding], acceptances: tuple[Acceptance, ...], paper: Paper
) -> tuple[list[Finding], list[Finding], tuple[Acceptance, ...]]:
    """Part the findings: what stays, what is accepted; give the acceptances that nothing was found for as well.

    Of a finding with several places those are accepted whose words are named, and the others stay.
    """
    if not acceptances:
        return list(findings), [], ()
    kept: list[Finding] = []
    accepted: list[Finding] = []
    used: set[Acceptance] = set()
    texts = _Texts(paper)
    for finding in findings:
        rest = finding.places
        for acceptance in acceptances:
            if acceptance.rule != finding.code:
                continue
            taken = tuple(place for place in rest if texts.holds(place, acceptance.words))
            if taken or (not acceptance.words and not finding.places):
                used.add(acceptance)
                rest = tuple(place for place in rest if place not in taken)
                accepted.append(_narrow(finding, taken, texts, acceptance.reason))
                if not rest:
                    break
        else:
            kept.append(_narrow(finding, rest, texts))
    return kept, accepted, tuple(acceptance for acceptance in acceptances if acceptance not in used)


def _narrow(finding: Finding, places: tuple[Place, ...], texts: _Texts, reason: str = "") -> Finding:
    """Give a finding of some of its places alone. What was said of all of them, counts and examples, is not said."""
    if len(places) == len(finding.places):
        return replace(finding, accepted=reason)
    from .spans import shown  # else only rules of words need it

    first = finding.places[0]
    right = dict(zip(finding.places, finding.replacements, strict=False))
    kept = tuple(right[place] for place in places if place in right)
    words = [texts.stretch(place) for place in places]
    # Only where the rule itself named what stands at its places.
    is_told = bool(words) and all(words) and f"“{texts.stretch(first)}”" in finding.message
    found, expected = "", finding.expected
    if finding.found and finding.found in texts.around(first):
        is_first = places[:1] == (first,)
        found = finding.found if is_first else words[0] if is_told else ""
        expected = finding.expected if is_first else kept[0] if kept else ""
    return replace(
        finding,
        message=f"{finding.rule}: {shown(words)}" if is_told else finding.rule,
        places=places,
        location=places[0] if places else finding.location,
        accepted=reason,
        found=found,
        expected=expected,
        replacements=kept,
    )


class _Texts:
    """The words around a place and at it; of headers and notes those that the place itself shows."""

    def __init__(self, paper: Paper) -> None:
        self._paragraphs = paper.observed.paragraphs
        self._texts: dict[Place, str] = {}

    def stretch(self, place: Place) -> str:
        """The words that a place is about, "" where it is a whole paragraph or stands outside the text."""
        text = self.around(place)
        return text[place.start : place.end].strip(" ,.;") if None not in (place.start, place.end) else ""

    def around(self, place: Place) -> str:
        """The text of the paragraph of a place, "" outside the text."""
        number = place.paragraph or 0
        if 0 < number <= len(self._paragraphs) and self._paragraphs[number - 1].part == place.part:
            return self._paragraphs[number - 1].text
        return ""

    def holds(self, place: Place, words: str) -> bool:
        """Whether the paragraph of a place holds some words."""
        if place not in self._texts:
            self._texts[place] = _plain(self.around(place) or place.words)
        return _plain(words) in self._texts[place]


def _plain(text: str) -> str:
    return " ".join(compose(text).split())
