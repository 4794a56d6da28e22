"""Buckets, a table, a queue, a topic, a stream, a file system, a repository and a secret."""

import json

import boto3

from account import tags


def build(account):
    key = account.made['identity']['keyArn']
    buckets(account)
    dynamo = account.client('dynamodb')
    dynamo.create_table(
        TableName='orders',
        AttributeDefinitions=[{'AttributeName': 'id', 'AttributeType': 'S'}, {'AttributeName': 'at', 'AttributeType': 'N'}],
        KeySchema=[{'AttributeName': 'id', 'KeyType': 'HASH'}],
        GlobalSecondaryIndexes=[
            {
                'IndexName': 'by-time',
                'KeySchema': [{'AttributeName': 'at', 'KeyType': 'HASH'}],
                'Projection': {'ProjectionType': 'ALL'},
            }
        ],
        BillingMode='PAY_PER_REQUEST',
        SSESpecification={'Enabled': True, 'SSEType': 'KMS', 'KMSMasterKeyId': key},
        Tags=tags('orders'),
    )
    dynamo.update_continuous_backups(
        TableName='orders', PointInTimeRecoverySpecification={'PointInTimeRecoveryEnabled': True}
    )
    sqs = account.client('sqs')
    dead = sqs.create_queue(QueueName='dead-letters')['QueueUrl']
    dead_arn = sqs.get_queue_attributes(QueueUrl=dead, AttributeNames=['QueueArn'])['Attributes']['QueueArn']
    redrive = json.dumps({'deadLetterTargetArn': dead_arn, 'maxReceiveCount': 3})
    queue = sqs.create_queue(
        QueueName='orders',
        Attributes={'RedrivePolicy': redrive, 'VisibilityTimeout': '60'},
        tags={'Name': 'orders', 'Team': 'platform'},
    )['QueueUrl']
    topic = account.client('sns').create_topic(Name='alerts', Tags=tags('alerts'))['TopicArn']
    kinesis = account.client('kinesis')
    kinesis.create_stream(StreamName='clicks', ShardCount=2)
    kinesis.add_tags_to_stream(StreamName='clicks', Tags={'Name': 'clicks', 'Team': 'platform'})
    kinesis.start_stream_encryption(StreamName='clicks', EncryptionType='KMS', KeyId=key)
    efs = account.client('efs')
    files = efs.create_file_system(CreationToken='shared', Encrypted=True, Backup=True, Tags=tags('shared'))['FileSystemId']
    efs.put_lifecycle_configuration(FileSystemId=files, LifecyclePolicies=[{'TransitionToIA': 'AFTER_30_DAYS'}])
    return {'queue': queue, 'deadLetters': dead, 'topic': topic, 'fileSystem': files, **secrets(account, key)}


def secrets(account, key):
    ecr = account.client('ecr')
    ecr.create_repository(
        repositoryName='web', imageScanningConfiguration={'scanOnPush': True}, tags=tags('web')
    )
    rule = {'rulePriority': 1, 'selection': {'tagStatus': 'untagged', 'countType': 'imageCountMoreThan', 'countNumber': 9}}
    text = json.dumps({'rules': [{**rule, 'action': {'type': 'expire'}}]})
    ecr.put_lifecycle_policy(repositoryName='web', lifecyclePolicyText=text)
    secret = account.client('secretsmanager').create_secret(
        Name='database', SecretString='top-secret-1', KmsKeyId=key, Description='of orders', Tags=tags('database')
    )['ARN']
    return {'secret': secret}


def buckets(account):
    s3 = account.client('s3')
    here = {'LocationConstraint': account.region}
    s3.create_bucket(Bucket='plain', CreateBucketConfiguration=here)
    abroad = boto3.client(
        's3',
        endpoint_url=account.endpoint,
        region_name='eu-west-1',
        aws_access_key_id='test',
        aws_secret_access_key='test',
    )
    abroad.create_bucket(Bucket='elsewhere', CreateBucketConfiguration={'LocationConstraint': 'eu-west-1'})
    s3.create_bucket(Bucket='logs', CreateBucketConfiguration=here, ObjectLockEnabledForBucket=True)
    name = {'Bucket': 'logs'}
    s3.put_bucket_tagging(**name, Tagging={'TagSet': tags('logs')})
    s3.put_bucket_policy(
        **name,
        Policy=json.dumps({
            'Version': '2012-10-17',
            'Statement': [{'Effect': 'Deny', 'Principal': '*', 'Action': 's3:PutObject', 'Resource': 'arn:aws:s3:::logs/*'}],
        }),
    )
    s3.put_bucket_encryption(
        **name,
        ServerSideEncryptionConfiguration={
            'Rules': [{'ApplyServerSideEncryptionByDefault': {'SSEAlgorithm': 'aws:kms', 'KMSMasterKeyID': 'some-key'}}]
        },
    )
    s3.put_public_access_block(
        **name,
        PublicAccessBlockConfiguration={
            'BlockPublicAcls': True,
            'IgnorePublicAcls': True,
            'BlockPublicPolicy': True,
            'RestrictPublicBuckets': False,
        },
    )
    s3.put_bucket_lifecycle_configuration(
        **name,
        LifecycleConfiguration={
            'Rules': [
                {
                    'ID': 'old',
                    'Status': 'Enabled',
                    'Filter': {'And': {'Prefix': 'a/', 'Tags': [{'Key': 'keep', 'Value': 'no'}]}},
                    'Expiration': {'Days': 90},
                    'Transitions': [{'Days': 30, 'StorageClass': 'GLACIER'}],
                    'NoncurrentVersionExpiration': {'NoncurrentDays': 7},
                }
            ]
        },
    )
    s3.put_bucket_cors(
        **name,
        CORSConfiguration={
            'CORSRules': [
                {'AllowedMethods': ['GET'], 'AllowedOrigins': ['https://example.com'], 'ExposeHeaders': ['ETag']}
            ]
        },
    )
    s3.put_bucket_website(
        **name, WebsiteConfiguration={'IndexDocument': {'Suffix': 'index.html'}, 'ErrorDocument': {'Key': 'error.html'}}
    )
