import { anyArn } from '../arn';
import * as is from '../names';
import { type DerivedRule, inNetwork, rule, rules } from '../rule';
import * as to from '../targets';

/** Policies are percent-encoded JSON; `Statement` and `Resource` are lists or the one alone. */
const policy = (path: string) => rule(is.grants, `${path}.Statement[?].Resource[?]`, to.grantedResource);
const arnKept = (kind: string) => to.arnId(`AWS::IAM::${kind}`);

export const identityRules: Record<string, DerivedRule[]> = {
  'AWS::IAM::Role': [
    rule(is.contained, 'instanceProfileList[].arn', to.instanceProfile),
    policy('rolePolicyList[].policyDocument'),
    rule(is.trusts, 'assumeRolePolicyDocument.Statement[?].Principal.AWS[?]', anyArn),
    rule(is.uses, 'assumeRolePolicyDocument.Statement[?].Principal.Federated[?]', anyArn),
    rule(is.uses, 'permissionsBoundary.permissionsBoundaryArn', anyArn),
  ],
  'AWS::IAM::User': [
    policy('userPolicyList[].policyDocument'),
    rule(is.uses, 'permissionsBoundary.permissionsBoundaryArn', anyArn),
  ],
  'AWS::IAM::Group': [policy('groupPolicyList[].policyDocument')],
  'AWS::IAM::Policy': [policy('policyVersionList[isDefaultVersion=true].document')],
  'AWS::IAM::InstanceProfile': [rule(is.contains, 'Roles[]', to.role)],
  'AWS::IAM::VirtualMFADevice': [rule(is.associated, 'Users[]', to.name('AWS::IAM::User'))],
  'AWS::Cognito::UserPool': [
    ...rules(is.invokes, ['LambdaConfig.*', 'LambdaConfig.*.LambdaArn'], (text, context) =>
      text.includes(':lambda:') ? to.lambda(text, context) : undefined,
    ),
    rule(is.encrypted, 'LambdaConfig.KMSKeyID', to.kmsKey),
    rule(is.acts, 'SmsConfiguration.SnsCallerArn', to.role),
  ],
  'AWS::Cognito::UserPoolClient': [rule(is.contained, 'UserPoolId', to.userPool)],
  'AWS::Cognito::UserPoolDomain': [rule(is.contained, 'UserPoolId', to.userPool)],
  'AWS::Cognito::UserPoolGroup': [rule(is.contained, 'UserPoolId', to.userPool), rule(is.acts, 'RoleArn', to.role)],
  'AWS::Cognito::UserPoolIdentityProvider': [rule(is.contained, 'UserPoolId', to.userPool)],
  'AWS::Cognito::IdentityPool': [
    rule(is.uses, 'CognitoIdentityProviders[].ProviderName', (text, context) => {
      const pool = /^cognito-idp\.[^/]+\/(.+)$/.exec(text)?.[1];
      return pool === undefined ? undefined : to.userPool(pool, context);
    }),
    rule(is.uses, 'OpenIdConnectProviderARNs[]', arnKept('OIDCProvider')),
    rule(is.uses, 'SamlProviderARNs[]', arnKept('SAMLProvider')),
  ],
  'AWS::Cognito::IdentityPoolRoleAttachment': [
    rule(is.contained, 'IdentityPoolId', to.id('AWS::Cognito::IdentityPool')),
    rule(is.acts, 'Roles.*', to.role),
  ],
  'AWS::SecretsManager::Secret': [
    rule(is.encrypted, 'KmsKeyId', to.kmsKey),
    rule(is.rotatedBy, 'RotationLambdaARN', to.lambda),
  ],
  'AWS::SecretsManager::RotationSchedule': [
    rule(is.contained, 'SecretId', anyArn),
    rule(is.rotatedBy, 'RotationLambdaARN', to.lambda),
  ],
  'AWS::KMS::Alias': [rule(is.associated, 'TargetKeyId', to.kmsKey)],
  'AWS::KMS::Key': [rule(is.replicates, 'multiRegionConfiguration.primaryKey.arn', to.kmsKey)],
  'AWS::ACM::Certificate': [rule(is.usedBy, 'inUseBy[]', anyArn), rule(is.uses, 'certificateAuthorityArn', anyArn)],
  'AWS::SSM::Association': rules(is.associated, ['InstanceId', 'Targets[Key=InstanceIds].Values[]'], to.ofEc2),
  'AWS::Transfer::Server': [
    ...rules(is.acts, ['LoggingRole', 'IdentityProviderDetails.InvocationRole'], to.role),
    rule(is.invokes, 'IdentityProviderDetails.Function', to.lambda),
    rule(is.contained, 'EndpointDetails.VpcId', to.vpc),
    ...inNetwork('EndpointDetails.SubnetIds[]', 'EndpointDetails.SecurityGroupIds[]'),
    rule(is.uses, 'Certificate', anyArn),
  ],
  'AWS::Transfer::User': [
    rule(is.contained, 'ServerId', to.arnId('AWS::Transfer::Server')),
    rule(is.acts, 'Role', to.role),
  ],
};
