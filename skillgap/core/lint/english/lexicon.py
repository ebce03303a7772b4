"""Lists of words, written as text."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Give the words of a text."""
    return frozenset(text.split())


SUBJECTS = words("i i've i'm i'd you you're you've we we're we've they they're they've he she it")
"""Pronouns for the person who does it."""
ACTORS = words("i you we they")
"""Pronouns that only a verb follows."""
AUXILIARIES = words("""
can could may might will would shall should must do does did have has had having am is are was were be been
being not never cannot can't don't doesn't able capable to ready trusted expected starting beginning ability
known
""")
"""Verbs and phrases that only lead to another verb."""
MODALS = words("can could will would shall should must cannot can't don't doesn't to")
"""After these any word is a verb."""
PREPOSITIONS = words("""
of in with for on about at to from into over under across within through by as and or per regarding between
among beyond
""")
"""What may follow a noun."""
DETERMINERS = words("""
a an the this that these those their its his her my our your own each every all both any new other others people
how what why where which when up out off down
""")
"""What may follow a verb and not a noun."""
ADVERBS = words("""
also always often sometimes usually rarely never ever still already just even only mostly well first then now
together alone again perhaps maybe both either consistently hands-on thereby further more less very quite
""")
"""Adverbs without -ly."""
NOUNS = words("""
understanding training learning engineering programming testing planning modelling modeling coding marketing
reporting monitoring networking thinking accounting pricing tooling scripting mentoring processing computing
something nothing anything everything during evening morning building being
""")
"""Gerunds that are mostly nouns."""
QUALITIES = words("""
advanced experienced skilled limited detailed extended proven in-depth dedicated unskilled talented gifted
qualified interested motivated unmotivated related untrained seasoned versed acquainted inexperienced
""")
"""Participles that are adjectives, even after have."""
QUALITIES_ALONE = QUALITIES | words("distributed automated embedded structured educated trained")
"""Participles that are adjectives at the head of a phrase."""
NOT_VERBS = words("""
appropriate adequate accurate intermediate candidate certificate climate template private ultimate separate
moderate immediate corporate date rate state associate graduate alternate aggregate estimate delicate duplicate
legitimate passionate fortunate elaborate considerate articulate
""")
"""Words in -ate that are no verbs."""
PLURALS = words("""
skills basics analytics statistics mathematics ethics metrics physics economics logistics dynamics graphics
semantics communications operations relations systems tools knows is has this its was does less access process
business success progress stress awareness readiness effectiveness consciousness always across previous various
numerous serious obvious continuous sometimes perhaps besides towards afterwards
""")
"""Words in -s that are no verbs."""
STATE_WORDS = words("aware familiar comfortable proficient conversant fluent acquainted interested")
"""Adjectives for knowing and feeling."""
DEED_WORDS = words("responsible accountable")
"""Adjectives for owning an outcome."""
PERFECT = words("have has had i've you've we've they've")
"""After these a participle tells of something done."""
ACTIVE = words("effective prolific proactive successful active instrumental involved good great")
"""Adjectives that lead to a deed, as in "effective in leading"."""
ROLES = words("go-to on-call in-charge")
"""What others rely on a person for."""
PARTICLES = words("up out off down in on over through")
"""Ends of verbs such as follow-up."""
OF_NOUNS = words("of skill skills knowledge experience expertise basics fundamentals principles concepts")
"""After these words a gerund was a noun."""
