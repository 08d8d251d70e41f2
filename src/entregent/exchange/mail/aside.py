"""What people put aside in their mail: spam, drafts, the bin; by label and by folder name."""

from functools import lru_cache

from entregent.exchange.mail.vocabulary import vocabulary


@lru_cache(maxsize=4096)
def is_aside(name: str) -> bool:
    """Tell whether a label or a folder's own name is a bin's, a draft's, a spam filter's.

    Case, quotes, dots and white space around it do not matter: `.Trash`, `"Courrier indésirable"`.
    """
    plain = " ".join(name.casefold().replace("’", "'").split()).strip(" .\"'[]")
    return plain in vocabulary().aside
