"""People and programs: a policy that a user, a group and a role have, and a key that others encrypt with."""

import json

from account import tags


def document(*statements):
    return json.dumps({'Version': '2012-10-17', 'Statement': list(statements)})


def build(account):
    iam = account.client('iam')
    look = document({'Effect': 'Allow', 'Action': ['s3:Get*', 's3:List*'], 'Resource': '*'})
    trust = document({'Effect': 'Allow', 'Principal': {'Service': 'lambda.amazonaws.com'}, 'Action': 'sts:AssumeRole'})
    policy = iam.create_policy(PolicyName='look', Path='/team/', Description='looks', PolicyDocument=look, Tags=tags('look'))['Policy']
    role = iam.create_role(RoleName='worker', Path='/service/', AssumeRolePolicyDocument=trust, Tags=tags('worker'))
    iam.put_role_policy(RoleName='worker', PolicyName='inline', PolicyDocument=look)
    iam.create_instance_profile(InstanceProfileName='worker')
    iam.add_role_to_instance_profile(InstanceProfileName='worker', RoleName='worker')
    group = iam.create_group(GroupName='operators')['Group']
    user = iam.create_user(UserName='ada', Tags=tags('ada'))['User']
    iam.add_user_to_group(GroupName='operators', UserName='ada')
    iam.put_user_policy(UserName='ada', PolicyName='own', PolicyDocument=look)
    iam.attach_role_policy(RoleName='worker', PolicyArn=policy['Arn'])
    iam.attach_group_policy(GroupName='operators', PolicyArn=policy['Arn'])
    iam.attach_user_policy(UserName='ada', PolicyArn=policy['Arn'])
    kms = account.client('kms')
    key = kms.create_key(Description='orders', Tags=[{'TagKey': 'Name', 'TagValue': 'orders'}])['KeyMetadata']
    kms.enable_key_rotation(KeyId=key['KeyId'])
    return {
        'policy': policy['PolicyId'],
        'role': role['Role']['RoleId'],
        'roleArn': role['Role']['Arn'],
        'group': group['GroupId'],
        'user': user['UserId'],
        'key': key['KeyId'],
        'keyArn': key['Arn'],
    }
