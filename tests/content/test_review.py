from desktop.content.load import load_library
from desktop.content.review import fingerprint, stamp


def test_a_stamp_fits_until_the_english_changes():
    clause = load_library().clauses[0]
    text = 'id = "stance.purpose"\nreview.ms = { of = "old" }\ntitle.en = "x"\n'
    stamped = stamp(text, clause, "en", ["ms"])
    assert stamped == f'id = "stance.purpose"\nreview.ms = {{ of = "{fingerprint(clause, "en")}" }}\ntitle.en = "x"\n'
    assert stamp(stamped, clause, "en", ["ms"]) == stamped
