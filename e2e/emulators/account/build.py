"""Builds an account in an AWS of our own: python3 build.py <endpoint>. Prints as JSON what it made, by part and name.

Each part_*.py beside this file has build(account), which makes its resources and returns the ids that tests ask for. Parts run
in the order of their names; account.made holds what those before have made.
"""

import importlib.util
import json
import pathlib
import sys

from account import Account

account = Account(sys.argv[1])
for path in sorted(pathlib.Path(__file__).parent.glob('part_*.py')):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    part = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(part)
    account.made[path.stem.removeprefix('part_').split('_', 1)[1]] = part.build(account)
print(json.dumps(account.made))
