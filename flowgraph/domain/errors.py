"""Errors that are the user's to mend."""


class UserError(Exception):
    """Something the user can put right. Its text is one line: what is wrong, and what to do about it."""
