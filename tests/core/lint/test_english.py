"""What is told of English sentences, in the person, mood and form that authors use."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.core.lint.english import is_english, rests_on, vague_words, without_degree
from skillgap.core.lint.english.numbers import value_of


@pytest.mark.parametrize(
    "text",
    [
        "Designs services with their failure modes.",
        "Can design a schema.",
        "Designing schemas and reviewing those of others.",
        "Able to explain joins.",
        "Is able to find the version in a report.",
        "Capable of running an incident.",
        "Design a schema and document it.",
        "I have built a test set.",
        "I've traced crashes to a change.",
        "I effectively and quickly debug cross-module issues.",
        "You ship complete solutions in small patches.",
        "The engineer writes code that others can read.",
        "A person at this level can lead a review.",
        "Consistently leads incidents as commander.",
        "Has not only run but designed experiments.",
        "Good knowledge of SQL; can tune a slow query.",
        "Understands indexes and can explain when one helps.",
        "Knows how to build the system from the command line.",
        "Is on call for the team's services.",
        "Is the go-to person for billing.",
        "Responsible for the hiring of a squad.",
        "Line-manages two people.",
        "Fine-tunes models on our data.",
        "I thank colleagues for reviews.",
        "Refactorises modules the team shares.",
        "Mentors juniors.",
        "I have masked personal data in a feature.",
        "Improved uptime by moving the queue.",
        "Doesn\u2019t wait for tickets but opens them.",
    ],
)
def test_deeds_are_seen_in_every_form(text: str) -> None:
    assert rests_on(text) == "deed"


@pytest.mark.parametrize(
    "text",
    [
        "Good knowledge of Python.",
        "Strong SQL skills",
        "Python expert",
        "Basic understanding of planning and testing",
        "Has advanced knowledge of Kubernetes.",
        "Extensive experience in data modelling, dashboards and reports",
        "I have strong prompt skills.",
        "Advanced design skills",
        "Expertise in machine learning",
        "Python, SQL, pandas",
        "Proven track record",
    ],
)
def test_nouns_are_no_deeds(text: str) -> None:
    assert rests_on(text) == "nothing"


@pytest.mark.parametrize(
    "text",
    ["Understands indexes.", "I know SQL.", "Is aware of the risks.", "Familiar with Docker.", "Appreciates tests."],
)
def test_states_of_mind_are_no_deeds(text: str) -> None:
    assert rests_on(text) == "state"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I get good results with various models.", ["good", "various"]),
        ("Is familiar with some tools.", ["familiar with", "some"]),
        ("Good knowledge of Python 3.", ["Good"]),
        ("Communicates effectively and handles complex problems well.", ["effectively", "complex", "well"]),
        ("Has a deep understanding of networks.", ["deep understanding"]),
        ("Writes better code than most.", []),
        ("Solves problems better than most.", ["better than most"]),
    ],
)
def test_vague_words_are_named(text: str, words: list[str]) -> None:
    assert list(vague_words(text)) == words


@pytest.mark.parametrize(
    "text",
    [
        "Ships well-tested features as well as their documentation.",
        "Has compared some models on 50 labelled questions.",
        "Raised a good share of answers from 60 to 80 %.",
        "Sometimes pairs with someone from another team.",
        "Navigates unfamiliar code.",
        "Follows good practice for names.",
        "Trains deep networks with strong consistency guarantees.",
        "Cuts latency by various means, with figures before and after.",
        "Asks domain experts.",
    ],
)
def test_words_that_can_be_observed_are_not_vague(text: str) -> None:
    assert list(vague_words(text)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("I can sometimes design a schema.", "I can always design a schema."),
        ("Often tests", "Tests often"),
        ("Leads one project.", "Leads several projects."),
        ("Designs simple services", "Designs complex services"),
        ("Basic knowledge of SQL", "Advanced knowledge of SQL"),
        ("Debugs in some cases", "Debugs in most cases"),
        ("I have shipped 2 services", "I have shipped twelve services."),
        ("Writes tests with ease", "Writes tests thoroughly"),
    ],
)
def test_a_degree_makes_no_difference(one: str, other: str) -> None:
    assert without_degree(one) == without_degree(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Designs services with help", "Designs services independently"),
        ("Mentors a colleague", "Mentors the department"),
        ("Presents to the team", "Presents publicly to the team"),
        ("Has not designed a schema", "Has designed a schema"),
        ("Reads C++", "Reads C#"),
        ("Deploys manually", "Deploys automatically"),
    ],
)
def test_scope_independence_and_publicity_make_one(one: str, other: str) -> None:
    assert without_degree(one) != without_degree(other)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("48", 48),
        ("1,024", 1024),
        ("forty-eight", 48),
        ("one hundred and twenty", 120),
        ("a dozen", 12),
        ("several", None),
    ],
)
def test_numbers_in_words(text: str, value: int | None) -> None:
    assert value_of(text) == value


def test_other_languages_are_left_alone() -> None:
    french = ("J'écris du code propre et j'utilise pandas efficacement", "Je construis des pipelines de données") * 4
    assert not is_english("en", french)
    assert not is_english("de", ("Designs the schema of a service.",))
    assert is_english("en-GB", ("Designs the schema of a service.", "Can explain how it is used."))
    assert is_english("en", ("Python", "Good knowledge", "Ships it"))


@given(text=st.text(max_size=60))
def test_any_text_can_be_looked_at(text: str) -> None:
    assert rests_on(text) in ("deed", "state", "nothing")
    assert all(word in text for word in vague_words(text))
    assert without_degree(text) == without_degree(f"often {text} well")
