"""What looks like a password, a PIN, a code, a key or a card number, and so has no place in a register or a note.

It is a net, not a wall: it catches what people paste out of habit and lets names, handles, numbers and notes through.
"""

import re
import unicodedata
from itertools import pairwise

_ALWAYS = r"pass\s?words?|pass\s?codes?|pass\s?phrases?|pwd|pswd|passwd|p/w|pw|kata[\s-]?laluan|login\s?details"
_CODES = (
    r"(?:(?:back\s?up|recovery|reset|security|verification|login|one[\s-]time|access|2fa|authenticator)\s)?"
    r"(?:codes?|keys?|tokens?|secrets?)|"
    r"(?:kod|kunci|token)(?:\s(?:sandaran|pemulihan|keselamatan|pengesahan|sekali\sguna|akses|rahsia|tac|otp))?"
)
_NUMBERS = r"pin(?:\s?(?:codes?|numbers?|no\.?)|\skad)?|(?:no\.?|nombor|number)\s?pin|otp|tac|cvv|cvc|tan"
_BE = r"is|are|ialah|adalah|was|ni|itu"
_LABEL = re.compile(
    rf"(?<![\w@#./-])(?:(?P<always>{_ALWAYS})|(?P<number>{_NUMBERS})|(?P<code>{_CODES}))(?!\w)"
    rf"(?P<mark>\s*(?:[:=]|->|–>)\s*|\s+(?:{_BE})\s*[:=]?\s+|\s*\(\s*|\s+-\s+|\s+)(?P<value>[^\n;]*)",
    re.IGNORECASE,
)
_OTHER_CODE = re.compile(
    r"(?:post|postal|zip|promo|promotion|discount|voucher|product|item|order|qr|bar|dress|colou?r|area|country|dialling|branch|bank|"
    r"swift|penal|criminal|content|labour|invitation|referral|source|error|tax|ibu|house|car|primary|pengurus)\s?$",
    re.IGNORECASE,
)
"""What stands before a code that anybody may know; before "kata laluan", the program that keeps them."""
_TOLD = frozenset(
    (
        *(
            "none",
            "no",
            "nil",
            "unknown",
            "secret",
            "private",
            "strong",
            "safe",
            "weak",
            "lost",
            "forgotten",
            "changed",
        ),
        *("new", "shared", "known", "same", "needed", "required", "missing", "hidden", "kept", "stored", "yes"),
        *("manager", "managers", "reset", "expired", "protected", "removed", "set", "written", "policy", "rules"),
        *("tiada", "tidak", "rahsia", "sulit", "kuat", "selamat", "lemah", "hilang", "lupa", "ditukar", "tukar"),
        *("baharu", "baru", "dikongsi", "sama", "perlu", "diperlukan", "kosong", "disimpan", "ya"),
    )
)
"""What is said of a password without giving it away."""

_ADDRESS = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:/\S*)?", re.I
)
_AROUND = "\"'“”‘’()[]<>.,;:!?…*_`"
_HARD = frozenset("!$%^*=?~`|<>{}[]\\#@")
"""Marks that stand inside passwords and hardly inside words."""
_SUM = re.compile(r"(?:[A-Za-z]{0,3}\$|\W*\d[\d.,]*%)\S*|[A-Za-z]+#\d")
"""Money, a share, a number in a name: "US$1500", "100%halal", "Media#1"."""
_CRIED = re.compile(r"(?=.{9})[A-Za-z]{3,}\d{2,}[!?*$%]+")
"""A word, a year and a cry, as passwords are made up where they must hold all three: "Mentega2026!"."""
_LONE = re.compile(r"(?=.{6})[A-Za-z]{3,}\d{2,}\W*")
_PAIR = re.compile(
    r"(?<!\w)(?:log[\s-]?in|log masuk|user\s?name|user|nama pengguna|akaun|account)\s*[:=]\s*[^\n/|]+[/|]\s*"
    r"(?=\S*[A-Za-z])(?=\S*\d)[A-Za-z\d]{6,}(?!\S)",
    re.I,
)
"""A name and what goes with it: "login: aminah / kuihtalam7"."""
_CALLED = re.compile(rf"(?:{_ALWAYS})\s+(?P<value>[^\W\d_]{{4,}})\W*", re.I)
_USUAL = re.compile(r"(?:passw[o0]rd|p@ss\w*|katalaluan|qwerty|letmein|iloveyou|abc123|abcd1234|admin123)\d*!*", re.I)
_KEY = re.compile(
    r"(?:sk|pk|rk)[-_](?:live|test|ant|proj)?[-_]?\w{16,}|gh[pous]_\w{20,}|xox[abp]-\S{10,}|AIza[\w-]{20,}|EAA\w{20,}|"
    r"eyJ[\w-]{10,}\.\S+|[0-9a-f]{32,}|(?=(?:[A-Z]*[2-7]){2})[A-Z2-7]{16,}|(?=\S*\d)(?=\S*[A-Z])[A-Z\d]{4,5}(?:-[A-Z\d]{4,5}){3,}"
)
_CHANNEL = re.compile(r"UC[\w-]{22}")
_APP_PASSWORD = re.compile(r"[a-z]{4}(?: [a-z]{4}){3}")
_LONE_CODE = re.compile(r"(?!19\d\d$|20\d\d$)\d{4}|\d{6}|\d{3}[ -]\d{3}")
_CODE_LIST = re.compile(r"(?<!\d)(?!0)\d{4} ?\d{4}(?!\d)(?:[\s,;]+(?!0)\d{4} ?\d{4}(?!\d))+")
_CARD = re.compile(r"(?<![\d+-])(?:[2456]\d{3}(?:[ -]?\d{4}){3}|3[47]\d{2}[ -]?\d{6}[ -]?\d{5})(?![\d-])")


def looks_like_password(text: str, *, is_note: bool = False) -> bool:
    """Whether a text holds what looks like a password, PIN, recovery or one-time code, key, or number of a card.

    A note says something: where it is nothing but a word with a number, that is no name of an account either.
    """
    text = " \n".join(line.strip() for line in unicodedata.normalize("NFKC", text).splitlines()).strip()
    return (
        _is_lone_code(text)
        or bool(_PAIR.search(text))
        or (is_note and _is_bare(text))
        or any(_gives_away(found) for found in _LABEL.finditer(text))
        or any(_is_card(found.group()) for found in _CARD.finditer(text))
        or any(_is_mixed(word) for word in text.split())
    )


def _is_bare(text: str) -> bool:
    """Whether a note is nothing but a word with a number, or "password" with a word that says nothing of it."""
    called = _CALLED.fullmatch(text)
    return bool(_LONE.fullmatch(text)) or (called is not None and called["value"].casefold() not in _TOLD)


def _is_lone_code(text: str) -> bool:
    if _LONE_CODE.fullmatch(text) or _CODE_LIST.fullmatch(text):
        return True
    # four words of four letters may be words; the letters of a password for an app hardly ever are
    return bool(_APP_PASSWORD.fullmatch(text)) and any(not set(part) & set("aeiou") for part in text.split())


def _gives_away(found: re.Match[str]) -> bool:
    """Whether what follows a word such as "password" is one."""
    value, comma, rest = found["value"].partition(",")
    if comma and not set(rest) & set(":="):  # else another field follows, such as the name that goes with it
        value = found["value"]
    value, mark = value.strip().strip("\"'“”‘’)."), found["mark"].strip().casefold()
    if not value or _OTHER_CODE.search(found.string[: found.start()]):
        return False
    first, *others = value.split()
    first = first.strip(_AROUND)
    if found["number"]:
        return bool(re.fullmatch(r"\d{3,8}", re.sub(r"[ -]", "", value)) or re.fullmatch(r"\d{4,8}", first)) and (
            bool(mark) or not re.fullmatch(r"(?:19|20)\d\d", first)
        )
    if found["code"]:
        if grouped := re.match(r"\d{3,4}[ -]\d{3,4}\b", value):
            first = re.sub(r"\W", "", grouped.group())
        digits = sum(letter.isdigit() for letter in first)
        spoken = re.fullmatch(r"(?:19|20)\d\d|\d{1,2}(?:[/.:-]\d{1,2})+(?:[/.:-]\d+)?", first)
        return not spoken and not _is_link(first) and ((digits > 3) or (digits > 1 and len(first) > 5))
    if first.casefold() in _TOLD or _is_link(first):
        return False
    if mark == "=" or (others == [] and mark and mark not in "(-"):
        return True
    is_day = re.fullmatch(r"(?:19|20)\d\d|\d{1,2}(?:[/.:-]\d{1,4})*", first)
    return not is_day and len(first) > 3 and (any(map(str.isdigit, first)) or bool(_HARD & set(first)))


def _is_link(word: str) -> bool:
    return word.startswith("@") or bool(_ADDRESS.fullmatch(word))


def _is_mixed(word: str) -> bool:
    """Whether one word alone, with nothing that says so, looks like a password or a key."""
    bare = word.strip(_AROUND)
    if _is_link(bare) or _CHANNEL.fullmatch(bare):
        return False
    if _CRIED.fullmatch(word.strip("\"'“”‘’()[]<>.,;:…_`")):
        return True
    if _USUAL.fullmatch(bare) or _KEY.fullmatch(bare):
        return not _is_plain_word(bare)
    inner = bare.lstrip("#@")
    letters, digits = any(map(str.isalpha, inner)), any(map(str.isdigit, inner))
    if len(inner) < 6 or not (letters and digits) or _SUM.fullmatch(inner):
        return False
    return bool(_HARD & set(inner)) or (len(inner) > 9 and _is_random(inner))


def _is_plain_word(word: str) -> bool:
    """Whether it is one of the words people use for a password, not one people use as a password."""
    return word.casefold() in {"password", "katalaluan"}


def _is_random(word: str) -> bool:
    """Whether small and capital letters and digits change places as they do where a machine made them up."""
    if not (word.isalnum() and any(map(str.islower, word)) and any(map(str.isupper, word))):
        return False
    kinds = [letter.isdigit() for letter in word]
    return sum(one is not other for one, other in pairwise(kinds)) > 3


def _is_card(number: str) -> bool:
    """Whether the last digit is the check digit that cards have (ISO/IEC 7812)."""
    digits = [int(letter) for letter in number if letter.isdigit()]
    doubled = [divmod(2 * digit, 10) for digit in digits[-2::-2]]
    return (sum(digits[-1::-2]) + sum(tens + ones for tens, ones in doubled)) % 10 == 0
