import { anyArn } from '../arn';
import * as is from '../names';
import { type DerivedRule, rule } from '../rule';
import * as to from '../targets';

/** What tells of devices: IoT. */
export const deviceRules: Record<string, DerivedRule[]> = {
  'AWS::IoT::AccountAuditConfiguration': [
    rule(is.acts, 'RoleArn', to.role),
    rule(is.notifies, 'AuditNotificationTargetConfigurations.Sns.TargetArn', anyArn),
    rule(is.acts, 'AuditNotificationTargetConfigurations.Sns.RoleArn', to.role),
  ],
  'AWS::IoT::Authorizer': [rule(is.invokes, 'AuthorizerFunctionArn', to.lambda)],
  'AWS::IoT::CACertificate': [
    rule(is.uses, 'RegistrationConfig.TemplateName', to.name('AWS::IoT::ProvisioningTemplate')),
    rule(is.acts, 'RegistrationConfig.RoleArn', to.role),
  ],
  'AWS::IoT::DomainConfiguration': [
    rule(is.uses, 'AuthorizerConfig.DefaultAuthorizerName', to.name('AWS::IoT::Authorizer')),
  ],
  'AWS::IoT::MitigationAction': [rule(is.acts, 'RoleArn', to.role)],
  'AWS::IoT::ProvisioningTemplate': [
    rule(is.acts, 'ProvisioningRoleArn', to.role),
    rule(is.invokes, 'PreProvisioningHook.TargetArn', to.lambda),
  ],
  'AWS::IoT::RoleAlias': [rule(is.acts, 'RoleArn', to.role)],
  'AWS::IoT::SecurityProfile': [
    rule(is.notifies, 'AlertTargets.*.AlertTargetArn', anyArn),
    rule(is.acts, 'AlertTargets.*.RoleArn', to.role),
  ],
  'AWS::IoT::ThingGroup': [rule(is.contained, 'ParentGroupName', to.name('AWS::IoT::ThingGroup'))],
};
