"""Programs in place of aws, curl, docker, gh, mvn, pulumi and skopeo. They keep their state in one JSON file.

A test makes a folder of stand-ins, sets the state, and runs a script with the folder first in its PATH. A stand-in starts
often, so it imports little.
"""

import fcntl
import json
import sys


def answer(file, name, answers):
    """Runs as the program `name`: calls its function with the state and the arguments, and keeps the state."""
    # The programs of a pipeline run at the same time.
    with open(file, "r+") as known:
        fcntl.flock(known, fcntl.LOCK_EX)
        state = json.load(known)
        state["calls"].append([name, *sys.argv[1:]])
        code = 0
        try:
            told = getattr(answers, name)(state, sys.argv[1:])
            if told is not None:
                print(told)
        except SystemExit as refused:
            code = refused.code if isinstance(refused.code, int) else 1
            if not isinstance(refused.code, int):
                print(refused.code, file=sys.stderr)
        known.seek(0)
        known.truncate()
        json.dump(state, known)
    sys.exit(code)
