"""The workflows of the hosted machines: their form, and whether all they name exists and is called as it wants."""

import hashlib
import json
import re
import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

import desktop

ROOT = Path(__file__).resolve().parent.parent.parent
GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
RELEASE = GITHUB / "workflows" / "release.yml"

SECRETS = {
    "AZURE_CLIENT_ID", "AZURE_TENANT_ID", "AZURE_SUBSCRIPTION_ID",
    "MACOS_CERTIFICATE", "MACOS_CERTIFICATE_PASSWORD", "NOTARY_KEY", "NOTARY_KEY_ID", "NOTARY_ISSUER",
}  # fmt: skip
MADE = {"build", "dist", ".venv", "notes.md", "release", "pictures", "smoke"}
"""What the steps make themselves."""


def read(workflow: Path) -> dict[str, Any]:
    return YAML(typ="safe").load(workflow.read_text(encoding="utf-8"))


def steps(workflow: Path) -> list[tuple[str, dict[str, Any], dict[str, Any]]]:
    """Every step with the name of its job, and its job."""
    return [(name, job, step) for name, job in read(workflow)["jobs"].items() for step in job["steps"]]


def commands(workflow: Path) -> list[str]:
    """Every line of every step that is a command, continued lines joined, with / between folders."""
    lines: list[str] = []
    for _name, _job, step in steps(workflow):
        text = re.sub(r"\\\n\s*", " ", step.get("run", ""))
        lines += [line.strip().replace("\\", "/") for line in text.splitlines() if line.strip()]
    return lines


def calls(workflow: Path) -> list[tuple[str, list[str]]]:
    """Every Python script that is called, with its arguments."""
    found = re.compile(r"(?:^|\s)(?:\S*/)?python3? (\S+\.py)\b(.*)")
    return [(match[1], match[2].split()) for line in commands(workflow) if (match := found.search(line))]


@pytest.fixture(scope="module")
def release() -> dict[str, Any]:
    return read(RELEASE)


def test_the_form_is_the_one_github_reads() -> None:
    schema = ["-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows"]
    done = subprocess.run([sys.executable, *schema, *map(str, WORKFLOWS)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert RELEASE in WORKFLOWS


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_every_script_that_is_called_exists(workflow: Path) -> None:
    named = {
        word
        for line in commands(workflow)
        for word in re.findall(r"(?<![\w./-])((?:\.github|\.ci|packaging|docs|desktop)/[\w./-]+|run\.py)", line)
    }
    assert named
    assert [name for name in sorted(named) if not (ROOT / name).is_file()] == []


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_every_option_is_one_the_script_knows(workflow: Path) -> None:
    called = [(script, word) for script, words in calls(workflow) for word in words if word.startswith("--")]
    assert called
    unknown = [(script, word) for script, word in called if word not in (ROOT / script).read_text(encoding="utf-8")]
    assert unknown == []


def test_every_script_is_given_as_many_words_as_it_asks_for() -> None:
    given = {script: [word for word in words if not word.startswith("-")] for script, words in calls(RELEASE)}
    for script, asked in {
        "packaging/linux/deb.py": ["dist/DasarKita", "dist"],
        "packaging/linux/tarball.py": ["dist/DasarKita", "dist"],
        "packaging/windows/build_setup.py": ["dist/DasarKita", "dist"],
        "packaging/built_tree.py": ["dist/DasarKita"],
        ".github/scripts/fetch_sources.py": ["release"],
        "packaging/macos/make_dmg.py": [],
    }.items():
        assert given[script] == asked, script


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_expressions_are_closed_and_ask_for_what_there_is(workflow: Path) -> None:
    text = workflow.read_text(encoding="utf-8")
    expressions = re.findall(r"\$\{\{(.*?)\}\}", text)
    assert text.count("${{") == text.count("}}") - text.count("}}}}") == len(expressions)
    conditions = [step["if"] for _name, _job, step in steps(workflow) if "if" in step]
    for expression in [*expressions, *conditions]:
        assert expression.count("(") == expression.count(")")
        assert expression.count("'") % 2 == 0
        for room, name in re.findall(r"\b(secrets|matrix|vars|env|runner|github)\.(\w+)", expression):
            assert room != "secrets" or name in SECRETS, name
    for name, job, step in steps(workflow):
        asked = set(re.findall(r"matrix\.(\w+)", json.dumps([job.get("runs-on"), step])))
        matrix = job.get("strategy", {}).get("matrix", {})
        known = set(matrix) | {key for row in matrix.get("include", []) for key in row}
        assert asked <= known, name


def test_the_secrets_that_are_explained_are_those_that_are_used() -> None:
    text = RELEASE.read_text(encoding="utf-8")
    head = text[: text.index("name: release")]
    assert set(re.findall(r"secrets\.(\w+)", text)) == SECRETS == set(re.findall(r"\b(?:AZURE|MACOS|NOTARY)_\w+", head))
    assert set(re.findall(r"vars\.(\w+)", text)) == set(re.findall(r"\bSIGNING_\w+", head))


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_secrets_reach_steps_by_their_environment_only(workflow: Path) -> None:
    for name, _job, step in steps(workflow):
        assert "secrets." not in step.get("run", ""), name
        assert "${{" not in step.get("run", ""), f"{name}: what others may choose would become part of a command"


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_a_job_may_do_only_what_it_must(workflow: Path) -> None:
    told = read(workflow)
    assert told["permissions"] == {"contents": "read"}
    assert told["concurrency"]["cancel-in-progress"] is True
    for name, job in told["jobs"].items():
        assert 0 < job["timeout-minutes"] <= 120, name
        allowed = {"release": {"contents", "id-token", "attestations"}, "windows": {"id-token"}}.get(name, set())
        assert {right for right, kind in job.get("permissions", {}).items() if kind == "write"} == allowed, name


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_actions_are_of_known_makers_and_of_one_version(workflow: Path) -> None:
    used = {step["uses"] for _name, _job, step in steps(workflow) if "uses" in step}
    assert used
    assert [name for name in used if not re.fullmatch(r"(actions|azure)/[\w-]+@v\d+(\.\d+)*", name)] == []


def test_the_same_python_everywhere_and_the_right_machines(release) -> None:
    versions = {
        step["with"]["python-version"] for _n, _j, step in steps(RELEASE) if "setup-python" in step.get("uses", "")
    }
    assert versions == {"3.11"}
    machines = {row["system"] for row in release["jobs"]["macos"]["strategy"]["matrix"]["include"]}
    assert machines == {"macos-15", "macos-15-intel"}
    assert release["jobs"]["linux"]["runs-on"] == "ubuntu-22.04"
    assert release["jobs"]["windows"]["runs-on"] == "windows-2025"


def test_nothing_is_released_that_was_not_tried(release) -> None:
    jobs = release["jobs"]

    def before(name: str) -> set[str]:
        needs = jobs[name].get("needs", [])
        needs = {needs} if isinstance(needs, str) else set(needs)
        return needs.union(*(before(other) for other in needs))

    assert before("release") == set(jobs) - {"release"}
    assert jobs["release"]["if"] == "github.ref_type == 'tag'"
    assert "--draft" in next(line for line in commands(RELEASE) if line.startswith("gh release create"))


def test_no_failure_goes_by_on_windows(release) -> None:
    """PowerShell goes on after a program that fails; only of the last one of a step the exit code counts."""
    programs = [
        re.findall(r"(?m)^\s*(?:\S*python|choco|pwsh|gh|az) .*$", step.get("run", ""))
        for step in release["jobs"]["windows"]["steps"]
    ]
    assert sum(map(len, programs)) > 5
    assert [lines for lines in programs if len(lines) > 1] == []


def test_what_is_uploaded_is_what_is_made(release) -> None:
    uploaded = {
        line
        for _name, _job, step in steps(RELEASE)
        if "upload-artifact" in step.get("uses", "")
        for line in step["with"]["path"].split()
    }
    assert uploaded == {"dist/*.deb", "dist/*.tar.xz", "dist/*-setup.exe", "dist/*.dmg", "pictures"}
    pattern = next(
        step["with"]["pattern"] for step in release["jobs"]["release"]["steps"] if "pattern" in step.get("with", {})
    )
    kinds = re.fullmatch(r"\{(.*)\}-\*", pattern)[1].split(",")
    names = [step["with"]["name"] for _n, _j, step in steps(RELEASE) if "upload-artifact" in step.get("uses", "")]
    names = [name for name in names if "matrix" not in name] + ["macos-arm64", "macos-x64"]
    assert [name for name in names if name.split("-")[0] not in kinds] == ["pictures-linux"]


def test_the_notes_of_a_release_name_the_files_that_are_made() -> None:
    notes = (GITHUB / "release-notes.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(\S+@VERSION@\S+)`", notes))
    assert named == {
        "DasarKita-@VERSION@-windows-x64-setup.exe",
        "DasarKita-@VERSION@-macos-arm64.dmg",
        "DasarKita-@VERSION@-macos-x64.dmg",
        "dasarkita_@VERSION@_amd64.deb",
        "DasarKita-@VERSION@-linux-x64.tar.xz",
    }
    for page in re.findall(r"/blob/v@VERSION@/(\S+)\)", notes):
        assert (ROOT / page).is_file(), page
    assert desktop.__version__ not in notes, "the workflow puts it in"


@pytest.mark.skipif(sys.platform == "win32", reason="what is called bash there opens another system")
@pytest.mark.parametrize("script", sorted((GITHUB / "scripts").glob("*.sh")), ids=lambda path: path.name)
def test_shell_scripts_can_be_read_by_their_shell(script: Path) -> None:
    shell = script.read_text(encoding="utf-8").splitlines()[0].rsplit("/", 1)[-1].removeprefix("env ")
    done = subprocess.run([shell, "-n", str(script)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.fixture
def fetching() -> dict[str, Any]:
    return runpy.run_path(str(GITHUB / "scripts" / "fetch_sources.py"))


@pytest.fixture
def archive(tmp_path: Path) -> dict[str, str]:
    """Source code at an address that needs no network."""
    file = tmp_path / "there" / "qt-1.tar.xz"
    file.parent.mkdir()
    file.write_bytes(b"source code" * 1000)
    return {"name": "Qt", "address": file.as_uri(), "sha256": hashlib.sha256(file.read_bytes()).hexdigest()}


def test_every_listed_source_has_a_name_of_its_own(fetching) -> None:
    sources = fetching["listed"]()
    names = [fetching["file_name"](source) for source in sources]
    assert len(set(names)) == len(names) > 2
    assert all(source["address"].startswith("https://") for source in sources)


def test_a_source_is_fetched_when_its_sum_is_right(fetching, archive, tmp_path) -> None:
    fetching["fetch"](archive, tmp_path)
    assert (tmp_path / "qt-1.tar.xz").read_bytes() == b"source code" * 1000


@pytest.mark.parametrize("form", ["{sum}\n", "{sum}  qt-1.tar.xz\n", "{other}  qt-0.tar.xz\n{sum} *qt-1.tar.xz\n"])
def test_the_sum_may_be_stated_at_another_address(fetching, archive, tmp_path, form) -> None:
    stated = tmp_path / "sums"
    stated.write_text(form.format(sum=archive.pop("sha256").upper(), other="0" * 64))
    fetching["fetch"]({**archive, "sha256_at": stated.as_uri(), "file": "other-name.tar.xz"}, tmp_path)
    assert (tmp_path / "other-name.tar.xz").is_file()


def test_a_source_with_another_sum_is_not_taken(fetching, archive, tmp_path) -> None:
    with pytest.raises(ValueError, match="its publisher states"):
        fetching["fetch"]({**archive, "sha256": "0" * 64}, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["there"]


def test_a_page_that_states_no_sum_is_no_reason_to_trust(fetching, archive, tmp_path) -> None:
    page = tmp_path / "page"
    page.write_text("not found")
    archive.pop("sha256")
    with pytest.raises(ValueError, match="states no sum"):
        fetching["fetch"]({**archive, "sha256_at": page.as_uri()}, tmp_path)


def test_a_smoke_run_that_was_not_well_is_noticed() -> None:
    faults = runpy.run_path(str(GITHUB / "scripts" / "try_program.py"))["faults"]
    well = {"ok": True, "faults": [], "frozen": True, "languages": ["en", "ms"], "documents": ["a"], "pictures": ["b"]}
    assert faults(well) == []
    for key, wrong in (("ok", False), ("frozen", False), ("documents", []), ("languages", ["en"]), ("faults", ["x"])):
        assert len(faults({**well, key: wrong})) == 1
