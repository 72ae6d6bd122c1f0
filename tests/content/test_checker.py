"""The checker finds what an editor can get wrong, in a copy of the shipped content.

A check takes a second, so that one copy has many things wrong, each in a file of its own: none may hide another.
"""

import pytest

from tests.content.broken import copied, edit, faults, faults_of_all, strangers

CLAUSE = "01-stance/clauses/10-purpose.toml"
TONE, TRUST = "01-stance/clauses/42-tone.toml", "01-stance/clauses/45-trust.toml"
MESSAGES, LIKES = "02-definition/clauses/40-private-messages.toml", "02-definition/clauses/45-likes-and-shares.toml"
PRIVATE, SITES = "02-definition/clauses/60-work-and-private.toml", "02-definition/clauses/70-new-sites.toml"
MADE, FILES = "03-ownership/clauses/40-work-content.toml", "03-ownership/clauses/42-media-files.toml"
STAYS, NAMES = "03-ownership/clauses/55-personal-stays-yours.toml", "03-ownership/clauses/60-names-and-handles.toml"
COLLEAGUES, STORIES = (
    f"04-confidentiality/clauses/{name}.toml" for name in ("25-colleagues-data", "38-status-stories")
)
HOURS, ESCALATION = "05-responsibility/clauses/35-after-hours.toml", "05-responsibility/clauses/42-escalation.toml"
VIEWS, REPORT = "06-ground-rules/clauses/20-own-views.toml", "06-ground-rules/clauses/85-report-dont-reply.toml"
BIOS, RIGHT = "08-image/clauses/55-bios.toml", "08-image/clauses/80-putting-right.toml"

CHANGED = "review.ms: the English changed since"
DIFFER = "ms and en differ in paragraphs, list items or placeholders"
UNKNOWN = "there is no question called “no_such_question”"

WRONG = [
    (CLAUSE, 'title.en = "', 'when = "has_unicorns"\ntitle.en = "', "when: there is no question called “has_unicorns”"),
    (TONE, 'title.en = "', 'when = "state == \'atlantis\'"\ntitle.en = "', "when: “state” has no choice “atlantis”"),
    (TRUST, 'title.en = "', 'when = "state =="\ntitle.en = "', "when: this condition cannot be read: state =="),
    (BIOS, 'title.en = "', 'laws = ["unknown-act:1"]\ntitle.en = "', "laws: there is no law “unknown-act”"),
    (
        MESSAGES,
        'id = "definition.private-messages"',
        'id = "definition.new-sites"',
        "definition.new-sites: this id is used more than once",
    ),
    (
        PRIVATE,
        'title.en = "',
        'when = "films_children and not films_children"\ntitle.en = "',
        "when: no set of answers brings this clause in",
    ),
    (LIKES, 'body.ms = """', 'body.ms = """Satu perenggan lagi.\n\n', f"body: {DIFFER}"),
    (MADE, 'body.ms = """', 'body.ms = """Karyawan kantor. ', "body.ms: “karyawan” is not used here; write “pekerja”"),
    (FILES, 'body.en = """', 'body.en = """*An unknown term* ', "body.en: “An unknown term” is marked as a term but"),
    (STAYS, 'body.en = """', 'body.en = """You must at all times smile. ', "body.en: “at all times” reaches too far"),
    (NAMES, 'body.en = """', 'body.en = """See [[ref:stance.nowhere]]. ', "body: there is no clause called “stance.n"),
    (
        COLLEAGUES,
        'body.en = """',
        'body.en = """See [[ref:confidentiality.children-in-pictures]]. ',
        "body: refers to “confidentiality.children-in-pictures”, which may be left out while this clause is in",
    ),
    (STORIES, 'body.en = """', 'body.en = """{no_such_question} ', f"body: {UNKNOWN}"),
    (HOURS, 'body.en = """', 'body.en = """{broken ', "body: this cannot be read as a clause body: “{broken"),
    (ESCALATION, 'title.en = "', 'title.en = "{no_such_question} ', f"body: {UNKNOWN}"),
    (VIEWS, 'title.en = "', 'title.en = "{business_name} ', f"title: {DIFFER}"),
    (REPORT, 'title.en = "', 'title.en = "{broken ', "title: this cannot be read as a clause body: “{broken"),
    ("glossary.toml", 'definition.en = "Websites', 'definition.en = "{business_name} ', f"social-media definition: {DIFFER}"),
    ("glossary.toml", 'definition.en = "An account, ', 'definition.en = "{no_such_question} ', f"business-account definition: {UNKNOWN}"),
    ("glossary.toml", 'definition.en = "An account that', 'definition.en = "See [[ref:stance.purpose]]. ', "refers to “stance.purpose”, which"),
    ("01-stance/step.toml", "title.ms = ", "# title.ms = ", "title.ms: this text is missing"),
    ("01-stance/step.toml", 'short.en = "', 'short.en = "Far more than a label ', "short.en: the text is longer than 22 letters"),
    ("02-definition/step.toml", 'title.ms = "', 'title.ms = "Tajuk yang panjang sekali untuk satu baris ', "title.ms: the text is longer than 45 letters"),
    ("02-definition/questions.toml", 'id = "other_policies"', 'id = "other_policies"\nwhen = "career_support"', "other_policies: “career_support” is asked later than this"),
]
UNREADABLE = [
    (CLAUSE, 'id = "stance.purpose"', 'id = "stance.purpose"\ncolour = "red"', "colour: this key is not known"),
    ("01-stance/questions.toml", "[[question]]", "[[questoin]]", "questoin: this key is not known"),
    ("02-definition/questions.toml", "[[question]]", "colour = 3\n[[question]]", "colour: this key is not known"),
    ("law/malaysia.toml", "[[law]]", "[law]", "line "),
]
