import { expect, test } from 'vitest';
import { deviceRules } from './device-rules';
import { functionArn, roleArn, rulesUnderTest, topicArn } from './test-rules';

const { edgesOf, unusedRules } = rulesUnderTest(deviceRules);

test('what IoT calls, tells and acts as', () => {
  expect([
    ...edgesOf('AWS::IoT::AccountAuditConfiguration', {
      RoleArn: roleArn,
      AuditNotificationTargetConfigurations: { Sns: { TargetArn: topicArn, RoleArn: roleArn } },
    }),
    ...edgesOf('AWS::IoT::Authorizer', { AuthorizerFunctionArn: functionArn }),
    ...edgesOf('AWS::IoT::CACertificate', { RegistrationConfig: { TemplateName: 'fleet', RoleArn: roleArn } }),
    ...edgesOf('AWS::IoT::DomainConfiguration', { AuthorizerConfig: { DefaultAuthorizerName: 'door' } }),
    ...edgesOf('AWS::IoT::MitigationAction', { RoleArn: roleArn }),
    ...edgesOf('AWS::IoT::ProvisioningTemplate', {
      ProvisioningRoleArn: roleArn,
      PreProvisioningHook: { TargetArn: functionArn },
    }),
    ...edgesOf('AWS::IoT::RoleAlias', { RoleArn: roleArn }),
    ...edgesOf('AWS::IoT::SecurityProfile', {
      AlertTargets: { SNS: { AlertTargetArn: topicArn, RoleArn: roleArn } },
    }),
    ...edgesOf('AWS::IoT::ThingGroup', { ParentGroupName: 'all' }),
  ]).toMatchInlineSnapshot(`
    [
      "Acts as IAM::Role named worker < configuration.RoleArn",
      "Notifies SNS::Topic arn:aws:sns:eu-west-1:111122223333:alerts < configuration.AuditNotificationTargetConfigurations.Sns.TargetArn",
      "Invokes Lambda::Function resize < configuration.AuthorizerFunctionArn",
      "Uses IoT::ProvisioningTemplate named fleet < configuration.RegistrationConfig.TemplateName",
      "Acts as IAM::Role named worker < configuration.RegistrationConfig.RoleArn",
      "Uses IoT::Authorizer named door < configuration.AuthorizerConfig.DefaultAuthorizerName",
      "Acts as IAM::Role named worker < configuration.RoleArn",
      "Acts as IAM::Role named worker < configuration.ProvisioningRoleArn",
      "Invokes Lambda::Function resize < configuration.PreProvisioningHook.TargetArn",
      "Acts as IAM::Role named worker < configuration.RoleArn",
      "Notifies SNS::Topic arn:aws:sns:eu-west-1:111122223333:alerts < configuration.AlertTargets.SNS.AlertTargetArn",
      "Acts as IAM::Role named worker < configuration.AlertTargets.SNS.RoleArn",
      "Is contained in IoT::ThingGroup named all < configuration.ParentGroupName",
    ]
  `);
});

test('each rule finds something in these examples', () => {
  expect(unusedRules()).toEqual([]);
});
