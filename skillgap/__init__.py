"""skillgap: where do I stand, what exactly is missing, what do I do next week?"""

__version__ = "0.1.0"
