"""What the parts of the built account share: clients of an AWS of our own, and tags."""

import boto3


class Account:
    region = 'us-west-2'
    account_id = '123456789012'
    image = 'ami-12c6146b'

    def __init__(self, endpoint):
        self.endpoint = endpoint
        self.made = {}

    def client(self, service):
        return boto3.client(
            service,
            endpoint_url=self.endpoint,
            region_name=self.region,
            aws_access_key_id='test',
            aws_secret_access_key='test',
        )


def tags(name, **more):
    """A list of tags as most services take it."""
    return [{'Key': key, 'Value': value} for key, value in {'Name': name, 'Team': 'platform', **more}.items()]


def tagged(kind, name):
    """The same for EC2, which wants to know of what kind the new resource is."""
    return [{'ResourceType': kind, 'Tags': tags(name)}]
