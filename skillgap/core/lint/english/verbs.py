"""Verbs for what people do at work, in all their forms."""

from __future__ import annotations

from functools import cache

_DEEDS = """
abstract accelerate accept accommodate accompany achieve acquire act adapt add address adhere adjust administer
adopt advance advise advocate affect agree align allocate amend amplify analyse analyze announce annotate answer
anticipate apply appoint appraise approach approve arbitrate architect archive argue arrange articulate ask
assemble assert assess assign assist assume assure attach attain attempt attend attract audit augment author
authorise authorize automate avoid back back-test balance base baseline batch begin benchmark bind blend block
book boost bootstrap break bridge brief bring broaden broker budget build bundle cache calculate calibrate call
capture care carry cascade cast categorise categorize cause celebrate centralise centralize certify chair
challenge champion change chart chase check choose chunk clarify classify clean clear close cluster co-author
co-create coach code codify collaborate collate collect combine commission commit communicate compare compile
complete comply compose compress compute conceive condense conduct configure confirm connect consider
consolidate construct consult consume contain containerise containerize contribute control convert convey
convince cooperate coordinate co-ordinate cope copy correct correlate cost counsel count cover craft create
critique cross-check crystallise cultivate curate customise customize cut debate debug decide declare decompose
decouple dedicate deduplicate defend defer define delegate delete deliver demonstrate deploy deprecate derive
describe design detect determine develop devise devote diagnose differentiate digest direct discover discuss
disseminate distil distill distinguish distribute diversify divide do document dockerise dockerize double draft
draw drill drive drop earn edit educate elaborate elevate elicit eliminate embed embody embrace empathise
empathize employ empower enable encapsulate encode encourage encrypt endorse enforce engage engineer enhance
enlarge enlist enrich enrol ensure enter equip escalate establish estimate evaluate evangelise evangelize evolve
examine exceed exchange execute exemplify exercise exhibit expand expect expedite experiment explain exploit
explore export expose express extend extract facilitate factor fail feed fetch file fill filter finalise
finalize find fine-tune finish fit fix flag focus follow forecast foresee form formalise formalize formulate
forward foster found frame fulfil fulfill fund fuse gain gather generalise generalize generate get give go
govern grade grasp group grow guarantee guard guide halve handle hand harden harness head help highlight hire
hold host hunt identify illustrate implement import improve improvise incorporate increase index indicate induct
influence inform initialise initialize initiate innovate inspect inspire install instil instill institute
instruct instrument integrate interact intercept interpret intervene interview introduce invent inventory invest
investigate invite involve isolate iterate join judge justify keep kill label launch lay lead learn leave lend
level leverage liaise license lift limit link list listen live load localise localize locate lock log look lower
maintain make manage manipulate map mark market master match materialise maximise maximize measure mediate meet
mentor merge migrate minimise minimize mirror mitigate mix mock model moderate modernise modernize modify
monitor motivate mount move multiply name navigate negotiate network nominate normalise normalize note notice
notify nudge nurture observe obtain offer onboard open operate operationalise operationalize optimise optimize
orchestrate order organise organize orient originate outline outperform overcome overhaul oversee own pace
package page pair parallelise parallelize parameterise parameterize parse participate partition partner pass
patch pay perform permit persist persuade pick pilot pinpoint pioneer pitch place plan plant play plot point
poll port portray position post postpone practise practice predict prepare present preserve press prevent price
prioritise prioritize probe process procure produce profile program programme progress project promote prompt
propagate propose protect prototype prove provide provision prune publicise publish pull pursue push put qualify
quantify query question quote raise rank rate reach react read realise realize reason rebuild recall receive
recommend reconcile reconstruct record recover recruit rectify redesign reduce re-engineer refactor refer refine
reflect reformat refuse register regulate reindex reinforce reject relate relay release relocate rely remain
remediate remedy remind remove render renegotiate renew reorder reorganise reorganize repair repeat replace
replay replicate report represent reproduce request require rerank rescue research reshape resolve respect
respond restore restructure retain retire retrain retrieve return reuse reveal reverse review revise revisit
revoke reward rework rewrite ring role-model roll rotate round route run safeguard sample sanction satisfy save
scaffold scale scan schedule scope score scout screen script scrutinise scrutinize seal search secure see seed
seek segment select sell send separate sequence serve service set settle shadow shape shard share shepherd shift
ship shorten show showcase shrink sign signal simplify simulate sit size sketch smooth solicit solve sort source
speak spearhead specialise specialize specify spend split sponsor spot spread stabilise stabilize staff stage
stand standardise standardize start state steer step stimulate stop store strategise strategize stream
streamline strengthen stretch strike strive structure study submit subscribe succeed suggest summarise summarize
supervise supplement supply support surface surpass survey sustain switch symbolise synchronise synchronize
synthesise synthesize systematise systematize table tackle tag tailor take talk target teach tell tend test
theorise think thrive throttle tie time tolerate tokenise tokenize tour trace track trade train transcribe
transfer transform translate transmit transport travel treat triage trigger trim triple troubleshoot trust try
tune turn tutor type unblock uncover undergo undertake unify unite unlock unpack unpick update upgrade uphold
upload upskill urge use utilise utilize validate vary vectorise vectorize verbalise verify version vet view
visit visualise visualize voice volunteer wait walk warn watch weigh welcome widen win wire withdraw withhold
work wrangle wrap write yield zoom set-up spin sync mob pair-program live-code dry-run sandbox come catch land
ground insert preside de-escalate deescalate excel exert display clone download style preprocess decode dissect
rebase stay effect intuit hoist inline lint seed stub profile fuzz patch reboot rehearse rename reset resize
restart seize shed smoke-test spike squash stack stress-test subdivide sum sweep tabulate tip title traverse
undo unpick upstream vacuum vouch wean weave webscrape hear-out read-out re-use re-write co-lead co-design
co-develop cross-train knowledge-share gate-keep gatekeep bookkeep invoice forecast reconcile upsell cross-sell
prospect qualify close shadow onboard offboard coach sketch wireframe prototype recognise recognize allow
aggregate instigate hook spec contextualise contextualize galvanise galvanize reallocate reframe relieve keynote
abide persevere deduce remember decompile unlearn wield commandeer conclude format mask embed rate-limit
illustrate animate storyboard moodboard photograph film typeset proofread copyedit localise translate caption
"""

_STATES = """
know understand comprehend appreciate believe feel like want wish need lack possess enjoy value prefer love fear
hear
"""

_IRREGULAR_PASTS = """
become:became come:came hear:heard see:saw,seen begin:began,begun bind:bound break:broke,broken bring:brought
build:built cast:cast catch:caught choose:chose,chosen cost:cost cut:cut do:did,done,does draw:drew,drawn
drive:drove,driven feed:fed find:found foresee:foresaw,foreseen get:got,gotten give:gave,given go:went,gone,goes
grow:grew,grown hold:held keep:kept know:knew,known lay:laid lead:led leave:left lend:lent make:made meet:met
overcome:overcame oversee:oversaw,overseen pay:paid put:put read:read rebuild:rebuilt rewrite:rewrote,rewritten
ring:rang,rung run:ran,run seek:sought sell:sold send:sent set:set show:showed,shown shrink:shrank,shrunk
speak:spoke,spoken spend:spent spin:spun split:split spread:spread stand:stood strike:struck strive:strove,striven
take:took,taken teach:taught tell:told think:thought undergo:underwent,undergone understand:understood
undertake:undertook,undertaken uphold:upheld win:won withdraw:withdrew,withdrawn withhold:withheld
write:wrote,written feel:felt troubleshoot:troubleshot sit:sat
"""
_IRREGULAR = {verb: pasts.split(",") for verb, _, pasts in (entry.partition(":") for entry in _IRREGULAR_PASTS.split())}
_VOWELS = frozenset("aeiou")


@cache
def deeds() -> dict[str, str]:
    """Give the kind of form for every form of a verb that can be seen done: base, s, ing or past."""
    return _forms(_DEEDS.split())


@cache
def states() -> dict[str, str]:
    """Give the same for verbs of knowing, feeling and having, which nobody can watch."""
    return _forms(_STATES.split())


@cache
def stems() -> dict[str, str]:
    """Give the base form for every form."""
    return {form: verb for verb in (*_STATES.split(), *_DEEDS.split()) for form in _inflected(verb)}


def _forms(verbs: list[str]) -> dict[str, str]:
    forms: dict[str, str] = {}
    for verb in verbs:
        for form, kind in _inflected(verb).items():
            forms.setdefault(form, kind)
    return forms


def _inflected(verb: str) -> dict[str, str]:
    """The forms of a verb: base first, so that `set` is a base form before it is a past one."""
    stem = verb[:-1] if verb.endswith("e") else verb
    root = stem + stem[-1] if _doubles(verb) else stem
    consonant_y = verb.endswith("y") and verb[-2] not in _VOWELS
    forms = {verb: "base"}
    hisses = verb.endswith(("s", "x", "z", "ch", "sh", "o"))
    forms[verb[:-1] + "ies" if consonant_y else verb + ("es" if hisses else "s")] = "s"
    for ing in {root + "ing", stem + "ing", *([verb + "ing"] if verb.endswith(("ee", "ye", "oe")) else [])}:
        forms.setdefault(ing, "ing")
    for past in {verb[:-1] + "ied" if consonant_y else root + "ed", stem + "ed"}:
        forms.setdefault(past, "past")
    for past in _IRREGULAR.get(verb, ()):
        forms.setdefault(past, "past")
    return forms


def _doubles(verb: str) -> bool:
    """Whether a last consonant doubles, as in planned; both spellings of the rest are accepted."""
    return (
        len(verb) > 2
        and verb[-1] not in _VOWELS | frozenset("wxy")
        and verb[-2] in _VOWELS
        and (verb[-3] not in _VOWELS)
    )
