# Completion of skillgap for bash. Made by tools/completions.py.
_skillgap() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command="" word index
    COMPREPLY=()
    # --option=value arrives as three words
    if [[ $prev == "=" ]]; then prev=${COMP_WORDS[COMP_CWORD-2]}; fi
    if [[ $cur == "=" ]]; then cur=""; fi
    for (( index = 1; index < COMP_CWORD; index++ )); do
        word=${COMP_WORDS[index]}
        case "$command $word" in
            " rate"|" check"|" score"|" plan"|" show"|" roles"|" pack"|"pack list"|"pack check"|"pack schema"|"pack new"|"pack diff"|"pack import"|"pack show"|" serve"|" where"|" completions") command=${command:+"$command "}$word ;;
        esac
        case "$word" in
            --answers|--area|--assessment|--at|--by|--definition|--exclude|--first|--forget|--good-enough|--grade|--heading-row|--holiday|--host|--hours|--ics|--ignore|--ladder|--level|--mark|--markdown|--output|--pace|--pack|--period|--pin|--port|--project|--review|--role|--row-level|--row-text|--select|--separator|--skill|--start|--target|--theme|--today|--weekdays|--weight|-o)
                (( index++ )); [[ ${COMP_WORDS[index]} == "=" ]] && (( index++ )) ;;
        esac
    done
    case "$prev" in
        --answers|--assessment|--ics|--markdown|--output|--pack|-o) compopt -o default 2> /dev/null; return ;;
        --area|--at|--by|--definition|--exclude|--first|--forget|--good-enough|--grade|--heading-row|--holiday|--host|--hours|--ignore|--ladder|--level|--mark|--pace|--period|--pin|--port|--project|--review|--role|--row-level|--row-text|--select|--separator|--skill|--start|--target|--theme|--today|--weekdays|--weight) return ;;
    esac
    case "$command" in
        "")
            if [[ $cur == -* ]]; then
                COMPREPLY=($(compgen -W '-h --help -V --version --pack --assessment --theme --no-mouse --plain --at' -- "$cur"))
            else
                COMPREPLY=($(compgen -W 'rate check score plan show roles pack serve where completions' -- "$cur"))
            fi ;;
        "rate")
            if [[ $cur == -* ]]; then
                COMPREPLY=($(compgen -W '-h --help --pack --assessment --theme --no-mouse --plain --role --grade --again --quick' -- "$cur"))
            fi ;;
        "check")
            if [[ $cur == -* ]]; then
                COMPREPLY=($(compgen -W '-h --help --pack --role --grade --theme --no-mouse --plain' -- "$cur"))
            else
                compopt -o default 2> /dev/null
            fi ;;
        "score")
            if [[ $cur == -* ]]; then
                COMPREPLY=($(compgen -W '-h --help --pack --role --grade --hours --by --start --holiday --period --no-holidays --weekdays --review --pace --include-experience --no-include-experience --must-haves-first --no-must-haves-first --today -o --output --force --json' -- "$cur"))
            else
                compopt -o default 2> /dev/null
            fi ;;
        "plan")
            if [[ $cur == -* ]]; then
                COMPREPLY=($(compgen -W '-h --help --pack --hours --by --start --holiday --period --no-holidays --weekdays --review --pace --include-experience --no-include-experience --must-haves-first --no-must-haves-first --today --pin --first --exclude --good-enough --project --best-projects --forget -o --output --what-if --ics --markdown --force --json' -- "$cur"))
            else
                compopt -o default 2> /dev/null
            fi ;;
        "show")
            if [[ $cur == -* ]]; then
                COMPREPLY=($(compgen -W '-h --help --pack --today --json' -- "$cur"))
            else
                compopt -o default 2> /dev/null
            fi ;;
        "roles")
            if [[ $cur == -* ]]; then
                COMPREPLY=($(compgen -W '-h --help --pack --json' -- "$cur"))
            fi ;;
        "pack")
            if [[ $cur == -* ]]; then
                COMPREPLY=($(compgen -W '-h --help' -- "$cur"))
            else
                COMPREPLY=($(compgen -W 'list check schema new diff import show' -- "$cur"))
            fi ;;
        "pack list")
            if [[ $cur == -* ]]; then
                COMPREPLY=($(compgen -W '-h --help --json' -- "$cur"))
            fi ;;
        "pack check")
            if [[ $cur == -* ]]; then
                COMPREPLY=($(compgen -W '-h --help --strict --select --ignore --json' -- "$cur"))
            else
                compopt -o default 2> /dev/null
            fi ;;
        "pack schema")
            if [[ $cur == -* ]]; then
                COMPREPLY=($(compgen -W '-h --help --part' -- "$cur"))
            fi ;;
        "pack new")
            if [[ $cur == -* ]]; then
                COMPREPLY=($(compgen -W '-h --help' -- "$cur"))
            else
                compopt -o default 2> /dev/null
            fi ;;
        "pack diff")
            if [[ $cur == -* ]]; then
                COMPREPLY=($(compgen -W '-h --help --answers --exit-code --json' -- "$cur"))
            else
                compopt -o default 2> /dev/null
            fi ;;
        "pack import")
            if [[ $cur == -* ]]; then
                COMPREPLY=($(compgen -W '-h --help --accept --skill --area --definition --weight --level --row-level --row-text --level-zero --target --ladder --mark --fill-down --area-rows --separator --heading-row -o --output --force' -- "$cur"))
            else
                compopt -o default 2> /dev/null
            fi ;;
        "pack show")
            if [[ $cur == -* ]]; then
                COMPREPLY=($(compgen -W '-h --help --json' -- "$cur"))
            else
                compopt -o default 2> /dev/null
            fi ;;
        "serve")
            if [[ $cur == -* ]]; then
                COMPREPLY=($(compgen -W '-h --help --host --port --expose --guests --pack --assessment --theme' -- "$cur"))
            fi ;;
        "where")
            if [[ $cur == -* ]]; then
                COMPREPLY=($(compgen -W '-h --help' -- "$cur"))
            fi ;;
        "completions")
            if [[ $cur == -* ]]; then
                COMPREPLY=($(compgen -W '-h --help' -- "$cur"))
            else
                COMPREPLY=($(compgen -W 'bash zsh fish' -- "$cur"))
            fi ;;
    esac
}
complete -F _skillgap skillgap
