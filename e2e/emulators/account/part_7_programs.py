"""What runs without servers, and what watches over it."""

import datetime
import io
import json
import zipfile

# moto brings it along.
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from account import tags


def build(account):
    place = account.made['network']['vpcs'][0]
    role = account.made['identity']['roleArn']
    client = account.client('lambda')
    code = io.BytesIO()
    with zipfile.ZipFile(code, 'w') as archive:
        archive.writestr('index.py', 'def handler(event, context): return 1')
    client.create_function(
        FunctionName='place-order',
        Runtime='python3.13',
        Role=role,
        Handler='index.handler',
        Code={'ZipFile': code.getvalue()},
        Environment={'Variables': {'PASSWORD': 'open-sesame'}},
        VpcConfig={'SubnetIds': place['subnets'], 'SecurityGroupIds': place['groups'][:1]},
        Tags={'Name': 'place-order', 'Team': 'platform'},
    )
    client.add_permission(
        FunctionName='place-order', StatementId='sns', Action='lambda:InvokeFunction', Principal='sns.amazonaws.com'
    )
    client.put_function_concurrency(FunctionName='place-order', ReservedConcurrentExecutions=5)
    machine = account.client('stepfunctions').create_state_machine(
        name='ship',
        roleArn=role,
        definition=json.dumps({'StartAt': 'Done', 'States': {'Done': {'Type': 'Succeed'}}}),
        tags=[{'key': 'Name', 'value': 'ship'}],
    )['stateMachineArn']
    # Imported: a certificate that is asked for is issued a minute later, and that is a change.
    certificate, key = self_signed('example.com')
    certificate = account.client('acm').import_certificate(
        Certificate=certificate, PrivateKey=key, Tags=tags('example.com')
    )['CertificateArn']
    route53 = account.client('route53')
    zone = route53.create_hosted_zone(
        Name='example.com', CallerReference='1', HostedZoneConfig={'Comment': 'shop', 'PrivateZone': False}
    )['HostedZone']['Id'].split('/')[-1]
    route53.change_tags_for_resource(ResourceType='hostedzone', ResourceId=zone, AddTags=tags('shop'))
    return {
        'stateMachine': machine,
        'certificate': certificate,
        'hostedZone': zone,
        **containers(account, place, role),
        **api(account),
        **watchers(account),
    }


def self_signed(domain):
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, domain)])
    now = datetime.datetime.now(datetime.timezone.utc)
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    builder = builder.serial_number(x509.random_serial_number()).not_valid_before(now)
    builder = builder.not_valid_after(now + datetime.timedelta(days=90))
    builder = builder.add_extension(x509.SubjectAlternativeName([x509.DNSName(domain)]), critical=False)
    text = serialization.Encoding.PEM
    private = key.private_bytes(text, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return builder.sign(key, hashes.SHA256()).public_bytes(text), private


def containers(account, place, role):
    ecs = account.client('ecs')
    short = [{'key': 'Name', 'value': 'web'}]
    cluster = ecs.create_cluster(
        clusterName='web', settings=[{'name': 'containerInsights', 'value': 'enabled'}], tags=short
    )['cluster']['clusterArn']
    definition = ecs.register_task_definition(
        family='web',
        containerDefinitions=[
            {
                'name': 'web',
                'image': 'web:1',
                'memory': 128,
                'environment': [{'name': 'STAGE', 'value': 'prod'}],
                'dockerLabels': {'com.example.team': 'platform'},
                'logConfiguration': {'logDriver': 'awslogs', 'options': {'awslogs-group': '/web'}},
            }
        ],
        tags=short,
    )['taskDefinition']['taskDefinitionArn']
    service = ecs.create_service(
        cluster='web', serviceName='web', taskDefinition='web:1', desiredCount=0, launchType='EC2', tags=short
    )['service']['serviceArn']
    account.client('eks').create_cluster(
        name='apps',
        roleArn=role,
        resourcesVpcConfig={'subnetIds': place['subnets'], 'securityGroupIds': place['groups'][:1]},
        encryptionConfig=[{'resources': ['secrets'], 'provider': {'keyArn': account.made['identity']['keyArn']}}],
        tags={'Name': 'apps'},
    )
    return {'ecsCluster': cluster, 'taskDefinition': definition, 'service': service}


def api(account):
    client = account.client('apigateway')
    api = client.create_rest_api(name='shop', description='orders', tags={'Name': 'shop'})['id']
    root = client.get_resources(restApiId=api)['items'][0]['id']
    client.put_method(restApiId=api, resourceId=root, httpMethod='GET', authorizationType='NONE')
    client.put_integration(restApiId=api, resourceId=root, httpMethod='GET', type='MOCK')
    client.create_deployment(restApiId=api, stageName='prod')
    return {'restApi': api}


def watchers(account):
    topic = account.made['storage']['topic']
    alarm = {'Namespace': 'AWS/SQS', 'MetricName': 'ApproximateAgeOfOldestMessage', 'Statistic': 'Maximum'}
    account.client('cloudwatch').put_metric_alarm(
        AlarmName='old-orders',
        **alarm,
        Dimensions=[{'Name': 'QueueName', 'Value': 'orders'}],
        Period=60,
        EvaluationPeriods=3,
        Threshold=600,
        ComparisonOperator='GreaterThanThreshold',
        AlarmActions=[topic],
        OKActions=[topic],
        Tags=tags('old-orders'),
    )
    account.client('cloudtrail').create_trail(
        Name='activity', S3BucketName='logs', S3KeyPrefix='trail', IsMultiRegionTrail=True, TagsList=tags('activity')
    )
    template = {
        'Resources': {
            'News': {'Type': 'AWS::SNS::Topic', 'Properties': {'TopicName': 'news'}},
            'Setting': {'Type': 'AWS::SSM::Parameter', 'Properties': {'Name': 'from', 'Type': 'String', 'Value': 'a@b'}},
            'Runner': {
                'Type': 'AWS::IAM::Role',
                'Properties': {'RoleName': 'runner', 'AssumeRolePolicyDocument': {'Version': '2012-10-17', 'Statement': []}},
            },
        }
    }
    stack = account.client('cloudformation').create_stack(
        StackName='mail', TemplateBody=json.dumps(template), Capabilities=['CAPABILITY_NAMED_IAM'], Tags=tags('mail')
    )['StackId']
    return {'stack': stack}
