"""What AWS's own describe calls say of the account, through boto3: python3 describe.py <endpoint>.

Prints {type: {id: resource}} as JSON: each resource as the call answers it, times as ISO texts. Each described_*.py beside this
file has described(account), which yields (type, id, resource).
"""

import datetime
import importlib
import json
import pathlib
import sys

from account import Account


def text(value):
    if isinstance(value, datetime.datetime):
        # moto tells microseconds, AWS does not: the SDK for JavaScript rounds them.
        rounded = value.astimezone(datetime.timezone.utc) + datetime.timedelta(microseconds=500)
        return rounded.isoformat(timespec='milliseconds').replace('+00:00', 'Z')
    raise TypeError(f'{value!r} is not known to JSON')


account = Account(sys.argv[1])
found = {}
for path in sorted(pathlib.Path(__file__).parent.glob('described_*.py')):
    for kind, identity, resource in importlib.import_module(path.stem).described(account):
        found.setdefault(kind, {})[identity] = resource
print(json.dumps(found, default=text))
