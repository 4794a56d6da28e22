"""Calls boto3: python3 call.py <endpoint> '[["ec2", "create_tags", {...}], ...]'. Prints the answers as a list of JSON."""

import json
import sys

from account import Account

account = Account(sys.argv[1])
answers = []
for service, operation, parameters in json.loads(sys.argv[2]):
    answer = getattr(account.client(service), operation)(**parameters)
    answer.pop('ResponseMetadata', None)
    answers.append(answer)
print(json.dumps(answers, default=str))
