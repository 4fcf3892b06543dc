"""tools/dev.py: what it decides before it installs or starts anything."""

import importlib.util
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent


def _loaded() -> ModuleType:
    spec = importlib.util.spec_from_file_location("dev", ROOT / "tools" / "dev.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


dev = _loaded()


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What would have been started; nothing is."""
    started: list[list[str]] = []

    def call(*command: object, env: object = None) -> int:
        started.append([str(word) for word in command])
        return 0

    monkeypatch.setattr(dev, "call", call)
    monkeypatch.setattr(dev, "ready", lambda requirements: Path("python"))
    return started


def test_without_a_screen_the_x_libraries_are_not_wanted() -> None:
    assert set(dev.wanted_libraries("linux", {})) == set(dev.LIBRARIES)


def test_with_an_x_screen_its_libraries_are_wanted_too() -> None:
    wanted = dev.wanted_libraries("linux", {"DISPLAY": ":0"})
    assert "libxcb-cursor0" in wanted
    assert "libgl1" in wanted


def test_a_package_is_built_with_the_x_libraries_even_without_a_screen() -> None:
    assert "libxcb-cursor0" in dev.wanted_libraries("linux", {}, packaging=True)


def test_windows_brings_its_own_libraries() -> None:
    assert dev.wanted_libraries("win32", {"DISPLAY": ":0"}) == {}


def test_only_packages_whose_library_does_not_load_are_missing() -> None:
    wanted = {"libgl1": "libGL.so.1", "libegl1": "libEGL.so.1"}
    assert dev.missing_packages(wanted, is_loadable=lambda soname: soname == "libGL.so.1") == ["libegl1"]


def test_a_library_that_is_not_there_does_not_load() -> None:
    assert not dev.loads("libnothing-of-this-name.so.9")


def test_without_root_the_one_line_to_run_is_said_and_nothing_is_installed(
    monkeypatch: pytest.MonkeyPatch, commands: list[list[str]]
) -> None:
    monkeypatch.setattr(dev, "is_root", lambda: False)
    monkeypatch.setattr(dev.shutil, "which", lambda name: f"/usr/bin/{name}")
    with pytest.raises(dev.Stop, match="apt-get install -y --no-install-recommends libegl1") as stop:
        dev.install_packages(["libegl1"])
    assert stop.value.code == 3
    assert commands == []


def test_root_installs_the_missing_packages_after_an_update(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "is_root", lambda: True)
    monkeypatch.setattr(dev.shutil, "which", lambda name: f"/usr/bin/{name}")
    lines: list[str] = []
    ended = subprocess.CompletedProcess("", 0, "", "")
    monkeypatch.setattr(dev.subprocess, "run", lambda line, **options: lines.append(line) or ended)
    dev.install_packages(["libegl1", "libgl1"])
    assert lines == ["apt-get update && apt-get install -y --no-install-recommends libegl1 libgl1"]


def test_a_system_without_apt_is_told_the_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev.shutil, "which", lambda name: None)
    with pytest.raises(dev.Stop, match="libegl1") as stop:
        dev.install_packages(["libegl1"])
    assert stop.value.code == 3


@pytest.mark.parametrize(
    ("platform", "environment", "screen"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("win32", {}, True),
    ],
)
def test_a_screen_is_known_by_the_environment(platform: str, environment: dict[str, str], screen: bool) -> None:
    assert dev.has_screen(platform, environment) is screen


def test_run_without_a_screen_says_so_and_makes_the_demo(
    monkeypatch: pytest.MonkeyPatch, commands: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "has_screen", lambda platform, environment: False)
    assert dev.main(["run"]) == 0
    assert commands == [["python", "main.py", "demo", "--out", "out"]]
    assert capsys.readouterr().err.count("\n") == 1


def test_run_with_a_screen_starts_the_program_on_the_sample_year(
    monkeypatch: pytest.MonkeyPatch, commands: list[list[str]]
) -> None:
    monkeypatch.setattr(dev, "has_screen", lambda platform, environment: True)
    dev.main(["run"])
    assert commands == [["python", "main.py", "--sample"]]


def test_the_demo_passes_its_arguments_on(commands: list[list[str]]) -> None:
    dev.main(["demo", "--out", "elsewhere", "--from", "year.xlsx"])
    assert commands == [["python", "main.py", "demo", "--out", "elsewhere", "--from", "year.xlsx"]]


def test_chosen_tests_run_without_the_other_checks(commands: list[list[str]]) -> None:
    dev.main(["test", "tests/core", "-k", "points"])
    assert commands == [["python", "-m", "pytest", "tests/core", "-k", "points"]]


def test_one_failed_check_fails_the_job_after_all_checks_have_run(
    monkeypatch: pytest.MonkeyPatch, commands: list[list[str]]
) -> None:
    monkeypatch.setattr(dev, "call", lambda *command: commands.append([*map(str, command)]) or "ruff" in command)
    assert dev.main(["test"]) == 1
    assert [command[2] for command in commands[:2]] == ["ruff", "mypy"]
    assert commands[-1] == ["python", "-m", "pytest", "-n", "2"]


def test_an_unknown_benchmark_is_refused(commands: list[list[str]]) -> None:
    assert dev.main(["bench", "no-such-benchmark"]) == 2
    assert commands == []


def test_the_stamp_changes_with_the_list_and_with_python(tmp_path: Path) -> None:
    listed = tmp_path / "requirements.txt"
    listed.write_text("peewee==4.5.3\n")
    first = dev.stamp_of(listed, "3.11.2")
    assert dev.stamp_of(listed, "3.12.0") != first
    listed.write_text("peewee==4.5.4\n")
    assert dev.stamp_of(listed, "3.11.2") != first


def test_an_installed_list_is_not_installed_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, commands: list[list[str]]
) -> None:
    monkeypatch.setattr(dev, "VENV", tmp_path)
    monkeypatch.setattr(dev, "pip_command", lambda python: ["pip"])
    dev.ensure_requirements(Path("python"), "requirements.txt")
    dev.ensure_requirements(Path("python"), "requirements.txt")
    assert len(commands) == 1
    assert "--require-hashes" in commands[0]


@pytest.mark.parametrize("offered", ["own pip", "ensurepip", "the system's pip"])
def test_pip_is_found_where_debian_leaves_it(offered: str, monkeypatch: pytest.MonkeyPatch) -> None:
    marks = {"own pip": "pip --version", "ensurepip": "ensurepip", "the system's pip": "--python"}
    monkeypatch.setattr(dev, "runs", lambda *command: marks[offered] in " ".join(command[1:]))
    command = dev.pip_command(Path("python"))
    assert command[0] == (sys.executable if offered == "the system's pip" else "python")


def test_dev_needs_nothing_but_the_standard_library() -> None:
    text = (ROOT / "tools" / "dev.py").read_text(encoding="utf-8")
    imported = set(re.findall(r"^\s*(?:import|from) (\w+)", text, re.MULTILINE))
    assert imported <= sys.stdlib_module_names


def test_an_unknown_job_is_refused_with_the_list_of_jobs() -> None:
    command = [sys.executable, ROOT / "tools" / "dev.py", "fly"]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 2
    assert "bench" in ended.stderr


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt", "requirements-build.txt"])
def test_every_requirement_is_pinned_with_hashes_and_no_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    pins = re.findall(r"^[A-Za-z0-9][\w.-]*==\S+ \\$", text, re.MULTILINE)
    names = re.findall(r"^[A-Za-z0-9][\w.-]*", text, re.MULTILINE)
    assert len(pins) == len(names)
    assert text.count("--hash=sha256:") >= len(pins)
    assert not re.search(r"://|--find-links|index-url|--trusted-host", text)
