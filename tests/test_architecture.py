"""The rules of the house that no tool knows: what may stand where. The import contracts are in pyproject.toml."""

import ast
import re
import string
import tomllib
from collections.abc import Iterable, Iterator

import pytest

from tests.source_tree import EVERYTHING, PROGRAM, ROOT, Source, calls, imports, is_vietnamese, parsed, sources, strings

VIETNAMESE_PLACES = ("thidua_gui/text/", "thidua_gui/core/vietnamese.py", "thidua_gui/core/legacy_text.py")
MAY_CATCH_ALL = (
    "thidua_gui/ui/jobs.py", "thidua_gui/ui/crash.py", "thidua_gui/app/",
    "thidua_gui/ui/council/wall.py",  # the room sees the waiting slide, the operator the reason
)  # fmt: skip
CONSTRUCTORS = ("QLabel", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction")
SETTERS = ("setText", "setToolTip", "setWindowTitle", "setTitle", "setPlaceholderText", "setAccessibleName")
ADDERS = ("addAction", "addItem", "addTab", "addMenu")
NETWORK = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "requests", "PySide6.QtNetwork"}
LONGEST_FILE = 400
LONGEST_TEST = 20


def vietnamese_strings(source: Source) -> Iterator[str]:
    for node in strings(source):
        if is_vietnamese(str(node.value)):
            yield source.at(node, f"Vietnamese outside text/: {node.value!r}")


def shown_strings(source: Source) -> Iterator[str]:
    for call in calls(source, *CONSTRUCTORS, *SETTERS, *ADDERS):
        for argument in call.args:
            shown = argument.value if isinstance(argument, ast.Constant) else None
            if isinstance(shown, str) and sum(map(str.isalpha, shown)) > 1:
                yield source.at(call, f"words on the screen come from text/: {shown!r}")


def network_imports(source: Source) -> Iterator[str]:
    for node, module in imports(source):
        if module in NETWORK or module.partition(".")[0] in NETWORK:
            yield source.at(node, f"the program works without a network: {module}")


def caught_everything(source: Source) -> Iterator[str]:
    for node in ast.walk(source.tree):
        caught = ast.unparse(node.type) if isinstance(node, ast.ExceptHandler) and node.type else ""
        if not isinstance(node, ast.ExceptHandler) or caught not in {"", "Exception", "BaseException"}:
            continue
        if not isinstance(node.body[-1], ast.Raise):
            yield source.at(node, "only the job runner, the crash hook, the start and the room's wall catch everything")


def long_tests(source: Source) -> Iterator[str]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            lines = (node.end_lineno or 0) - node.body[0].lineno + 1
            if lines > LONGEST_TEST:
                yield source.at(node, f"{node.name} has {lines} lines")


def skipped_tests(source: Source) -> Iterator[str]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Attribute) and node.attr in {"skip", "skipif", "importorskip"}:
            yield source.at(node, "a test runs or is not there")
    for call in calls(source, "sleep"):
        yield source.at(call, "a test waits for an event, never for a time")


def page_imports(source: Source, pages: set[str]) -> Iterator[str]:
    """Imports of a page's package from another page or a shared widget; only app may know all pages."""
    for node, module in imports(source):
        parts = module.split(".")
        page = parts[2] if parts[:2] == ["thidua_gui", "ui"] and len(parts) > 2 else ""
        if page in pages and not source.name.startswith(f"thidua_gui/ui/{page}/"):
            yield source.at(node, f"only its own package and app import a page: {module}")


def raised_problems(source: Source) -> Iterator[tuple[ast.Call, str, set[str] | None]]:
    """Each raised code with the names of its details; None where they are handed on with **."""
    for call in calls(source, "UserError", "SystemProblem", "Problem"):
        names = {keyword.arg for keyword in call.keywords if keyword.arg}
        details = None if any(keyword.arg is None for keyword in call.keywords) else names
        for node in ast.walk(call.args[0]) if call.args else []:
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield call, node.value, details


def fields_of(sentence: str) -> set[str]:
    fields = (name for _, name, _, _ in string.Formatter().parse(sentence) if name)
    return {name.partition(".")[0].partition("[")[0] for name in fields}


def page_packages() -> set[str]:
    from thidua_gui.app.pages import ROWS

    return {key for key, _, _ in ROWS}


def told(broken: Iterable[object]) -> str:
    """All places where a rule is broken, one a line, so that a failure shows them all."""
    return "\n".join(map(str, broken))


def packages() -> list[str]:
    return sorted(path.parent.relative_to(ROOT).as_posix() for top in PROGRAM for path in (ROOT / top).rglob("*.py"))


def test_a_file_has_at_most_400_lines() -> None:
    long = [f"{source.name}: {source.text.count(chr(10))}" for source in sources(*EVERYTHING)]
    assert told(line for line in long if int(line.split(": ")[1]) > LONGEST_FILE) == ""


def test_a_module_says_in_its_first_line_what_it_is_for() -> None:
    silent = [source.name for source in sources(*EVERYTHING) if source.text and not ast.get_docstring(source.tree)]
    assert told(silent) == ""


def test_every_package_has_an_init_that_is_empty() -> None:
    folders = {ROOT / folder for folder in packages()} - {ROOT, ROOT / "tools"}
    wrong = [folder for folder in folders if not (folder / "__init__.py").is_file()]
    full = [folder for folder in folders - set(wrong) if (folder / "__init__.py").read_text(encoding="utf-8").strip()]
    assert told(wrong) == ""
    assert told(folder for folder in full if folder != ROOT / "db" / "migrations") == ""


def test_vietnamese_stands_only_where_wording_belongs() -> None:
    found = [
        line
        for source in sources(*PROGRAM)
        if not source.name.startswith(VIETNAMESE_PLACES)
        for line in vietnamese_strings(source)
    ]
    assert told(found) == ""


def test_the_user_interface_takes_its_words_from_text() -> None:
    assert told(line for source in sources("thidua_gui/ui") for line in shown_strings(source)) == ""


def test_the_program_opens_no_network() -> None:
    assert told(line for source in sources("thidua_gui", "db") for line in network_imports(source)) == ""


def test_nothing_swallows_unknown_errors() -> None:
    found = [
        line
        for source in sources("thidua_gui", "db")
        if not source.name.startswith(MAY_CATCH_ALL)
        for line in caught_everything(source)
    ]
    assert told(found) == ""


def test_a_test_is_short() -> None:
    assert told(line for source in sources("tests") for line in long_tests(source)) == ""


def test_no_test_is_skipped_or_sleeps() -> None:
    assert told(line for source in sources("tests") for line in skipped_tests(source)) == ""


def test_pages_do_not_import_one_another() -> None:
    pages = page_packages()
    assert told(line for source in sources("thidua_gui/ui") for line in page_imports(source, pages)) == ""


def test_the_import_contract_of_pages_names_every_page() -> None:
    configuration = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = configuration["tool"]["importlinter"]["contracts"]
    named = [module for contract in contracts if contract["type"] == "independence" for module in contract["modules"]]
    assert sorted(named) == [f"thidua_gui.ui.{page}" for page in sorted(page_packages())]


def test_an_unchecked_line_names_the_check_and_gives_a_reason() -> None:
    loose = re.compile(r"# mypy:|# type: ignore(?!\[[a-z-]+\]  # \w+)|# noqa(?!: [A-Z0-9]+ - \w+)")
    found = [f"{source.name}: {match[0]}" for source in sources(*PROGRAM) for match in loose.finditer(source.text)]
    assert told(found) == ""


def test_nothing_reads_a_file_from_outside_the_tree() -> None:
    outside = ("/".join(("", "work", "")), "/".join(("..", "shared")))
    found = [
        source.at(node, str(node.value))
        for source in sources(*EVERYTHING)
        for node in strings(source)
        if any(place in str(node.value) for place in outside)
    ]
    assert told(found) == ""


def test_every_error_code_has_a_sentence() -> None:
    from thidua_gui.text.errors import SENTENCES

    raised = [(source, *problem) for source in sources("thidua_gui") for problem in raised_problems(source)]
    assert told(source.at(call, code) for source, call, code, _ in raised if code not in SENTENCES) == ""


def test_every_error_is_raised_with_the_details_its_sentence_names() -> None:
    from thidua_gui.text.errors import SENTENCES

    raised = [(source, *problem) for source in sources("thidua_gui") for problem in raised_problems(source)]
    missing = [
        source.at(call, f"{code} lacks {fields_of(sentence) - details}")
        for source, call, code, details in raised
        if details is not None and isinstance(sentence := SENTENCES.get(code), str) and fields_of(sentence) - details
    ]
    assert told(missing) == ""


@pytest.mark.parametrize(
    ("rule", "snippet"),
    [
        (vietnamese_strings, 'title = "Đơn vị"'),
        (vietnamese_strings, 'title = f"{count} người"'),
        (shown_strings, 'label = QLabel("People")'),
        (network_imports, "from urllib.request import urlopen"),
        (network_imports, "from PySide6.QtNetwork import QLocalServer"),
        (caught_everything, "try:\n    work()\nexcept Exception:\n    pass"),
        (caught_everything, "try:\n    work()\nexcept:\n    pass"),
        (skipped_tests, "@pytest.mark.skipif(True)\ndef test_it(): ..."),
        (skipped_tests, "time.sleep(1)"),
        (long_tests, "def test_it():\n" + "    step()\n" * (LONGEST_TEST + 1)),
        (raised_problems, 'raise UserError("no_such_code", name=name)'),
    ],
)
def test_each_rule_sees_what_breaks_it(rule: object, snippet: str) -> None:
    assert callable(rule)
    assert list(rule(parsed(snippet))) != []


def test_docstrings_and_comments_may_be_vietnamese() -> None:
    assert list(vietnamese_strings(parsed('"""Đơn vị."""\n# người\ncount = "·–→"\n'))) == []
