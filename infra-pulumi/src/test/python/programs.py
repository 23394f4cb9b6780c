"""A folder of stand-ins for programs, and what a script asked of them."""

import json
import os
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[3]


class Programs:
    """One program for each name. The module `answers` has a function for each; `state` is what they know at first."""

    def __init__(self, answers, *names, **state):
        self.folder = Path(tempfile.mkdtemp())
        self.file = self.folder / "state.json"
        self.file.write_text(json.dumps({"calls": [], **state}))
        for name in names:
            program = self.folder / name
            program.write_text(
                f"#!{sys.executable} -SEB\n"
                "import sys\n"
                f"sys.path.insert(0, {str(HERE)!r})\n"
                f"import {answers} as answers, standins\n"
                f"standins.answer({str(self.file)!r}, {name!r}, answers)\n"
            )
            program.chmod(program.stat().st_mode | stat.S_IXUSR)

    def run(self, command, folder=ROOT, typed="", **variables):
        environment = {"PATH": f"{self.folder}:{os.environ['PATH']}", "HOME": os.environ.get("HOME", "/"), **variables}
        return subprocess.run(command, cwd=folder, env=environment, text=True, input=typed, capture_output=True, timeout=60)

    @property
    def state(self):
        return json.loads(self.file.read_text())

    def asked(self, *start):
        calls = [" ".join(call) for call in self.state["calls"]]
        return [call for call in calls if call.startswith(" ".join(start))]
