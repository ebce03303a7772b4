# Completion of skillgap for fish. Made by tools/completions.py.
function __skillgap_at
    set -l command ''
    set -l skip 0
    for word in (commandline -opc)[2..]
        if test $skip = 1
            set skip 0
        else if contains -- $word --answers --area --assessment --by --definition --grade --heading-row --hours --ics --ladder --level --mark --markdown --output --pack --role --separator --skill --start --target --theme --today --weight -o
            set skip 1
        else if contains -- "$command $word" ' rate' ' score' ' plan' ' show' ' roles' ' pack' 'pack list' 'pack check' 'pack schema' 'pack new' 'pack diff' 'pack import' 'pack show' ' where' ' completions'
            set command (string trim -- "$command $word")
        end
    end
    test "$command" = "$argv[1]"
end
complete -c skillgap -f
complete -c skillgap -n "__skillgap_at ''" -a rate -d 'rate yourself, straight away'
complete -c skillgap -n "__skillgap_at ''" -a score -d 'score an answers file: report.toml, plan.toml and a summary'
complete -c skillgap -n "__skillgap_at ''" -a plan -d 'plan again from a report, keeping what is done'
complete -c skillgap -n "__skillgap_at ''" -a show -d 'show an assessment, a report or a plan'
complete -c skillgap -n "__skillgap_at ''" -a roles -d 'list the roles and grades of the pack'
complete -c skillgap -n "__skillgap_at ''" -a pack -d 'list, check, show or describe rubric packs'
complete -c skillgap -n "__skillgap_at ''" -a where -d 'print where files are kept'
complete -c skillgap -n "__skillgap_at ''" -a completions -d 'print the completion script for a shell'
complete -c skillgap -n "__skillgap_at ''" -s h -l help -d 'show this help message and exit'
complete -c skillgap -n "__skillgap_at ''" -s V -l version -d 'show program\'s version number and exit'
complete -c skillgap -n "__skillgap_at ''" -l pack -r -F -d 'the rubric pack: an id, a folder or a file'
complete -c skillgap -n "__skillgap_at ''" -l assessment -r -F -d 'the answers to open; see \'skillgap where\''
complete -c skillgap -n "__skillgap_at ''" -l theme -x -d 'colour theme of the app'
complete -c skillgap -n "__skillgap_at ''" -l no-mouse -d 'leave the mouse to the terminal'
complete -c skillgap -n "__skillgap_at 'rate'" -s h -l help -d 'show this help message and exit'
complete -c skillgap -n "__skillgap_at 'rate'" -l pack -r -F -d 'the rubric pack: an id, a folder or a file'
complete -c skillgap -n "__skillgap_at 'rate'" -l assessment -r -F -d 'the answers to open; see \'skillgap where\''
complete -c skillgap -n "__skillgap_at 'rate'" -l theme -x -d 'colour theme of the app'
complete -c skillgap -n "__skillgap_at 'rate'" -l no-mouse -d 'leave the mouse to the terminal'
complete -c skillgap -n "__skillgap_at 'rate'" -l role -x -d 'id of the role, see \'skillgap roles\''
complete -c skillgap -n "__skillgap_at 'rate'" -l grade -x -d 'id of the grade'
complete -c skillgap -n "__skillgap_at 'rate'" -l plain -d 'ask line by line, without escape codes'
complete -c skillgap -n "__skillgap_at 'score'" -F
complete -c skillgap -n "__skillgap_at 'score'" -s h -l help -d 'show this help message and exit'
complete -c skillgap -n "__skillgap_at 'score'" -l pack -r -F -d 'the rubric pack: an id, a folder or a file'
complete -c skillgap -n "__skillgap_at 'score'" -l role -x -d 'id of the role, see \'skillgap roles\''
complete -c skillgap -n "__skillgap_at 'score'" -l grade -x -d 'id of the grade'
complete -c skillgap -n "__skillgap_at 'score'" -l hours -x -d 'hours a week for the plan'
complete -c skillgap -n "__skillgap_at 'score'" -l by -x -d 'deadline, as in 2027-05-31'
complete -c skillgap -n "__skillgap_at 'score'" -l start -x -d 'first day of the plan (today)'
complete -c skillgap -n "__skillgap_at 'score'" -l include-experience -d 'schedule steps that need experience at work like the rest'
complete -c skillgap -n "__skillgap_at 'score'" -l must-haves-first -d 'steps towards must-haves come first'
complete -c skillgap -n "__skillgap_at 'score'" -l today -x -d 'the date to write (today), for repeatable output'
complete -c skillgap -n "__skillgap_at 'score'" -s o -l output -r -F -d 'folder for the two files (here)'
complete -c skillgap -n "__skillgap_at 'score'" -l force -d 'overwrite report.toml and plan.toml'
complete -c skillgap -n "__skillgap_at 'score'" -l json -d 'print report and plan as JSON'
complete -c skillgap -n "__skillgap_at 'plan'" -F
complete -c skillgap -n "__skillgap_at 'plan'" -s h -l help -d 'show this help message and exit'
complete -c skillgap -n "__skillgap_at 'plan'" -l pack -r -F -d 'the rubric pack: an id, a folder or a file'
complete -c skillgap -n "__skillgap_at 'plan'" -l hours -x -d 'hours a week for the plan'
complete -c skillgap -n "__skillgap_at 'plan'" -l by -x -d 'deadline, as in 2027-05-31'
complete -c skillgap -n "__skillgap_at 'plan'" -l start -x -d 'first day of the plan (today)'
complete -c skillgap -n "__skillgap_at 'plan'" -l include-experience -d 'schedule steps that need experience at work like the rest'
complete -c skillgap -n "__skillgap_at 'plan'" -l must-haves-first -d 'steps towards must-haves come first'
complete -c skillgap -n "__skillgap_at 'plan'" -l today -x -d 'the date to write (today), for repeatable output'
complete -c skillgap -n "__skillgap_at 'plan'" -s o -l output -r -F -d 'the plan to write or renew (plan.toml beside the report)'
complete -c skillgap -n "__skillgap_at 'plan'" -l ics -r -F -d 'write a calendar of the steps as well (RFC 5545)'
complete -c skillgap -n "__skillgap_at 'plan'" -l markdown -r -F -d 'write a checklist of the steps as well'
complete -c skillgap -n "__skillgap_at 'plan'" -l force -d 'overwrite files that are not a plan for this report'
complete -c skillgap -n "__skillgap_at 'plan'" -l json -d 'print the plan as JSON'
complete -c skillgap -n "__skillgap_at 'show'" -F
complete -c skillgap -n "__skillgap_at 'show'" -s h -l help -d 'show this help message and exit'
complete -c skillgap -n "__skillgap_at 'show'" -l pack -r -F -d 'the rubric pack: an id, a folder or a file'
complete -c skillgap -n "__skillgap_at 'show'" -l json -d 'print it as JSON'
complete -c skillgap -n "__skillgap_at 'roles'" -s h -l help -d 'show this help message and exit'
complete -c skillgap -n "__skillgap_at 'roles'" -l pack -r -F -d 'the rubric pack: an id, a folder or a file'
complete -c skillgap -n "__skillgap_at 'roles'" -l json -d 'print them as JSON'
complete -c skillgap -n "__skillgap_at 'pack'" -a list -d 'list the packs that are found by id'
complete -c skillgap -n "__skillgap_at 'pack'" -a check -d 'check a pack and name every error'
complete -c skillgap -n "__skillgap_at 'pack'" -a schema -d 'print the JSON Schema of a pack, for editors'
complete -c skillgap -n "__skillgap_at 'pack'" -a new -d 'write a small commented pack to start from'
complete -c skillgap -n "__skillgap_at 'pack'" -a diff -d 'list what is different between two versions of a pack'
complete -c skillgap -n "__skillgap_at 'pack'" -a import -d 'make a pack of a competency matrix in CSV'
complete -c skillgap -n "__skillgap_at 'pack'" -a show -d 'show a pack as a person reads it'
complete -c skillgap -n "__skillgap_at 'pack'" -s h -l help -d 'show this help message and exit'
complete -c skillgap -n "__skillgap_at 'pack list'" -s h -l help -d 'show this help message and exit'
complete -c skillgap -n "__skillgap_at 'pack list'" -l json -d 'print them as JSON'
complete -c skillgap -n "__skillgap_at 'pack check'" -F
complete -c skillgap -n "__skillgap_at 'pack check'" -s h -l help -d 'show this help message and exit'
complete -c skillgap -n "__skillgap_at 'pack schema'" -s h -l help -d 'show this help message and exit'
complete -c skillgap -n "__skillgap_at 'pack new'" -F
complete -c skillgap -n "__skillgap_at 'pack new'" -s h -l help -d 'show this help message and exit'
complete -c skillgap -n "__skillgap_at 'pack diff'" -F
complete -c skillgap -n "__skillgap_at 'pack diff'" -F
complete -c skillgap -n "__skillgap_at 'pack diff'" -s h -l help -d 'show this help message and exit'
complete -c skillgap -n "__skillgap_at 'pack diff'" -l answers -r -F -d 'answers to OLD: say what becomes of them in NEW'
complete -c skillgap -n "__skillgap_at 'pack diff'" -l exit-code -d 'leave with 1 when something is different'
complete -c skillgap -n "__skillgap_at 'pack diff'" -l json -d 'print it as JSON'
complete -c skillgap -n "__skillgap_at 'pack import'" -F
complete -c skillgap -n "__skillgap_at 'pack import'" -s h -l help -d 'show this help message and exit'
complete -c skillgap -n "__skillgap_at 'pack import'" -l accept -d 'use the mapping that is shown without other options'
complete -c skillgap -n "__skillgap_at 'pack import'" -l skill -x -d 'column with the names of the skills'
complete -c skillgap -n "__skillgap_at 'pack import'" -l area -x -d 'column with the areas'
complete -c skillgap -n "__skillgap_at 'pack import'" -l definition -x -d 'column with definitions'
complete -c skillgap -n "__skillgap_at 'pack import'" -l weight -x -d 'column with weights'
complete -c skillgap -n "__skillgap_at 'pack import'" -l level -x -d 'column of anchors; once for each level, lowest first'
complete -c skillgap -n "__skillgap_at 'pack import'" -l level-zero -d 'the first --level describes level 0'
complete -c skillgap -n "__skillgap_at 'pack import'" -l target -x -d 'column with required levels; once for each'
complete -c skillgap -n "__skillgap_at 'pack import'" -l ladder -x -d 'each level is also a grade of ROLE that asks for it'
complete -c skillgap -n "__skillgap_at 'pack import'" -l mark -x -d 'level that an x in a --target column stands for'
complete -c skillgap -n "__skillgap_at 'pack import'" -l fill-down -d 'an empty area is the one above (merged cells)'
complete -c skillgap -n "__skillgap_at 'pack import'" -l area-rows -d 'a row with a single filled cell names an area'
complete -c skillgap -n "__skillgap_at 'pack import'" -l separator -x -d 'what parts the cells'
complete -c skillgap -n "__skillgap_at 'pack import'" -l heading-row -x -d 'row of the headings, counted from 1'
complete -c skillgap -n "__skillgap_at 'pack import'" -s o -l output -r -F -d 'folder for the pack (named after the file)'
complete -c skillgap -n "__skillgap_at 'pack import'" -l force -d 'overwrite a pack.toml that is there'
complete -c skillgap -n "__skillgap_at 'pack show'" -F
complete -c skillgap -n "__skillgap_at 'pack show'" -s h -l help -d 'show this help message and exit'
complete -c skillgap -n "__skillgap_at 'pack show'" -l json -d 'print it as JSON'
complete -c skillgap -n "__skillgap_at 'where'" -s h -l help -d 'show this help message and exit'
complete -c skillgap -n "__skillgap_at 'completions'" -a 'bash zsh fish'
complete -c skillgap -n "__skillgap_at 'completions'" -s h -l help -d 'show this help message and exit'
