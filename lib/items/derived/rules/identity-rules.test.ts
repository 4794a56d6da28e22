import { expect, test } from 'vitest';
import { identityRules } from './identity-rules';
import { arn, functionArn, keyArn, queueArn, roleArn, rulesUnderTest, secretArn } from './test-rules';

const { edgesOf, unusedRules } = rulesUnderTest(identityRules);
const encoded = (policy: object) => encodeURIComponent(JSON.stringify({ Version: '2012-10-17', ...policy }));

test('policies grant access to what they name, be they encoded, one or several', () => {
  expect(
    edgesOf('AWS::IAM::Role', {
      instanceProfileList: [{ arn: 'arn:aws:iam::111122223333:instance-profile/web' }],
      permissionsBoundary: { permissionsBoundaryArn: 'arn:aws:iam::111122223333:policy/limits' },
      rolePolicyList: [
        {
          policyName: 'read',
          policyDocument: encoded({
            Statement: { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports/*' },
          }),
        },
      ],
      assumeRolePolicyDocument: encoded({
        Statement: [
          { Principal: { Service: 'ec2.amazonaws.com' } },
          { Principal: { AWS: ['arn:aws:iam::111122223333:role/deploy'] } },
          { Principal: { Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com' } },
        ],
      }),
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is contained in IAM::InstanceProfile named web < configuration.instanceProfileList[0].arn",
      "Grants access to S3::Bucket reports < configuration.rolePolicyList[0].policyDocument.Statement.Resource",
      "Trusts IAM::Role named deploy < configuration.assumeRolePolicyDocument.Statement[1].Principal.AWS[0]",
      "Uses IAM::OIDCProvider arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com < configuration.assumeRolePolicyDocument.Statement[2].Principal.Federated",
      "Uses IAM::Policy named limits < configuration.permissionsBoundary.permissionsBoundaryArn",
    ]
  `);
  expect(
    edgesOf('AWS::IAM::User', {
      userPolicyList: [
        {
          policyName: 'tables',
          policyDocument: encoded({
            Statement: [{ Resource: [arn('dynamodb', 'table/orders'), '*', arn('sqs', 'prod-*')] }],
          }),
        },
      ],
      permissionsBoundary: { permissionsBoundaryArn: 'arn:aws:iam::111122223333:policy/limits' },
    }),
  ).toMatchInlineSnapshot(`
    [
      "Grants access to DynamoDB::Table orders < configuration.userPolicyList[0].policyDocument.Statement[0].Resource[0]",
      "Uses IAM::Policy named limits < configuration.permissionsBoundary.permissionsBoundaryArn",
    ]
  `);
  expect(
    edgesOf('AWS::IAM::Group', {
      groupPolicyList: [{ policyName: 'keys', policyDocument: encoded({ Statement: [{ Resource: keyArn }] }) }],
    }),
  ).toMatchInlineSnapshot(`
    [
      "Grants access to KMS::Key 4b8f3476-e875-40d0-aa7b-336b59b15040 < configuration.groupPolicyList[0].policyDocument.Statement[0].Resource",
    ]
  `);
  expect(
    edgesOf('AWS::IAM::Policy', {
      policyVersionList: [
        { versionId: 'v2', isDefaultVersion: true, document: encoded({ Statement: [{ Resource: secretArn }] }) },
        { versionId: 'v1', isDefaultVersion: false, document: encoded({ Statement: [{ Resource: queueArn }] }) },
      ],
    }),
  ).toMatchInlineSnapshot(`
    [
      "Grants access to SecretsManager::Secret arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db-AbCdEf < configuration.policyVersionList[true].document.Statement[0].Resource",
    ]
  `);
  expect(edgesOf('AWS::IAM::InstanceProfile', { Roles: ['web'] })).toMatchInlineSnapshot(`
    [
      "Contains IAM::Role named web < configuration.Roles[0]",
    ]
  `);
  expect(edgesOf('AWS::IAM::VirtualMFADevice', { Users: ['edsger'] })).toMatchInlineSnapshot(`
    [
      "Is associated with IAM::User named edsger < configuration.Users[0]",
    ]
  `);
});

test('Cognito', () => {
  expect(
    edgesOf('AWS::Cognito::UserPool', {
      LambdaConfig: {
        PreSignUp: functionArn,
        CustomSMSSender: { LambdaArn: arn('lambda', 'function:sms') },
        KMSKeyID: keyArn,
      },
      SmsConfiguration: { SnsCallerArn: roleArn },
    }),
  ).toMatchInlineSnapshot(`
    [
      "Invokes Lambda::Function resize < configuration.LambdaConfig.PreSignUp",
      "Invokes Lambda::Function sms < configuration.LambdaConfig.CustomSMSSender.LambdaArn",
      "Is encrypted by KMS::Key 4b8f3476-e875-40d0-aa7b-336b59b15040 < configuration.LambdaConfig.KMSKeyID",
      "Acts as IAM::Role named worker < configuration.SmsConfiguration.SnsCallerArn",
    ]
  `);
  expect(edgesOf('AWS::Cognito::UserPoolClient', { UserPoolId: 'eu-west-1_AbC' })).toMatchInlineSnapshot(`
    [
      "Is contained in Cognito::UserPool eu-west-1_AbC < configuration.UserPoolId",
    ]
  `);
  expect(edgesOf('AWS::Cognito::UserPoolDomain', { UserPoolId: 'eu-west-1_AbC' })).toMatchInlineSnapshot(`
    [
      "Is contained in Cognito::UserPool eu-west-1_AbC < configuration.UserPoolId",
    ]
  `);
  expect(
    edgesOf('AWS::Cognito::UserPoolGroup', { UserPoolId: 'eu-west-1_AbC', RoleArn: roleArn }),
  ).toMatchInlineSnapshot(`
    [
      "Is contained in Cognito::UserPool eu-west-1_AbC < configuration.UserPoolId",
      "Acts as IAM::Role named worker < configuration.RoleArn",
    ]
  `);
  expect(edgesOf('AWS::Cognito::UserPoolIdentityProvider', { UserPoolId: 'eu-west-1_AbC' })).toMatchInlineSnapshot(`
    [
      "Is contained in Cognito::UserPool eu-west-1_AbC < configuration.UserPoolId",
    ]
  `);
  expect(
    edgesOf('AWS::Cognito::IdentityPool', {
      CognitoIdentityProviders: [{ ProviderName: 'cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbC' }],
      OpenIdConnectProviderARNs: ['arn:aws:iam::111122223333:oidc-provider/example.org'],
      SamlProviderARNs: ['arn:aws:iam::111122223333:saml-provider/corp'],
    }),
  ).toMatchInlineSnapshot(`
    [
      "Uses Cognito::UserPool eu-west-1_AbC < configuration.CognitoIdentityProviders[0].ProviderName",
      "Uses IAM::OIDCProvider arn:aws:iam::111122223333:oidc-provider/example.org < configuration.OpenIdConnectProviderARNs[0]",
      "Uses IAM::SAMLProvider arn:aws:iam::111122223333:saml-provider/corp < configuration.SamlProviderARNs[0]",
    ]
  `);
  expect(
    edgesOf('AWS::Cognito::IdentityPoolRoleAttachment', {
      IdentityPoolId: 'eu-west-1:1',
      Roles: { authenticated: roleArn },
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is contained in Cognito::IdentityPool eu-west-1:1 < configuration.IdentityPoolId",
      "Acts as IAM::Role named worker < configuration.Roles.authenticated",
    ]
  `);
});

test('keys, secrets and certificates', () => {
  expect(
    edgesOf('AWS::SecretsManager::Secret', { KmsKeyId: keyArn, RotationLambdaARN: functionArn }),
  ).toMatchInlineSnapshot(`
    [
      "Is encrypted by KMS::Key 4b8f3476-e875-40d0-aa7b-336b59b15040 < configuration.KmsKeyId",
      "Is rotated by Lambda::Function resize < configuration.RotationLambdaARN",
    ]
  `);
  expect(
    edgesOf('AWS::SecretsManager::RotationSchedule', { SecretId: secretArn, RotationLambdaARN: functionArn }),
  ).toMatchInlineSnapshot(`
    [
      "Is contained in SecretsManager::Secret arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db-AbCdEf < configuration.SecretId",
      "Is rotated by Lambda::Function resize < configuration.RotationLambdaARN",
    ]
  `);
  expect(
    edgesOf('AWS::KMS::Alias', { AliasName: 'alias/a', TargetKeyId: '4b8f3476-e875-40d0-aa7b-336b59b15040' }),
  ).toMatchInlineSnapshot(`
    [
      "Is associated with KMS::Key 4b8f3476-e875-40d0-aa7b-336b59b15040 < configuration.TargetKeyId",
    ]
  `);
  expect(
    edgesOf('AWS::KMS::Key', {
      multiRegionConfiguration: {
        primaryKey: {
          arn: 'arn:aws:kms:us-east-1:111122223333:key/mrk-4b8f3476e87540d0aa7b336b59b15040',
          region: 'us-east-1',
        },
      },
    }),
  ).toMatchInlineSnapshot(`
    [
      "Replicates KMS::Key mrk-4b8f3476e87540d0aa7b336b59b15040 < configuration.multiRegionConfiguration.primaryKey.arn",
    ]
  `);
  expect(
    edgesOf('AWS::ACM::Certificate', {
      inUseBy: [arn('elasticloadbalancing', 'loadbalancer/app/shop/d0921f1a5fa3df73')],
      certificateAuthorityArn: arn('acm-pca', 'certificate-authority/1'),
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is used by ElasticLoadBalancingV2::LoadBalancer arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop/d0921f1a5fa3df73 < configuration.inUseBy[0]",
      "Uses ACMPCA::CertificateAuthority arn:aws:acm-pca:eu-west-1:111122223333:certificate-authority/1 < configuration.certificateAuthorityArn",
    ]
  `);
});

test('Systems Manager and Transfer Family', () => {
  expect(
    edgesOf('AWS::SSM::Association', {
      InstanceId: 'i-064b568041d61f947',
      Targets: [
        { Key: 'InstanceIds', Values: ['i-064b568041d61f948'] },
        { Key: 'tag:Env', Values: ['prod'] },
      ],
    }),
  ).toMatchInlineSnapshot(`
    [
      "Is associated with EC2::Instance i-064b568041d61f947 < configuration.InstanceId",
      "Is associated with EC2::Instance i-064b568041d61f948 < configuration.Targets[InstanceIds].Values[0]",
    ]
  `);
  expect(
    edgesOf('AWS::Transfer::Server', {
      Certificate: arn('acm', 'certificate/1'),
      LoggingRole: roleArn,
      IdentityProviderDetails: { InvocationRole: 'arn:aws:iam::111122223333:role/ask', Function: functionArn },
      EndpointDetails: { VpcId: 'vpc-1', SubnetIds: ['subnet-1'], SecurityGroupIds: ['sg-1'] },
    }),
  ).toMatchInlineSnapshot(`
    [
      "Acts as IAM::Role named worker < configuration.LoggingRole",
      "Acts as IAM::Role named ask < configuration.IdentityProviderDetails.InvocationRole",
      "Invokes Lambda::Function resize < configuration.IdentityProviderDetails.Function",
      "Is contained in EC2::VPC vpc-1 < configuration.EndpointDetails.VpcId",
      "Is contained in EC2::Subnet subnet-1 < configuration.EndpointDetails.SubnetIds[0]",
      "Is associated with EC2::SecurityGroup sg-1 < configuration.EndpointDetails.SecurityGroupIds[0]",
      "Uses ACM::Certificate arn:aws:acm:eu-west-1:111122223333:certificate/1 < configuration.Certificate",
    ]
  `);
  expect(edgesOf('AWS::Transfer::User', { ServerId: 's-1', Role: roleArn })).toMatchInlineSnapshot(`
    [
      "Is contained in Transfer::Server named s-1 < configuration.ServerId",
      "Acts as IAM::Role named worker < configuration.Role",
    ]
  `);
});

test('each rule finds something in these examples', () => {
  expect(unusedRules()).toEqual([]);
});
