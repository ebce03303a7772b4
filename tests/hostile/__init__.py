"""Files written to hurt, through every command, export and screen."""
