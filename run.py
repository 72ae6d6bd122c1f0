"""Sets DasarKita up and opens it, or sets it up and runs its tests.

    python3 run.py                        open the program
    python3 run.py export FILE --out DIR  any command of the program
    python3 run.py --tests [ARGUMENT]...  run all tests; arguments go to pytest
    python3 run.py --freeze               build the stand-alone program in dist/

Everything is installed in `.venv` beside this file and nowhere else; a second run finds it there. Only the standard
library is used, and the grammar of Python 3.6, so that an old Python gets as far as saying that it is too old.
"""

import os
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
HOME = ROOT / ".venv"
UNDER_WAY = HOME / "set-up-under-way"
OLDEST = (3, 11)

PROGRAM, TESTS, FREEZE = "program", "tests", "freeze"
"""The files of `requirements/`. Every environment holds the first."""

# What PySide6 needs of the system and does not bring along: the file to load -> the Debian package it is in.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
}
WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}

FREEZE_NEEDS = {
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-util.so.1": "libxcb-util1",
    "objdump": "binutils",
}

# gettext and its catalogues are not there yet while this file works, so it has its own few words.
ENGLISH = {
    "setting_up": "Setting up DasarKita. This is done once, needs the internet and takes a minute or two.",
    "unpacking": "Unpacking ...",
    "ready": "DasarKita is ready.",
    "old_python": "DasarKita needs Python {needed} or newer; this is Python {found}. Please install a newer one.",
    "installing": "Installing what the system lacks: {packages}",
    "no_venv": "Python is not complete here. Please run this line, then try again:\n\n    {line}\n",
    "no_venv_elsewhere": "Python is not complete here: venv and ensurepip are missing. Please install it again.",
    "no_libraries": "If the window does not open, please run this line, then try again:\n\n    {line}\n",
    "no_libraries_elsewhere": "If the window does not open, please install the system packages that hold {libraries}.",
    "no_packages": "Fetching the parts of DasarKita failed. Please check the internet.\nDetails: {log}\n{cause}",
    "no_environment": "The folder {folder} could not be prepared. Has the disk room, and may you write there?\n{cause}",
    "stopped": "Stopped. The set-up starts over next time.",
}
MALAY = {
    "setting_up": "Menyediakan DasarKita. Ini sekali sahaja, memerlukan Internet dan mengambil masa seminit dua.",
    "unpacking": "Sedang membuka bungkusan ...",
    "ready": "DasarKita sudah sedia.",
    "old_python": "DasarKita memerlukan Python {needed} ke atas; ini Python {found}. Sila pasang yang lebih baharu.",
    "installing": "Memasang apa yang belum ada pada sistem: {packages}",
    "no_venv": "Python di sini belum lengkap. Sila jalankan baris ini, kemudian cuba lagi:\n\n    {line}\n",
    "no_venv_elsewhere": "Python di sini belum lengkap: venv dan ensurepip tiada. Sila pasang Python semula.",
    "no_libraries": "Jika tetingkap tidak terbuka, sila jalankan baris ini, kemudian cuba lagi:\n\n    {line}\n",
    "no_libraries_elsewhere": "Jika tetingkap tidak terbuka, sila pasang pakej sistem yang mengandungi {libraries}.",
    "no_packages": "Komponen DasarKita gagal diambil. Sila semak sambungan Internet.\nButiran: {log}\n{cause}",
    "no_environment": "Folder {folder} gagal disediakan. Adakah cakera penuh atau folder itu dikunci?\n{cause}",
    "stopped": "Dihentikan. Penyediaan bermula semula pada kali berikutnya.",
}


def language() -> str:
    """The language to speak, "ms" or "en": `DASARKITA_LANGUAGE`, else the system's."""
    names = ("DASARKITA_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    wish = next((os.environ[name] for name in names if os.environ.get(name)), "")
    if not wish and os.name == "nt":
        import ctypes

        # the lower ten bits name the language, 0x3E is Malay
        return "ms" if ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF == 0x3E else "en"
    return "ms" if wish.lower().startswith("ms") else "en"


def words(key: str, **values: object) -> str:
    """A sentence of the tables above in the language to speak."""
    return (MALAY if language() == "ms" else ENGLISH)[key].format(**values)


def tell(text: str) -> None:
    """Say something on standard error: standard output belongs to the program."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


class SetUpError(Exception):
    """Why the set-up cannot go on, as a sentence for the user."""


def python_found() -> str:
    """The version of this Python as people write it: "3.9"."""
    return ".".join(str(number) for number in sys.version_info[:2])


def newer_python() -> str:
    """The path of a Python on this computer that is new enough; empty if there is none."""
    found = (shutil.which(f"python3.{minor}") for minor in range(14, OLDEST[1] - 1, -1))
    return next((path for path in found if path), "")


if sys.version_info[:2] < OLDEST:
    if newer_python() and os.name != "nt":
        os.execv(newer_python(), [newer_python(), str(Path(__file__).resolve()), *sys.argv[1:]])
    sys.exit(words("old_python", needed=".".join(str(number) for number in OLDEST), found=python_found()))

# From here on, any grammar that Python 3.6 can read and any library that Python 3.11 has.


def interpreter() -> Path:
    """The Python of the project's own environment."""
    return HOME / "Scripts" / "python.exe" if os.name == "nt" else HOME / "bin" / "python"


def base_interpreter() -> str:
    """The Python that the environment stands on; empty if it is gone."""
    try:
        if os.name != "nt":
            return str(interpreter().resolve(strict=True))
        settings = (HOME / "pyvenv.cfg").read_text(encoding="utf-8").splitlines()
        home = next(line.partition("=")[2].strip() for line in settings if line.startswith("home"))
        return str((Path(home) / "python.exe").resolve(strict=True))
    except (OSError, StopIteration):
        return ""


def requirements(part: str) -> Path:
    """The file of pinned packages of a part."""
    return ROOT / "requirements" / f"{part}.txt"


def stamp(part: str) -> Path:
    """The file that says what was installed for a part."""
    return HOME / f"set-up-{part}"


def fingerprint(part: str) -> str:
    """What a stamp must hold for the part to be up to date."""
    return f"{base_interpreter()}\n{requirements(part).read_text(encoding='utf-8')}"


def is_set_up(part: str) -> bool:
    """Whether the environment holds a part, whole and as pinned today."""
    try:
        return not UNDER_WAY.exists() and stamp(part).read_text(encoding="utf-8") == fingerprint(part)
    except OSError:
        return False


def set_up(parts: list[str]) -> None:
    """Bring the environment up to date. Raises `SetUpError`."""
    missing = [part for part in parts if not is_set_up(part)]
    if not missing:
        return
    tell(words("setting_up"))
    if not is_set_up(PROGRAM):
        make_environment()
    UNDER_WAY.touch()
    install(parts)
    for part in missing:
        stamp(part).write_text(fingerprint(part), encoding="utf-8")
    UNDER_WAY.unlink()
    tell(words("ready"))


def make_environment() -> None:
    """Make the environment anew, whatever an older or interrupted set-up left. Raises `SetUpError`."""
    import subprocess
    import venv

    for part in (PROGRAM, TESTS, FREEZE):
        # first of all, so that a half-emptied folder never looks finished
        stamp(part).unlink(missing_ok=True)
    try:
        venv.EnvBuilder(clear=True, with_pip=True, symlinks=os.name != "nt", prompt="dasarkita").create(HOME)
    except subprocess.CalledProcessError as fault:
        raise SetUpError(words("no_environment", folder=HOME, cause=fault)) from fault


def install(parts: list[str]) -> None:
    """Install the pinned packages of these parts, naming each on the way. Raises `SetUpError`."""
    import subprocess

    command = [str(interpreter()), "-I", "-m", "pip", "install", "--no-user", "--no-input", "--progress-bar", "off"]
    command += ["--disable-pip-version-check", "--only-binary", ":all:"]
    for part in parts:
        command += ["-r", str(requirements(part))]
    log, cause = HOME / "set-up.log", ""
    with log.open("wb") as record, subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as pip:
        for raw in pip.stdout or ():
            record.write(raw)
            line = raw.decode(errors="replace")
            if line.startswith("Collecting "):
                tell("  " + line.split()[1].replace("==", " "))
            elif line.startswith("Installing collected packages"):
                tell(words("unpacking"))
            elif line.startswith("ERROR: "):
                cause = cause or line.strip()
    if pip.returncode:
        if stamp(PROGRAM).exists():
            # pip takes back what it began, so the program goes on working without the tests
            UNDER_WAY.unlink(missing_ok=True)
        raise SetUpError(words("no_packages", log=log, cause=cause))


def missing_libraries(libraries: dict[str, str]) -> dict[str, str]:
    """Those libraries that this Linux system cannot load, and commands it does not have, with their packages."""
    import ctypes

    missing: dict[str, str] = {}
    for name, package in libraries.items():
        try:
            if ".so" in name:
                ctypes.CDLL(name)
            elif not shutil.which(name):
                missing[name] = package
        except OSError:
            missing[name] = package
    return missing


def lacks_venv() -> bool:
    """Whether Python came without what makes environments, as on a bare Debian."""
    from importlib.util import find_spec

    return find_spec("venv") is None or find_spec("ensurepip") is None


def apt_line(packages: list[str]) -> str:
    """The line an administrator types to install packages."""
    sudo = "" if os.name == "posix" and os.geteuid() == 0 else "sudo "
    return f"{sudo}apt-get update && {sudo}apt-get install -y --no-install-recommends {' '.join(packages)}"


def install_system_packages(packages: list[str]) -> None:
    """Install Debian packages if we may without asking for a password. Failure shows in what is still missing."""
    import subprocess

    prefix = ["env", "DEBIAN_FRONTEND=noninteractive"]
    if os.geteuid() != 0:
        if not shutil.which("sudo"):
            return
        if subprocess.run(["sudo", "-n", "true"], check=False, capture_output=True).returncode:
            return
        prefix = ["sudo", "-n", *prefix]
    tell(words("installing", packages=" ".join(packages)))
    wait = ["-o", "DPkg::Lock::Timeout=120"]
    for step in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        command = [*prefix, "apt-get", *wait, *step]
        done = subprocess.run(command, check=False, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        if done.returncode:
            return


def prepare_system(libraries: dict[str, str]) -> None:
    """See that the system has what we need of it. Raises `SetUpError` without venv; lacking libraries get a warning."""
    needs_venv = not is_set_up(PROGRAM) and lacks_venv()
    missing = missing_libraries(libraries) if sys.platform == "linux" else {}
    if not needs_venv and not missing:
        return
    has_apt = shutil.which("apt-get") is not None
    venv_package = [f"python{python_found()}-venv"] if needs_venv else []
    if has_apt:
        install_system_packages(venv_package + list(missing.values()))
        missing = missing_libraries(missing)
    if needs_venv and lacks_venv():
        line = apt_line(venv_package + list(missing.values()))
        raise SetUpError(words("no_venv", line=line) if has_apt else words("no_venv_elsewhere"))
    if missing and has_apt:
        tell(words("no_libraries", line=apt_line(list(missing.values()))))
    elif missing:
        tell(words("no_libraries_elsewhere", libraries=", ".join(missing)))


def opens_window(arguments: list[str]) -> bool:
    """Whether the program, called like this, shows a window: it does unless a command comes first."""
    first = next((argument for argument in arguments if not argument.startswith("-")), "")
    return not first or first.endswith(".dasar") or arguments[0] == "--smoke"


def hand_over(command: list[str], folder: Path) -> int:
    """Become this command of our environment (on Windows: run it) and return its exit code."""
    command = [str(interpreter()), "-P", *command]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONHOME"}
    environment["PYTHONPATH"] = str(ROOT)
    os.chdir(folder)
    if os.name == "posix":
        os.execve(command[0], command, environment)
    import subprocess

    with subprocess.Popen(command, env=environment) as child:
        while True:
            try:
                return child.wait()
            except KeyboardInterrupt:
                # the child got it too, and decides
                continue


ALL_TESTS = ["-n", "auto", "--maxprocesses", "4", "--dist", "worksteal"]
"""On all cores: the whole suite takes twice as long on one. Tests of a file stay together, with what they share."""


def main(arguments: list[str]) -> int:
    """Set up what these arguments need, then do what they say. Returns the exit code."""
    here = Path.cwd()
    parts, libraries, command, folder = [PROGRAM], {}, ["-m", "desktop", *arguments], here
    if arguments[:1] == ["--tests"]:
        parts, libraries = [PROGRAM, TESTS], LIBRARIES
        command, folder = ["-m", "pytest", *(arguments[1:] or ALL_TESTS)], ROOT
    elif arguments == ["--freeze"]:
        parts, libraries = [PROGRAM, FREEZE], LIBRARIES | WINDOW_LIBRARIES | FREEZE_NEEDS
        command, folder = ["-m", "PyInstaller", "--noconfirm", "build.spec"], ROOT
    elif opens_window(arguments):
        libraries = LIBRARIES | WINDOW_LIBRARIES
    try:
        prepare_system(libraries)
        set_up(parts)
        return hand_over(command, folder)
    except SetUpError as fault:
        tell(str(fault))
    except OSError as fault:
        tell(words("no_environment", folder=HOME, cause=fault.strerror or fault))
    except KeyboardInterrupt:
        tell(words("stopped"))
        return 130
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
