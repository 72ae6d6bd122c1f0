"""The command line as scripts use it: calls, JSON shapes, exit codes, both languages."""

import io
import json
import os
import subprocess
import sys
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import apsw
import docx
import pytest

from desktop import cli, i18n
from desktop.content.answers_file import read_answers
from desktop.content.load import load_library
from desktop.store.business_file import BusinessFile

W_TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def english(monkeypatch, tmp_path):
    monkeypatch.setenv("DASARKITA_LANGUAGE", "en")
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    yield
    i18n.use("en")


@pytest.fixture
def bakery(tmp_path, capsys):
    path = tmp_path / "bakery.toml"
    assert cli.main(["sample", "bakery", "--out", str(path)]) == 0
    capsys.readouterr()
    return path


def run(capsys, *arguments):
    code = cli.main([str(argument) for argument in arguments])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_samples_are_listed_one_a_line_and_written(capsys, tmp_path):
    code, out, _ = run(capsys, "sample")
    assert code == 0
    names = [line.split()[0] for line in out.splitlines()]
    assert {"bakery", "clinic", "tuition", "online-seller"} <= set(names)
    for name in names:
        target = tmp_path / f"{name}.toml"
        assert run(capsys, "sample", name, "--out", target)[0] == 0
        assert read_answers(target, load_library()).values
        assert run(capsys, "sample", name)[1] == target.read_text(encoding="utf-8")


def test_export_writes_what_was_asked_and_says_so_in_json(capsys, bakery, tmp_path):
    out_folder = tmp_path / "out"
    code, out, err = run(
        capsys,
        "export",
        bakery,
        "--out",
        out_folder,
        "--language",
        "ms",
        "--language",
        "both",
        "--document",
        "all",
        "--json",
    )
    assert (code, err) == (0, "")
    rows = json.loads(out)
    assert [(row["document"], row["language"]) for row in rows][:2] == [("policy", "ms"), ("policy", "both")]
    for row in rows:
        assert set(row) == {"document", "language", "path", "seconds"}
        assert zipfile.ZipFile(row["path"]).testzip() is None
        assert row["seconds"] >= 0


def test_all_documents_lie_in_a_folder_for_each_language(capsys, bakery, tmp_path):
    code, out, _ = run(capsys, "export", bakery, "--out", tmp_path, "--document", "all", "--language", "en", "--json")
    assert code == 0
    rows = json.loads(out)
    assert {Path(row["path"]).parent for row in rows} == {tmp_path / "English"}
    assert "creator-points" not in {row["document"] for row in rows}
    assert {row["language"] for row in rows if row["document"] == "privacy-notice"} == {"both"}


def test_a_paper_that_does_not_apply_is_left_out_and_named(capsys, bakery, tmp_path):
    arguments = ("export", bakery, "--out", tmp_path / "out", "--document", "creator-points", "--json")
    code, out, err = run(capsys, *arguments)
    assert (code, json.loads(out)) == (0, [])
    assert err.startswith("creator-points: ")


def test_the_acknowledgement_form_can_be_a_page_a_person(capsys, bakery, tmp_path):
    names = tmp_path / "names.txt"
    names.write_text("Aminah Yusof\n\nTan Mei Ling\n", encoding="utf-8")
    arguments = ("--document", "acknowledgement", "--language", "ms", "--names", names, "--json")
    code, out, _ = run(capsys, "export", bakery, "--out", tmp_path, *arguments)
    assert code == 0
    written = docx.Document(json.loads(out)[0]["path"])
    said = "\n".join("".join(node.text or "" for node in p._p.iter(W_TEXT)) for p in written.paragraphs)
    assert [said.count(name) for name in ("Aminah Yusof", "Tan Mei Ling")] >= [1, 1]
    assert said.count("Borang akuan penerimaan") == 2


def test_export_defaults_to_the_policy_in_the_owners_document_language(capsys, tmp_path):
    answers = tmp_path / "a.toml"
    answers.write_text('[answers]\nbusiness_name = "Kedai"\ndocument_language = "ms"\n', encoding="utf-8")
    code, out, _ = run(capsys, "export", answers, "--out", tmp_path / "out", "--json")
    assert code == 0
    assert [(row["document"], row["language"]) for row in json.loads(out)] == [("policy", "ms")]


def test_a_business_file_and_its_answers_file_export_alike(capsys, bakery, tmp_path):
    answers = read_answers(bakery, load_library())
    path = tmp_path / "Kedai.dasar"
    BusinessFile.create(path, answers, now=NOW).close()
    for source, folder in ((bakery, "a"), (path, "b")):
        arguments = ("export", source, "--out", tmp_path / folder, "--language", "en", "--date", "2027-01-05")
        assert run(capsys, *arguments)[0] == 0
    (first,), (second,) = (list((tmp_path / folder).iterdir()) for folder in "ab")
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("export", "none.toml", "--out", "out"), "none.toml: "),
        (("export", "none.dasar", "--out", "out"), "none.dasar: "),
        (("export", "bad.toml", "--out", "out"), "bad.toml: [answers] state: "),
        (("export", "bad.dasar", "--out", "out"), "bad.dasar: "),
        (("export", "good.toml", "--out", "out", "--document", "poem"), "--document poem: "),
        (("export", "good.toml", "--out", "out", "--language", "fr"), "--language fr: "),
        (("export", "good.toml", "--out", "good.toml"), "good.toml: "),
        (("export", "bad.dasar", "--out", "out", "--password-file", "none.txt"), "none.txt: "),
        (("export", "good.toml", "--out", "out", "--names", "names.txt"), "--names: "),
        (("export", "good.toml", "--out", "out", "--document", "acknowledgement", "--names", "no.txt"), "no.txt: "),
        (("export", "good.toml", "--out", "out", "--document", "acknowledgement", "--names", "bad.txt"), "bad.txt: "),
        (("sample", "circus"), "circus: "),
        (("check", "bad.toml"), "bad.toml: [answers] state: "),
    ],
)
def test_bad_input_is_refused_with_file_key_and_cause(capsys, tmp_path, monkeypatch, arguments, expected):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.toml").write_text('[answers]\nbusiness_name = "Kedai"\n', encoding="utf-8")
    (tmp_path / "bad.toml").write_text('[answers]\nstate = "atlantis"\n', encoding="utf-8")
    (tmp_path / "bad.dasar").write_text("not a business file", encoding="utf-8")
    (tmp_path / "no.txt").write_text("\n \n", encoding="utf-8")
    (tmp_path / "bad.txt").write_text("Aminah", encoding="utf-16")
    before = {path.name for path in tmp_path.iterdir()}
    code, out, err = run(capsys, *arguments)
    assert code == 2
    assert out == ""
    assert err.startswith(expected)
    assert len(err.splitlines()) == 1
    assert "Traceback" not in err
    assert {path.name for path in tmp_path.iterdir()} == before


def test_every_fault_of_an_answers_file_has_a_line(capsys, tmp_path):
    answers = tmp_path / "a.toml"
    answers.write_text('[answers]\nstate = "atlantis"\nunicorns = 3\n\n[[people]]\nname = "Ali"\n', encoding="utf-8")
    code, out, err = run(capsys, "export", answers, "--out", tmp_path / "out")
    assert (code, out) == (2, "")
    places = [line.split(": ")[:2] for line in err.splitlines()]
    assert places == [["a.toml", "[[people]] 1"], ["a.toml", "[answers] state"], ["a.toml", "[answers] unicorns"]]
    assert not (tmp_path / "out").exists()


def test_a_protected_file_is_read_with_its_password_and_refused_without(capsys, bakery, tmp_path, monkeypatch):
    path = tmp_path / "Kedai.dasar"
    BusinessFile.create(path, read_answers(bakery, load_library()), now=NOW).close()
    connection = apsw.Connection(str(path))
    connection.pragma("rekey", "rahsia")
    connection.close()
    (tmp_path / "right.txt").write_text("rahsia\r\nsecond line\n", encoding="utf-8", newline="")
    (tmp_path / "wrong.txt").write_text("salah\n", encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", io.StringIO())  # nobody to ask
    arguments = ("export", path, "--out", tmp_path / "out", "--language", "ms")
    for more in ((), ("--password-file", tmp_path / "wrong.txt")):
        code, out, err = run(capsys, *arguments, *more)
        assert (code, out) == (2, "")
        assert err.startswith("Kedai.dasar: ")
        assert "password" in err
        assert not (tmp_path / "out").exists()
    assert run(capsys, *arguments, "--password-file", tmp_path / "right.txt")[0] == 0
    assert list((tmp_path / "out").glob("*.docx"))


def test_a_program_without_a_console_works_all_the_same(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    codes = [cli.main(["documents"]), cli.main(["check", str(tmp_path / "none.toml")])]
    sys.stdout.close()
    sys.stderr.close()
    assert codes == [0, 2]


def test_documents_and_questions_as_json(capsys):
    _, out, _ = run(capsys, "documents", "--json")
    documents = json.loads(out)
    assert documents[0]["id"] == "policy"
    assert set(documents[0]) == {"id", "title", "languages"}
    assert set(documents[0]["title"]) == {"ms", "en"}
    _, out, _ = run(capsys, "questions", "--json")
    questions = json.loads(out)
    assert len(questions) == len(load_library().questions)
    keys = {"id", "step", "kind", "essential", "prompt", "choices", "default", "when"}
    assert all(set(question) == keys for question in questions)
    state = next(question for question in questions if question["id"] == "state")
    assert {"code", "label"} == set(state["choices"][0])


def test_documents_and_questions_as_text(capsys):
    assert run(capsys, "documents")[1].startswith("policy  ")
    assert "business_name" in run(capsys, "questions")[1]


def test_check(capsys, bakery, tmp_path):
    assert run(capsys, "check")[0] == 0
    assert json.loads(run(capsys, "check", "--json")[1]) == []
    assert run(capsys, "check", bakery)[0] == 0
    unsure = tmp_path / "unsure.toml"
    unsure.write_text(bakery.read_text(encoding="utf-8").replace("tobacco_vape = false", 'tobacco_vape = "not_sure"'))
    code, out, _ = run(capsys, "check", unsure, "--json")
    assert code == 1
    assert [(row["severity"], row["place"]) for row in json.loads(out)] == [("review", "tobacco_vape")]
    empty = tmp_path / "empty.toml"
    empty.write_text("[answers]\n", encoding="utf-8")
    _, out, _ = run(capsys, "check", empty)
    assert out.startswith("business_name: ")
    assert out.endswith("The policy is not ready yet.\n")


def test_old_evidence_is_found_on_a_later_day(capsys, bakery):
    assert run(capsys, "check", bakery, "--date", "2026-11-22")[0] == 0
    code, out, _ = run(capsys, "check", bakery, "--date", "2028-01-01", "--json")
    assert code == 1
    assert {row["about"] for row in json.loads(out)} == {"law"}


def test_the_lawyers_pack_names_the_same_old_evidence(capsys, bakery, tmp_path):
    for day, is_old in (("2026-11-22", False), ("2028-01-01", True)):
        options = ("--document", "lawyer-pack", "--language", "en", "--date", day)
        assert run(capsys, "export", bakery, "--out", tmp_path / day, *options)[0] == 0
        (path,) = (tmp_path / day).iterdir()
        text = zipfile.ZipFile(path).read("word/document.xml").decode()
        assert ("older than a year" in text) == is_old


def test_the_sheet_of_one_business(capsys, tmp_path, bakery):
    target = tmp_path / "sheet.docx"
    assert run(capsys, "library", bakery, "--out", target)[0] == 0
    text = zipfile.ZipFile(target).read("word/document.xml").decode()
    assert "stance.purpose" in text
    assert "taboo.critical-systems" not in text


def test_library_sheet(capsys, tmp_path):
    target = tmp_path / "sheet.docx"
    assert run(capsys, "library", "--out", target)[0] == 0
    text = zipfile.ZipFile(target).read("word/document.xml").decode()
    assert all(clause.id in text for clause in load_library().clauses)


@pytest.mark.parametrize("command", [[], ["export"], ["check"], ["sample"], ["library"]])
def test_help_speaks_malay(capsys, monkeypatch, command):
    monkeypatch.setenv("DASARKITA_LANGUAGE", "ms")
    with pytest.raises(SystemExit) as ended:
        cli.main([*command, "--help"])
    assert ended.value.code == 0
    out = capsys.readouterr().out
    assert out.startswith("penggunaan: dasarkita")
    for english_words in ("usage", "options", "show this help", "positional", "commands", "the file"):
        assert english_words not in out


def test_usage_faults_speak_malay(capsys, monkeypatch):
    monkeypatch.setenv("DASARKITA_LANGUAGE", "ms")
    with pytest.raises(SystemExit) as ended:
        cli.main(["export", "x.toml"])
    assert ended.value.code == 2
    err = capsys.readouterr().err
    assert "required" not in err
    assert "error" not in err


@pytest.mark.parametrize(
    ("arguments", "cause"),
    [((), "expected at least one argument"), (("a", "b.dasar", "c"), "c"), (("a", "b.dasar", "c", "d"), "c d")],
)
def test_a_walk_takes_a_folder_and_at_most_a_file(capsys, tmp_path, monkeypatch, arguments, cause):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as ended:
        cli.main(["--smoke", *arguments])
    assert ended.value.code == 2
    err = capsys.readouterr().err
    assert err.startswith("usage: dasarkita")
    assert err.endswith(f" {cause}\n")
    assert list(tmp_path.iterdir()) == []


def test_a_fresh_process_gives_the_same_bytes(bakery, tmp_path):
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder in folders:
        call = [sys.executable, "-m", "desktop", "export", str(bakery), "--out", str(folder), "--language", "both"]
        subprocess.run(call, check=True, env=os.environ | {"PYTHONHASHSEED": "random"}, capture_output=True)
    (first,), (second,) = (list(folder.iterdir()) for folder in folders)
    assert first.read_bytes() == second.read_bytes()
