#compdef skillgap
# Completion of skillgap for zsh. Made by tools/completions.py.

_skillgap() {
    local curcontext=$curcontext state line
    typeset -A opt_args
    _arguments -C \
        '(-h --help)-h[show this help message and exit]' \
        '(-h --help)--help[show this help message and exit]' \
        '(-V --version)-V[show program'\''s version number and exit]' \
        '(-V --version)--version[show program'\''s version number and exit]' \
        '--pack[the rubric pack\: an id, a folder or a file]:ID_OR_PATH:_files' \
        '--assessment[the answers to open; see '\''skillgap where'\'']:FILE:_files' \
        '--theme[colour theme of the app]:NAME: ' \
        '--no-mouse[leave the mouse to the terminal]' \
        '--plain[talk line by line, without escape codes or redraws]' \
        '--at[where to begin\: home, rate, check, results or plan]:PLACE:(home rate check results plan)' \
        '1:command:((rate\:"rate yourself, straight away" check\:"check your ratings by questions, one after the other" score\:"score an answers file\: report.toml, plan.toml and a summary" plan\:"plan again from a report, keeping what is done" show\:"show an assessment, a report or a plan" roles\:"list the roles and grades of the pack" pack\:"list, check, show or describe rubric packs" serve\:"show the app in a browser on this machine" where\:"print where files are kept" completions\:"print the completion script for a shell"))' \
        '*::argument:->rest'
    case "$state:$words[1]" in
        rest:rate) _skillgap_rate ;;
        rest:check) _skillgap_check ;;
        rest:score) _skillgap_score ;;
        rest:plan) _skillgap_plan ;;
        rest:show) _skillgap_show ;;
        rest:roles) _skillgap_roles ;;
        rest:pack) _skillgap_pack ;;
        rest:serve) _skillgap_serve ;;
        rest:where) _skillgap_where ;;
        rest:completions) _skillgap_completions ;;
    esac
}

_skillgap_rate() {
    _arguments \
        '(-h --help)-h[show this help message and exit]' \
        '(-h --help)--help[show this help message and exit]' \
        '--pack[the rubric pack\: an id, a folder or a file]:ID_OR_PATH:_files' \
        '--assessment[the answers to open; see '\''skillgap where'\'']:FILE:_files' \
        '--theme[colour theme of the app]:NAME: ' \
        '--no-mouse[leave the mouse to the terminal]' \
        '--plain[talk line by line, without escape codes or redraws]' \
        '--role[id of the role, see '\''skillgap roles'\'']:R: ' \
        '--grade[id of the grade]:G: ' \
        '--again[start a re-assessment\: rate every skill again]' \
        '--quick[about three minutes\: the skills that decide most, the rest inferred]'
}

_skillgap_check() {
    _arguments \
        '(-h --help)-h[show this help message and exit]' \
        '(-h --help)--help[show this help message and exit]' \
        '--pack[the rubric pack\: an id, a folder or a file]:ID_OR_PATH:_files' \
        '--role[id of the role, see '\''skillgap roles'\'']:R: ' \
        '--grade[id of the grade]:G: ' \
        '--theme[colour theme of the app]:NAME: ' \
        '--no-mouse[leave the mouse to the terminal]' \
        '--plain[talk line by line, without escape codes or redraws]' \
        '1:ASSESSMENT:_files'
}

_skillgap_score() {
    _arguments \
        '(-h --help)-h[show this help message and exit]' \
        '(-h --help)--help[show this help message and exit]' \
        '--pack[the rubric pack\: an id, a folder or a file]:ID_OR_PATH:_files' \
        '--role[id of the role, see '\''skillgap roles'\'']:R: ' \
        '--grade[id of the grade]:G: ' \
        '--hours[hours a week for the plan]:H: ' \
        '--by[deadline, as in 2027-05-31; none for no deadline]:DATE: ' \
        '--start[first day of the plan (today)]:DATE: ' \
        '--holiday[days without hours, as in 2026-12-21..2027-01-03]:FROM..TO: ' \
        '--period[days with other hours a week, as in FROM..TO=3]:FROM..TO=H: ' \
        '--no-holidays[drop the holidays and periods of the plan]' \
        '--weekdays[hours on Monday to Sunday, as in 2,0,2,0,0,4,0; --hours is their sum]:M,T,W,T,F,S,S: ' \
        '--review[share of the hours kept for review (15)]:PERCENT: ' \
        '--pace[your hours for a typical hour (learned from done steps)]:X: ' \
        '(--include-experience --no-include-experience)--include-experience[schedule steps that need experience at work like the rest]' \
        '(--include-experience --no-include-experience)--no-include-experience[schedule steps that need experience at work like the rest]' \
        '(--must-haves-first --no-must-haves-first)--must-haves-first[steps towards must-haves come first]' \
        '(--must-haves-first --no-must-haves-first)--no-must-haves-first[steps towards must-haves come first]' \
        '--today[the date to write (today), for repeatable output]:DATE: ' \
        '(-o --output)-o[folder for the two files (here)]:DIR:_files' \
        '(-o --output)--output[folder for the two files (here)]:DIR:_files' \
        '--force[overwrite report.toml and plan.toml]' \
        '--json[print report and plan as JSON]' \
        '1:ANSWERS:_files'
}

_skillgap_plan() {
    _arguments \
        '(-h --help)-h[show this help message and exit]' \
        '(-h --help)--help[show this help message and exit]' \
        '--pack[the rubric pack\: an id, a folder or a file]:ID_OR_PATH:_files' \
        '--hours[hours a week for the plan]:H: ' \
        '--by[deadline, as in 2027-05-31; none for no deadline]:DATE: ' \
        '--start[first day of the plan (today)]:DATE: ' \
        '--holiday[days without hours, as in 2026-12-21..2027-01-03]:FROM..TO: ' \
        '--period[days with other hours a week, as in FROM..TO=3]:FROM..TO=H: ' \
        '--no-holidays[drop the holidays and periods of the plan]' \
        '--weekdays[hours on Monday to Sunday, as in 2,0,2,0,0,4,0; --hours is their sum]:M,T,W,T,F,S,S: ' \
        '--review[share of the hours kept for review (15)]:PERCENT: ' \
        '--pace[your hours for a typical hour (learned from done steps)]:X: ' \
        '(--include-experience --no-include-experience)--include-experience[schedule steps that need experience at work like the rest]' \
        '(--include-experience --no-include-experience)--no-include-experience[schedule steps that need experience at work like the rest]' \
        '(--must-haves-first --no-must-haves-first)--must-haves-first[steps towards must-haves come first]' \
        '(--must-haves-first --no-must-haves-first)--no-must-haves-first[steps towards must-haves come first]' \
        '--today[the date to write (today), for repeatable output]:DATE: ' \
        '--pin[begin a step in a week (5) or in that of a day (2027-01-11)]:STEP=WEEK: ' \
        '--first[do a step, and what it needs, first]:STEP: ' \
        '--exclude[leave out a step, or all steps of a skill]:STEP[=WHY]: ' \
        '--good-enough[a level (the present one) is good enough\: higher steps leave the plan, never the report]:SKILL[:LEVEL][=WHY]: ' \
        '--project[do several steps as a project of the pack]:ID: ' \
        '--best-projects[take the projects that bring most, in place of those taken so far]' \
        '--forget[take back what was decided about a step, skill or project]:ID: ' \
        '(-o --output)-o[the plan to write or renew (plan.toml beside the report)]:FILE:_files' \
        '(-o --output)--output[the plan to write or renew (plan.toml beside the report)]:FILE:_files' \
        '--what-if[compare half, the same and double the hours; write nothing]' \
        '--ics[write a calendar of the steps as well (RFC 5545)]:FILE:_files' \
        '--markdown[write a checklist of the steps as well]:FILE:_files' \
        '--force[overwrite files that are not a plan for this report]' \
        '--json[print the plan as JSON]' \
        '1:REPORT:_files'
}

_skillgap_show() {
    _arguments \
        '(-h --help)-h[show this help message and exit]' \
        '(-h --help)--help[show this help message and exit]' \
        '--pack[the rubric pack\: an id, a folder or a file]:ID_OR_PATH:_files' \
        '--today[the day whose week of a plan is shown (today)]:DATE: ' \
        '--json[print it as JSON]' \
        '1:FILE:_files'
}

_skillgap_roles() {
    _arguments \
        '(-h --help)-h[show this help message and exit]' \
        '(-h --help)--help[show this help message and exit]' \
        '--pack[the rubric pack\: an id, a folder or a file]:ID_OR_PATH:_files' \
        '--json[print them as JSON]'
}

_skillgap_pack() {
    local curcontext=$curcontext state line
    typeset -A opt_args
    _arguments -C \
        '(-h --help)-h[show this help message and exit]' \
        '(-h --help)--help[show this help message and exit]' \
        '1:command:((list\:"list the packs that are found by id" check\:"check a pack\: every error, and what would mislead the people who use it" schema\:"print the JSON Schema of a pack, for editors" new\:"write a small commented pack to start from" diff\:"list what is different between two versions of a pack" import\:"make a pack of a competency matrix in CSV" show\:"show a pack as a person reads it"))' \
        '*::argument:->rest'
    case "$state:$words[1]" in
        rest:list) _skillgap_pack_list ;;
        rest:check) _skillgap_pack_check ;;
        rest:schema) _skillgap_pack_schema ;;
        rest:new) _skillgap_pack_new ;;
        rest:diff) _skillgap_pack_diff ;;
        rest:import) _skillgap_pack_import ;;
        rest:show) _skillgap_pack_show ;;
    esac
}

_skillgap_pack_list() {
    _arguments \
        '(-h --help)-h[show this help message and exit]' \
        '(-h --help)--help[show this help message and exit]' \
        '--json[print them as JSON]'
}

_skillgap_pack_check() {
    _arguments \
        '(-h --help)-h[show this help message and exit]' \
        '(-h --help)--help[show this help message and exit]' \
        '--strict[exit 1 on warnings too]' \
        '--select[only these codes or prefixes, as in SG1,SG804]:CODES: ' \
        '--ignore[none of these codes or prefixes]:CODES: ' \
        '--json[print the findings as JSON, structure errors included]' \
        '1:PATH:_files'
}

_skillgap_pack_schema() {
    _arguments \
        '(-h --help)-h[show this help message and exit]' \
        '(-h --help)--help[show this help message and exit]' \
        '--part[that of one file of a pack of several files]'
}

_skillgap_pack_new() {
    _arguments \
        '(-h --help)-h[show this help message and exit]' \
        '(-h --help)--help[show this help message and exit]' \
        '1:DIR:_files'
}

_skillgap_pack_diff() {
    _arguments \
        '(-h --help)-h[show this help message and exit]' \
        '(-h --help)--help[show this help message and exit]' \
        '--answers[answers to OLD\: say what becomes of them in NEW]:FILE:_files' \
        '--exit-code[leave with 1 when something is different]' \
        '--json[print it as JSON]' \
        '1:OLD:_files' \
        '2:NEW:_files'
}

_skillgap_pack_import() {
    _arguments \
        '(-h --help)-h[show this help message and exit]' \
        '(-h --help)--help[show this help message and exit]' \
        '--accept[use the mapping that is shown without other options]' \
        '--skill[column with the names of the skills]:COLUMN: ' \
        '--area[column with the areas]:COLUMN: ' \
        '--definition[column with definitions]:COLUMN: ' \
        '--weight[column with weights]:COLUMN: ' \
        '--level[column of anchors; once for each level, lowest first]:COLUMN: ' \
        '--row-level[a row for each level of a skill\: column that says which]:COLUMN: ' \
        '--row-text[and the column that says what that level does]:COLUMN: ' \
        '--level-zero[the first --level describes level 0]' \
        '--target[column with required levels; once for each]:ROLE/GRADE=COLUMN: ' \
        '--ladder[each level is also a grade of ROLE that asks for it]:ROLE: ' \
        '--mark[level that an x in a --target column stands for]:LEVEL: ' \
        '--fill-down[an empty area is the one above (merged cells)]' \
        '--area-rows[a row with a single filled cell names an area]' \
        '--separator[what parts the cells]:NAME:(comma semicolon tab bar)' \
        '--heading-row[row of the headings, counted from 1]:N: ' \
        '(-o --output)-o[folder for the pack (named after the file)]:DIR:_files' \
        '(-o --output)--output[folder for the pack (named after the file)]:DIR:_files' \
        '--force[overwrite a pack.toml that is there]' \
        '1:FILE.csv:_files'
}

_skillgap_pack_show() {
    _arguments \
        '(-h --help)-h[show this help message and exit]' \
        '(-h --help)--help[show this help message and exit]' \
        '--json[print it as JSON]' \
        '1:ID_OR_PATH:_files'
}

_skillgap_serve() {
    _arguments \
        '(-h --help)-h[show this help message and exit]' \
        '(-h --help)--help[show this help message and exit]' \
        '--host[address to listen on (127.0.0.1)]:ADDRESS: ' \
        '--port[port to listen on (8765); 0 for any]:N: ' \
        '--expose[yes, let other machines in by --host]' \
        '--guests[give every connection a session of its own that nothing remains of]' \
        '--pack[the rubric pack\: an id, a folder or a file]:ID_OR_PATH:_files' \
        '--assessment[the answers to open; see '\''skillgap where'\'']:FILE:_files' \
        '--theme[colour theme of the app]:NAME: '
}

_skillgap_where() {
    _arguments \
        '(-h --help)-h[show this help message and exit]' \
        '(-h --help)--help[show this help message and exit]'
}

_skillgap_completions() {
    _arguments \
        '(-h --help)-h[show this help message and exit]' \
        '(-h --help)--help[show this help message and exit]' \
        '1:SHELL:(bash zsh fish)'
}

if [[ "${zsh_eval_context[-1]}" == loadautofunc ]]; then
    _skillgap "$@"
else
    compdef _skillgap skillgap
fi
