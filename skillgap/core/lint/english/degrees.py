"""What is left of a statement without its degree: no adverbs, numbers, sizes or quantities."""

from __future__ import annotations

import re

from skillgap.core.lint.english.lexicon import words
from skillgap.core.lint.english.verbs import stems

_WORD = re.compile(r"[a-zà-ÿ]+(?:['-][a-zà-ÿ]+)*[+#]*|\d[\d.,]*[a-z%+]*")
_NUMBERS = words("""
zero one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty hundred
hundreds thousand thousands million millions dozen dozens single double triple first second third once twice
half couple few fewer several many more most much less least multiple numerous various some all every any each
lot lots number variety range handful majority plenty enough both another
""")
_DEGREES = words("""
basic simple easy small minor little limited moderate medium intermediate average normal regular routine
standard typical common large larger largest big bigger great greater major high higher highest low lower
advanced complex complicated difficult hard harder hardest challenging sophisticated deep deeper broad broader
wide wider extensive comprehensive thorough strong stronger good better best excellent outstanding exceptional
solid sound poor fair weak decent expert proficient competent skilled significant considerable substantial
important general overall full complete partial short long longer new-found working elementary fundamental
introductory superior exemplary
""")
_ADVERBS = words("""
always often sometimes seldom rarely frequently ever usually well very quite rather somewhat too so almost
nearly also even just still already fairly pretty really far further deep fast hard again occasionally now then
generally
""")
_KEPT = words("""
independently autonomously alone publicly privately automatically manually remotely internally externally
locally globally jointly solely daily weekly monthly quarterly yearly annually only early supply apply reply
rely comply family assembly anomaly anomalies friendly user-friendly assembly monopoly italy july multiply imply
ally rally tally concurrently asynchronously synchronously incrementally horizontally vertically statically
dynamically securely anonymously collaboratively cross-functionally verbally orally
""")
_NUMBERED = re.compile(r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|multi|single|double)-(?=[a-z])")
_PHRASES = re.compile(
    r"\b(?:with (?:great |full |some |little )?(?:ease|confidence|difficulty|skill|precision)"
    r"|(?:in|for|under) (?:most|some|all|many|a few|certain|nearly all) (?:cases|situations|circumstances|tasks)"
    r"|(?:most|some|all|part) of the time|from time to time|on occasions?|(?:on|at) a regular basis"
    r"|(?:at|to) (?:a|an) [a-z-]+ (?:level|standard|degree|extent)|to (?:some|a certain) (?:extent|degree)"
    r"|when(?:ever)? (?:needed|asked|required|necessary)|as (?:needed|required|appropriate|necessary))\b"
)
_FRAME = words("""
i i've i'm you you've you're we we've they they've he she can could may might will would should must do does did
have has had having am is are was were be been being able capable to the a an of at and or in with on for my me
""")


def without_degree(text: str) -> tuple[str, ...]:
    """Give the words of a statement that say something, as base forms in order.

    Two statements with the same words differ in an adverb, a number, a size or a quantity and in nothing that could be
    observed; adverbs of independence, publicity and the like say something and stay.
    """
    plain = _PHRASES.sub(" ", text.lower().replace("\u2019", "'"))
    words = _WORD.findall(_NUMBERED.sub("", plain))
    return tuple(_base(word) for word in words if not _is_degree(word))


def _is_degree(word: str) -> bool:
    if word in _KEPT:
        return False
    if word[0].isdigit() or word in _NUMBERS or word in _DEGREES or word in _ADVERBS or word in _FRAME:
        return True
    return word.endswith("ly") and len(word) > 4


def _base(word: str) -> str:
    stem = stems().get(word)
    if stem:
        return stem
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
