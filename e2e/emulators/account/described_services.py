"""The services of part_5 to part_7 as their own calls answer, put together as AWS Config's types have them."""

import json
from urllib.parse import quote

# What is counted, or is of the moment, and no configuration.
ALARM_STATE = ('StateValue', 'StateReason', 'StateReasonData', 'StateUpdatedTimestamp', 'StateTransitionedTimestamp')


def described(account):
    for service in (identity, storage, queues, watchers, programs, containers, apis, registry):
        for kind, identifier, resource in service(account):
            yield f'AWS::{kind}', identifier, resource


def identity(account):
    iam = account.client('iam')
    details = iam.get_account_authorization_details()
    for user in details['UserDetailList']:
        yield 'IAM::User', user['UserId'], encoded(user)
    for group in details['GroupDetailList']:
        yield 'IAM::Group', group['GroupId'], encoded(group)
    for role in details['RoleDetailList']:
        role.pop('RoleLastUsed', None)
        yield 'IAM::Role', role['RoleId'], encoded(role)
    for policy in iam.list_policies(Scope='Local')['Policies']:
        versions = iam.list_policy_versions(PolicyArn=policy['Arn'])['Versions']
        for version in versions:
            known = iam.get_policy_version(PolicyArn=policy['Arn'], VersionId=version['VersionId'])['PolicyVersion']
            version['Document'] = known['Document']
        whole = iam.get_policy(PolicyArn=policy['Arn'])['Policy']
        whole.pop('Tags')
        yield 'IAM::Policy', policy['PolicyId'], encoded({**whole, 'PolicyVersionList': versions})
    kms = account.client('kms')
    for key in kms.list_keys()['Keys']:
        metadata = kms.describe_key(KeyId=key['KeyId'])['KeyMetadata']
        yield 'KMS::Key', key['KeyId'], epoch(metadata, 'CreationDate')


def encoded(value):
    """boto3 decodes policy documents, which IAM sends URL-encoded and AWS Config leaves so."""
    if isinstance(value, list):
        return [encoded(one) for one in value]
    if not isinstance(value, dict):
        return value
    documents = ('Document', 'PolicyDocument', 'AssumeRolePolicyDocument')
    return {
        name: quote(json.dumps(member), safe='') if name in documents else encoded(member)
        for name, member in value.items()
    }


def epoch(value, *names):
    return {name: round(one.timestamp() * 1000) if name in names else one for name, one in value.items()}


def storage(account):
    s3 = account.client('s3')
    listed = s3.list_buckets()
    for bucket in listed['Buckets']:
        if s3.get_bucket_location(Bucket=bucket['Name'])['LocationConstraint'] == account.region:
            made = {'name': bucket['Name'], 'creationDate': bucket['CreationDate'], 'owner': listed['Owner']}
            made['region'] = account.region
            yield 'S3::Bucket', bucket['Name'], made
    dynamo = account.client('dynamodb')
    for name in dynamo.list_tables()['TableNames']:
        table = dynamo.describe_table(TableName=name)['Table']
        for measured in ('ItemCount', 'TableSizeBytes'):
            table.pop(measured)
        for index in table['GlobalSecondaryIndexes']:
            for measured in ('ItemCount', 'IndexSizeBytes'):
                index.pop(measured, None)
        yield 'DynamoDB::Table', name, epoch(table, 'CreationDateTime')
    efs = account.client('efs')
    for system in efs.describe_file_systems()['FileSystems']:
        here = {'FileSystemId': system['FileSystemId']}
        yield 'EFS::FileSystem', system['FileSystemId'], {
            **{name: system[name] for name in ('FileSystemId', 'Encrypted', 'PerformanceMode', 'ThroughputMode')},
            'Arn': system['FileSystemArn'],
            'LifecyclePolicies': efs.describe_lifecycle_configuration(**here)['LifecyclePolicies'],
            'BackupPolicy': efs.describe_backup_policy(**here)['BackupPolicy'],
            'FileSystemTags': system['Tags'],
        }


def queues(account):
    sqs = account.client('sqs')
    for url in sqs.list_queues()['QueueUrls']:
        attributes = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=['All'])['Attributes']
        lasting = {name: text for name, text in attributes.items() if not name.startswith('ApproximateNumber')}
        yield 'SQS::Queue', url, lasting
    sns = account.client('sns')
    for topic in sns.list_topics()['Topics']:
        attributes = sns.get_topic_attributes(TopicArn=topic['TopicArn'])['Attributes']
        lasting = {name: text for name, text in attributes.items() if not name.startswith('Subscriptions')}
        yield 'SNS::Topic', topic['TopicArn'], lasting
    kinesis = account.client('kinesis')
    for name in kinesis.list_streams()['StreamNames']:
        stream = kinesis.describe_stream_summary(StreamName=name)['StreamDescriptionSummary']
        yield 'Kinesis::Stream', name, {
            'Arn': stream['StreamARN'],
            'Name': name,
            'RetentionPeriodHours': stream['RetentionPeriodHours'],
            'ShardCount': stream['OpenShardCount'],
            'StreamModeDetails': stream['StreamModeDetails'],
            'StreamEncryption': {'EncryptionType': stream['EncryptionType'], 'KeyId': stream['KeyId']},
            'Tags': kinesis.list_tags_for_stream(StreamName=name)['Tags'],
        }


def watchers(account):
    for alarm in account.client('cloudwatch').describe_alarms()['MetricAlarms']:
        lasting = {name: one for name, one in alarm.items() if name not in ALARM_STATE}
        yield 'CloudWatch::Alarm', alarm['AlarmName'], epoch(lasting, 'AlarmConfigurationUpdatedTimestamp')
    for trail in account.client('cloudtrail').describe_trails()['trailList']:
        yield 'CloudTrail::Trail', trail['Name'], trail
    for stack in account.client('cloudformation').describe_stacks()['Stacks']:
        yield 'CloudFormation::Stack', stack['StackId'], stack


def programs(account):
    for function in account.client('lambda').list_functions()['Functions']:
        function.pop('Environment')
        yield 'Lambda::Function', function['FunctionName'], function
    acm = account.client('acm')
    for summary in acm.list_certificates()['CertificateSummaryList']:
        arn = summary['CertificateArn']
        yield 'ACM::Certificate', arn, acm.describe_certificate(CertificateArn=arn)['Certificate']
    machines = account.client('stepfunctions')
    for listed in machines.list_state_machines()['stateMachines']:
        arn = listed['stateMachineArn']
        machine = machines.describe_state_machine(stateMachineArn=arn)
        yield 'StepFunctions::StateMachine', arn, {
            'Arn': arn,
            'StateMachineName': machine['name'],
            'StateMachineType': machine['type'],
            'RoleArn': machine['roleArn'],
            'DefinitionString': machine['definition'],
            'LoggingConfiguration': machine['loggingConfiguration'],
            'TracingConfiguration': machine['tracingConfiguration'],
            'EncryptionConfiguration': machine['encryptionConfiguration'],
            'Tags': machines.list_tags_for_resource(resourceArn=arn)['tags'],
        }


def containers(account):
    ecs = account.client('ecs')
    arns = ecs.list_clusters()['clusterArns']
    for cluster in ecs.describe_clusters(clusters=arns, include=['SETTINGS', 'TAGS'])['clusters']:
        arn = cluster['clusterArn']
        yield 'ECS::Cluster', cluster['clusterName'], {
            'Arn': arn,
            'ClusterName': cluster['clusterName'],
            'ClusterSettings': cluster['settings'],
            'Tags': cluster['tags'],
        }
        services = ecs.list_services(cluster=arn)['serviceArns']
        for service in ecs.describe_services(cluster=arn, services=services, include=['TAGS'])['services']:
            same = ('ServiceArn', 'ServiceName', 'TaskDefinition', 'DesiredCount', 'LaunchType', 'SchedulingStrategy')
            same += ('DeploymentController', 'PropagateTags', 'Tags')
            yield 'ECS::Service', service['serviceArn'], {
                **{name: service[name[0].lower() + name[1:]] for name in same},
                'Name': service['serviceName'],
                'Cluster': arn,
            }
    for arn in ecs.list_task_definitions()['taskDefinitionArns']:
        answer = ecs.describe_task_definition(taskDefinition=arn, include=['TAGS'])
        definition = answer['taskDefinition']
        for name in ('revision', 'registeredAt', 'registeredBy', 'compatibilities', 'requiresAttributes'):
            definition.pop(name, None)
        yield 'ECS::TaskDefinition', definition['family'], {**definition, 'Tags': answer['tags']}
    eks = account.client('eks')
    for name in eks.list_clusters()['clusters']:
        cluster = eks.describe_cluster(name=name)['cluster']
        network = cluster['resourcesVpcConfig']
        yield 'EKS::Cluster', name, {
            'Arn': cluster['arn'],
            'Name': name,
            'Version': cluster['version'],
            'RoleArn': cluster['roleArn'],
            'CreatedAt': cluster['createdAt'],
            'Endpoint': cluster['endpoint'],
            'CertificateAuthorityData': cluster['certificateAuthority']['data'],
            'OpenIdConnectIssuerUrl': cluster['identity']['oidc']['issuer'],
            'ResourcesVpcConfig': {key: one for key, one in network.items() if key != 'vpcId'},
            'KubernetesNetworkConfig': cluster.get('kubernetesNetworkConfig', {}),
            'EncryptionConfig': cluster['encryptionConfig'],
            'EncryptionConfigKeyArn': cluster['encryptionConfig'][0]['provider']['keyArn'],
            'Tags': pairs(cluster['tags']),
        }


def apis(account):
    gateway = account.client('apigateway')
    for api in gateway.get_rest_apis()['items']:
        arn = f'arn:aws:apigateway:{account.region}::/restapis/{api["id"]}'
        yield 'ApiGateway::RestApi', arn, {name: one for name, one in api.items() if name != 'tags'}
        for stage in gateway.get_stages(restApiId=api['id'])['item']:
            lasting = {name: one for name, one in stage.items() if name != 'tags'}
            yield 'ApiGateway::Stage', f'{arn}/stages/{stage["stageName"]}', lasting
    route53 = account.client('route53')
    for listed in route53.list_hosted_zones()['HostedZones']:
        answer = route53.get_hosted_zone(Id=listed['Id'])
        identifier = listed['Id'].split('/')[-1]
        tags = route53.list_tags_for_resource(ResourceType='hostedzone', ResourceId=identifier)
        yield 'Route53::HostedZone', identifier, {
            'Id': identifier,
            'Name': listed['Name'],
            'HostedZoneConfig': {'Comment': listed['Config']['Comment']},
            'NameServers': answer['DelegationSet']['NameServers'],
            'HostedZoneTags': tags['ResourceTagSet']['Tags'],
        }


def registry(account):
    ecr = account.client('ecr')
    for repository in ecr.describe_repositories()['repositories']:
        name = repository['repositoryName']
        policy = ecr.get_lifecycle_policy(repositoryName=name)
        yield 'ECR::Repository', name, {
            'Arn': repository['repositoryArn'],
            'LifecyclePolicy': {'LifecyclePolicyText': policy['lifecyclePolicyText'], 'RegistryId': policy['registryId']},
            'Tags': ecr.list_tags_for_resource(resourceArn=repository['repositoryArn'])['tags'],
            **{
                member: repository[member]
                for member in repository
                if member not in ('repositoryArn', 'registryId', 'createdAt')
            },
        }
    secrets = account.client('secretsmanager')
    for listed in secrets.list_secrets()['SecretList']:
        secret = secrets.describe_secret(SecretId=listed['ARN'])
        yield 'SecretsManager::Secret', secret['ARN'], {
            'ARN': secret['ARN'],
            'Name': secret['Name'],
            'Description': secret['Description'],
            'KMSKeyId': secret['KmsKeyId'],
            'RotationEnabled': secret.get('RotationEnabled', False),
            'Deleted': 'DeletedDate' in secret,
            'Tags': secret['Tags'],
        }


def pairs(tags):
    return [{'Key': key, 'Value': value} for key, value in tags.items()]
