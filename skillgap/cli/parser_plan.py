"""Options of score and plan: when there is time, and what a person decided. Importing this costs argparse alone."""

from __future__ import annotations

import argparse


def number(text: str) -> float:
    """Read a number; argparse names this function in what it says of another word."""
    return float(text)


def time_options(parser: argparse.ArgumentParser) -> None:
    """Add what a calendar is made of. An option that is not given leaves a plan that is there as it is."""
    parser.add_argument("--hours", type=number, metavar="H", help="hours a week for the plan")
    parser.add_argument("--by", metavar="DATE", help="deadline, as in 2027-05-31; none for no deadline")
    parser.add_argument("--start", metavar="DATE", help="first day of the plan (today)")
    parser.add_argument(
        "--holiday", metavar="FROM..TO", action="append", help="days without hours, as in 2026-12-21..2027-01-03"
    )
    parser.add_argument(
        "--period", metavar="FROM..TO=H", action="append", help="days with other hours a week, as in FROM..TO=3"
    )
    parser.add_argument("--no-holidays", action="store_true", help="drop the holidays and periods of the plan")
    parser.add_argument(
        "--weekdays",
        metavar="M,T,W,T,F,S,S",
        help="hours on Monday to Sunday, as in 2,0,2,0,0,4,0; --hours is their sum",
    )
    parser.add_argument("--review", type=int, metavar="PERCENT", help="share of the hours kept for review (15)")
    parser.add_argument(
        "--pace", type=number, metavar="X", help="your hours for a typical hour (learned from done steps)"
    )
    parser.add_argument(
        "--include-experience",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="schedule steps that need experience at work like the rest",
    )
    parser.add_argument(
        "--must-haves-first",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="steps towards must-haves come first",
    )
    parser.add_argument("--today", metavar="DATE", help="the date to write (today), for repeatable output")


def choice_options(parser: argparse.ArgumentParser) -> None:
    """Add what a person decides; it is kept in the plan."""
    parser.add_argument(
        "--pin",
        metavar="STEP=WEEK",
        action="append",
        help="begin a step in a week (5) or in that of a day (2027-01-11)",
    )
    parser.add_argument("--first", metavar="STEP", action="append", help="do a step, and what it needs, first")
    parser.add_argument(
        "--exclude", metavar="STEP[=WHY]", action="append", help="leave out a step, or all steps of a skill"
    )
    parser.add_argument(
        "--good-enough",
        metavar="SKILL[:LEVEL][=WHY]",
        action="append",
        help="a level (the present one) is good enough: higher steps leave the plan, never the report",
    )
    parser.add_argument("--project", metavar="ID", action="append", help="do several steps as a project of the pack")
    parser.add_argument(
        "--best-projects", action="store_true", help="take the projects that bring most, in place of those taken so far"
    )
    parser.add_argument(
        "--forget", metavar="ID", action="append", help="take back what was decided about a step, skill or project"
    )
