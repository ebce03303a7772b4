"""The calibrated model: from ratings, evidence and checks to probabilities, one person at a time.

Pure arithmetic on a scale 0..top that the caller gives; nothing here knows a framework, a file or a screen.
Import the module you need, so that a command pays only for that:

`facts` what was said: `SkillFacts`, `Evidence`, `Item`, `CheckOutcome` · `assumptions` every constant ·
`posterior` `believe` and `headline` · `questions` `next_question` · `levers` `strongest_levers`, `rank_ratings` ·
`explain` `explain_skill`, `explain_readiness` · `contrasts` blind spots · `overclaiming` foils · `consistency`
anchors, prerequisites, uniform answers · `calibration` Brier score · `notes` what to tell the person.
"""
