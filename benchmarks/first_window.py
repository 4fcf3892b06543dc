"""How long a person waits for the window: from the start of the process to the first painted window, and to the
first page with its figures, beside a bare PySide6 window with a table, in turns in the same run.

Prints JSON lines. Run: python benchmarks/first_window.py [--rounds N]
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GOAL = 2.0
BARE = """
import os, sys
from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView
class Model(QAbstractTableModel):
    def rowCount(self, parent=None): return 45
    def columnCount(self, parent=None): return 8
    def data(self, index, role=0): return f"{index.row()} {index.column()}" if role == 0 else None
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        os.write(1, b"painted\\n"); os._exit(0)
app = QApplication([])
model, table, window = Model(), QTableView(), Window()
table.setModel(model); window.setCentralWidget(table); window.resize(1440, 900); window.show(); app.exec()
"""
OURS = """
import os, sys
sys.path.insert(0, sys.argv[1])
from thidua_gui.app import gui
from pathlib import Path
until = sys.argv[3]
window_type = gui.MainWindow
class Watched(window_type):
    def paintEvent(self, event):
        super().paintEvent(event)
        page = self.workspace and self.workspace.current_page()
        if until == "window" or (page and self.context.jobs.is_idle and page.isVisible()):
            os.write(1, b"painted\\n"); os._exit(0)
        if until == "page":
            from PySide6.QtCore import QTimer
            QTimer.singleShot(1, self.update)
gui.MainWindow = Watched
gui.run(gui.Request(file=Path(sys.argv[2])))
"""


def main() -> int:
    """Measure in turns and print the medians and their ratios; 1 if the window takes longer than the goal."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "TDKT_DATA": folder}
        environment.setdefault("PYTHONDONTWRITEBYTECODE", "")
        sample = make_sample(Path(folder), environment)
        ways = {
            "bare": [sys.executable, "-c", BARE],
            "window": [sys.executable, "-c", OURS, str(ROOT), str(sample), "window"],
            "page": [sys.executable, "-c", OURS, str(ROOT), str(sample), "page"],
        }
        seconds: dict[str, list[float]] = {name: [] for name in ways}
        for turn in range(rounds + 1):
            for name, command in ways.items():
                sample.with_name(sample.name + ".lock").unlink(missing_ok=True)
                spent = measured(command, environment)
                if turn:
                    seconds[name].append(spent)
    return 0 if report(seconds) <= GOAL else 1


def measured(command: list[str], environment: dict[str, str]) -> float:
    """Wall seconds from the start of the process to its word that the window is painted."""
    begun = time.perf_counter()
    done = subprocess.run(command, env=environment, capture_output=True, check=False, timeout=60)
    spent = time.perf_counter() - begun
    if b"painted" not in done.stdout:
        raise SystemExit(done.stderr.decode())
    return spent


def make_sample(folder: Path, environment: dict[str, str]) -> Path:
    """A data file of the sample year."""
    code = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from pathlib import Path\n"
        "from thidua_gui import resources\n"
        "from thidua_gui.services import data_file, imports\n"
        "data_file.create(Path(sys.argv[2])); imports.import_workbook(resources.path('sample', 'nam-2022.xlsx'))\n"
        "data_file.close()\n"
    )
    path = folder / "mau.tdkt"
    subprocess.run([sys.executable, "-c", code, str(ROOT), str(path)], env=environment, check=True)
    return path


def report(seconds: dict[str, list[float]]) -> float:
    """One line a figure; the ratio of the medians of the first window, which is what counts."""
    medians = {name: statistics.median(spent) for name, spent in seconds.items()}
    for name, spent in seconds.items():
        line: dict[str, object] = {
            "figure": f"start_to_{name}",
            "seconds": round(medians[name], 3),
            "least": round(min(spent), 3),
        }
        if name != "bare":
            line["times_bare"] = round(medians[name] / medians["bare"], 2)
            if name == "window":
                line["goal"] = GOAL
        print(json.dumps(line), flush=True)
    return medians["window"] / medians["bare"]


if __name__ == "__main__":
    sys.exit(main())
