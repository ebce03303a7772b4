"""One screen is one module and one style sheet."""
