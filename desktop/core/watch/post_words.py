"""What the words of a post give away: its language, and whether people speak of their pay and conditions."""

import re
from typing import Final

_COMMON: Final = {
    "ms": re.compile(
        r"\b(yang|dan|di|ini|itu|tak|tidak|saya|kami|anda|awak|ada|dah|sudah|untuk|dengan|lah|je|sangat|sedap|teruk|lambat"
        r"|kedai|kenapa|mahal|murah|kat|dekat|nak|mahu|boleh|lagi|dari|kepada|pada|akan|sebab|kalau|jangan|orang|makan"
        r"|beli|hari|terima|kasih|gila|pun|macam|apa|siapa|bila|mana|hanya|semua|banyak|sikit|rasa|layanan|pekerja)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(the|and|of|to|is|are|was|were|it|this|that|not|you|your|we|they|my|i|in|on|at|for|with|but|have|has|had|very"
        r"|good|bad|service|slow|food|never|again|why|how|when|who|what|will|would|be|been|so|just|really|thank|thanks"
        r"|love|great|from|there|their|place|price|ordered|waited|worst|nice)\b",
        re.IGNORECASE,
    ),
}
"""Words that give a language away; few posts are without any."""

_WORK = re.compile(
    r"\b(gaji|upah|elaun|kerja lebih masa|waktu kerja|keadaan kerja|syarat kerja|kesatuan|mogok"
    r"|pay|salary|salaries|wages?|overtime|working (hours|conditions)|union|strike)\b",
    re.IGNORECASE,
)
"""Talk that staff have a right to."""


def language_of(text: str) -> str:
    """The language most of the common words belong to: "ms" or "en"; "" where there is nothing to go by."""
    counts = {language: len(common.findall(text)) for language, common in _COMMON.items()}
    best = max(counts.values())
    found = [language for language, count in counts.items() if count == best]
    return found[0] if len(found) == 1 else ""


def speaks_of_work(text: str) -> bool:
    """Whether words for pay, hours, conditions or a union stand in it."""
    return bool(_WORK.search(text))
