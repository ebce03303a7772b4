"""Words that hide a judgement or a number, where nothing beside them can be observed."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SKILL = (
    r"(?:knowledge|understanding|grasp|command(?!-)|skills?|experience|expertise|background|foundations?|familiarity"
    r"|awareness|abilit(?:y|ies)|judge?ment|proficiency|communicator|leader|results?|coder|code)"
)
_HOW_STRONG = (
    r"(?:strong|solid|deep|thorough|extensive|broad|sound|fair|reasonable|nice|proper|adequate|in-depth|working|basic"
    r"|general|limited|expert(?:[\s-]level)?)"
)
_WELL_DONE = (
    r"(?:as|known|defined|documented|tested|structured|understood|written|formed|designed|factored|architected|being|over"
    r"|under|beyond|before|after|scoped|organi[sz]ed|reasoned|established|within|ahead|log|data|past)"
)
_TASK = r"(?:problems?|systems?|projects?|issues?|tasks?|situations?|solutions?|work|cases?|topics?|and\s+ambiguous)"
_MOST_PEOPLE = r"(?:most|others|average|my|the|peers|colleagues|anyone)"
_VAGUE = re.compile(
    r"\b(?:"
    + "|".join(
        (
            # how many
            r"some(?!\s+of\s+(?:my|our|their|your|the)\b)(?=\s)",
            r"various|numerous|miscellaneous|certain\s+(?:kinds?|types?|aspects?|cases)|and\s+so\s+(?:on|forth)",
            r"(?:a\s+)?lots?\s+of|a\s+number\s+of|all\s+(?:kinds|sorts)\s+of",
            r"(?:a|the)\s+(?:(?:wide|large|great|broad)\s+)?variety\s+of",
            # how good
            r"good(?!-|\s+(?:enough|faith|first|standing|practices?))|great(?!er|est|\s+lengths)|excellent(?:ly)?|superb|decent|amazing",
            r"outstanding(?!\s+(?:\w+\s+){0,2}(?:issues?|work|tasks?|tickets?|bugs?|questions?))|exceptional(?:ly)?",
            rf"world-class|best-in-class|high[\s-]quality|(?<!-)complex(?=\s+{_TASK}\b)",
            rf"{_HOW_STRONG}\s+(?:(?:technical|working|practical|theoretical|general|analytical)\s+)?{_SKILL}",
            # how able
            r"familiar(?:ity)?\s+with|(?<=\bam\s)familiar|(?<=\bis\s)familiar|proficien(?:t(?:ly)?|cy)|competent(?:ly)?",
            r"comfortabl[ey]|skilled(?=\s+(?:in|at|with)\b)|skill?ful(?:ly)?|adept|knowledgeable|well[\s-]versed",
            r"(?<!-)experienced(?=\s+(?:in|at|with|user)\b)|fluent(?:ly)?|conversant|savvy|at\s+ease|confidently",
            r"confident(?=\s+(?:in|with|at|about|using)\b)|(?:an?\s+)?(?:\w+\s+)?expert(?=\s+(?:in|at|on|with)\b)",
            # how well
            rf"(?<!as\s)well(?!\s*-|\s+{_WELL_DONE}\b)",
            r"properly|effectively|adequately|appropriately|sufficiently|satisfactorily|nicely",
            # compared with whom
            rf"better\s+than\s+{_MOST_PEOPLE}|above[\s-]average|(?:more|less)\s+\w+\s+than\s+{_MOST_PEOPLE}",
            r"than\s+(?:most|my)\s+(?:people|peers|colleagues|others)",
        )
    )
    + r")\b",
    re.IGNORECASE,
)
_OBSERVABLE = re.compile(
    r"%|\b(?:(?:two|three|four|five|six|seven|eight|nine|ten|twelve|dozens?|hundreds?|thousands?|millions?)"
    r"|before[\s-]+and[\s-]+after|measured|measurabl[ey]|percent(?:age)?s?|counted|benchmarked"
    r"|against\s+(?:a|the)\s+(?:baseline|target|goal))\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![\w.-])\d[\d.,]*\+?(?![A-Za-z])")
_WORD_BEFORE = 40


def vague_words(text: str) -> Iterator[str]:
    """Give the vague words of a statement; none when it holds a number or a measurement that can be observed."""
    if not _is_observable(text):
        for match in _VAGUE.finditer(text):
            yield match[0].strip()


def _is_observable(text: str) -> bool:
    if _OBSERVABLE.search(text):
        return True
    return any(not _is_version(text, match.start()) for match in _NUMBER.finditer(text))


def _is_version(text: str, at: int) -> bool:
    """Whether a number belongs to a name, as in Python 3: a capital leads the word before it, and not the sentence."""
    before = text[max(0, at - _WORD_BEFORE) : at].split()
    return len(before) > 1 and before[-1][0].isupper()
