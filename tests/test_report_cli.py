"""The documents made from evidence, exported: of which month, which incident, which run they tell."""

from datetime import UTC, date, datetime

import docx
import pytest

from desktop import cli
from desktop.content.answers_file import sample_answers
from desktop.content.load import load_library
from desktop.core.watch.evidence import DONE, Entry, Incident, Note, Run, Tick
from desktop.store.business_file import BusinessFile

LIBRARY = load_library()
NOW = datetime(2027, 1, 4, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def in_english(monkeypatch):
    monkeypatch.setenv("DASARKITA_LANGUAGE", "en")


@pytest.fixture
def kept(tmp_path):
    path = tmp_path / "Kedai.dasar"
    answers = sample_answers(next(sample for sample in LIBRARY.samples if sample.id == "bakery"), LIBRARY)
    with BusinessFile.create(path, answers, content_version=LIBRARY.version, now=NOW) as file:
        for month in (1, 2):
            day = date(2027, month, 8)
            tick = Tick("mentions-week", day, day, day, DONE, by=f"Penanda {month}")
            file.evidence.add_tick(tick, {"ms": "Cari", "en": "Search"}, now=NOW)
        for name, month in (("Bocor satu", 1), ("Bocor dua", 2)):
            post = file.evidence.add_entry(Entry(date(2027, month, 9), "facebook", action=f"Kata {name}"), now=NOW)
            file.evidence.add_incident(Incident("leak", NOW.replace(month=month), name, entry=post.entry), now=NOW)
        file.evidence.add_run(Run("leaver", "Siti Pergi", date(2027, 1, 31), ()), now=NOW)
    return path


def run(capsys, *arguments):
    code = cli.main([str(argument) for argument in arguments])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def words(capsys, file, folder, document, *more):
    code, out, err = run(capsys, "export", file, "--out", folder, "--document", document, "--language", "en", *more)
    assert (code, err) == (0, "")
    found = docx.Document(out.splitlines()[0])
    return "\n".join(element.text or "" for element in found.element.iter() if element.tag.endswith("}t"))


def test_the_newest_month_up_to_the_day_is_reported(capsys, kept, tmp_path):
    def told(*more):
        return words(capsys, kept, tmp_path / "out", "evidence-report", *more)

    assert "Penanda 2" in told("--date", "2027-03-15")
    assert "Penanda 1" in told("--date", "2027-01-15")
    assert "Penanda 1" in told("--date", "2027-03-15", "--month", "2027-01")


def test_a_month_is_told_as_it_was_whatever_is_made_beside_it(capsys, kept, tmp_path):
    options = ("--document", "incident-report", "--month", "2027-01")
    report = words(capsys, kept, tmp_path / "out", "evidence-report", *options)
    assert "Bocor satu" in report
    assert "Kata Bocor satu" in report
    assert "Bocor dua" not in report


def test_the_newest_incident_is_reported_or_the_one_asked_for(capsys, kept, tmp_path):
    def told(*more):
        return words(capsys, kept, tmp_path / "out", "incident-report", *more)

    assert "Bocor dua" in told()
    assert "Bocor satu" in told("--incident", "1")
    with BusinessFile.open(kept, now=NOW) as file:
        file.evidence.add_note("incident", Note(2, NOW, text="Selesai", closes=True), now=NOW)
    assert "Bocor satu" in told()  # the one that is still open


def test_the_newest_run_is_recorded(capsys, kept, tmp_path):
    assert "Siti Pergi" in words(capsys, kept, tmp_path / "out", "leaver-record", "--run", "1")


@pytest.mark.parametrize(
    ("options", "cause"),
    [
        (("--document", "incident-report", "--incident", "9"), "Kedai.dasar: --incident 9: is not one of 1, 2"),
        (("--document", "leaver-record", "--run", "9"), "Kedai.dasar: --run 9: is not one of 1"),
        (("--month", "2027-01"), "--month: is for the document evidence-report: add --document evidence-report"),
    ],
)
def test_what_is_not_there_is_refused(capsys, kept, tmp_path, options, cause):
    code, _, err = run(capsys, "export", kept, "--out", tmp_path / "out", *options)
    assert (code, err) == (2, f"{cause}\n")
    assert not (tmp_path / "out").exists()


def test_an_answers_file_has_no_evidence(capsys, tmp_path):
    path = tmp_path / "kedai.toml"
    path.write_text("[answers]\n", encoding="utf-8")
    options = ("--document", "evidence-report", "--month", "2027-01")
    code, _, err = run(capsys, "export", path, "--out", tmp_path / "out", *options)
    assert code == 2
    assert err == ("kedai.toml: --month: evidence is kept in a policy file (.dasar), not in an answers file\n")


@pytest.mark.parametrize("option", [("--month", "2027-13"), ("--month", "Jan"), ("--incident", "0"), ("--run", "x")])
def test_what_is_no_month_and_no_number_is_refused(capsys, kept, tmp_path, option):
    with pytest.raises(SystemExit) as caught:
        run(capsys, "export", kept, "--out", tmp_path / "out", *option)
    assert caught.value.code == 2
    assert option[1] in capsys.readouterr().err
