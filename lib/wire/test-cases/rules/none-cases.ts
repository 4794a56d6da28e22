/** A call of an operation on what Snapscope never has, and what it gets: the answer, or the code and sentence of an error. */
export type NoneCase = [operation: string, input: object, gets: { answer: object } | { code: string; message: string }];

const rule = { ConfigRuleName: 'encrypted-volumes' };
const rules = { ConfigRuleNames: ['encrypted-volumes'] };
const pack = { ConformancePackName: 'basics' };
const packs = { ConformancePackNames: ['basics'] };
const ofOrganization = {
  rule: { OrganizationConfigRuleName: 'mfa' },
  rules: { OrganizationConfigRuleNames: ['mfa'] },
  pack: { OrganizationConformancePackName: 'basics' },
  packs: { OrganizationConformancePackNames: ['basics'] },
};
const volume = { ResourceType: 'AWS::EC2::Volume', ResourceId: 'vol-1' };

const noRule = {
  code: 'NoSuchConfigRuleException',
  message: "The ConfigRule 'encrypted-volumes' provided in the request is invalid. Please check the configRule name",
};
const noPack = {
  code: 'NoSuchConformancePackException',
  message: "You specified one or more conformance packs that do not exist: 'basics'.",
};
const noOrganizationRule = {
  code: 'NoSuchOrganizationConfigRuleException',
  message:
    "The Config rule 'mfa' in the request is not valid. Verify that the rule is an organization Config Process Check rule, that the rule name is correct, and that valid Amazon Resource Names (ARNs) are used before trying again.",
};
const noOrganizationPack = {
  code: 'NoSuchOrganizationConformancePackException',
  message:
    'One or more organization conformance packs with specified names are not present. Ensure your names are correct and try your request again later.',
};
const noRemediation = {
  code: 'NoSuchRemediationConfigurationException',
  message: "You specified an AWS Config rule without a remediation configuration: 'encrypted-volumes'.",
};
const noType = {
  code: 'InvalidParameterValueException',
  message: 'The request must specify the type of a resource together with its ID.',
};

/** The lists, whole and by names; each is there for its own sake, since each has its own form. */
const lists: NoneCase[] = [
  ['DescribeConfigRules', {}, { answer: { ConfigRules: [] } }],
  ['DescribeConfigRules', { ConfigRuleNames: [] }, { answer: { ConfigRules: [] } }],
  ['DescribeConfigRules', rules, noRule],
  ['DescribeConfigRuleEvaluationStatus', {}, { answer: { ConfigRulesEvaluationStatus: [] } }],
  ['DescribeConfigRuleEvaluationStatus', rules, noRule],
  ['DescribeComplianceByConfigRule', {}, { answer: { ComplianceByConfigRules: [] } }],
  ['DescribeComplianceByConfigRule', rules, noRule],
  ['DescribeComplianceByResource', {}, { answer: { ComplianceByResources: [] } }],
  ['DescribeComplianceByResource', volume, { answer: { ComplianceByResources: [] } }],
  ['DescribeComplianceByResource', { ResourceId: 'vol-1' }, noType],
  ['GetComplianceDetailsByResource', volume, { answer: { EvaluationResults: [] } }],
  ['GetComplianceDetailsByResource', { ResourceEvaluationId: 'e' }, { answer: { EvaluationResults: [] } }],
  ['GetComplianceDetailsByResource', { ResourceType: 'AWS::EC2::Volume' }, noType],
  ['ListResourceEvaluations', {}, { answer: { ResourceEvaluations: [] } }],
  ['DescribeConformancePacks', {}, { answer: { ConformancePackDetails: [] } }],
  ['DescribeConformancePacks', packs, noPack],
  ['DescribeConformancePackStatus', packs, { answer: { ConformancePackStatusDetails: [] } }],
  ['GetConformancePackComplianceSummary', packs, noPack],
  ['ListConformancePackComplianceScores', {}, { answer: { ConformancePackComplianceScores: [] } }],
  ['DescribeOrganizationConfigRules', {}, { answer: { OrganizationConfigRules: [] } }],
  ['DescribeOrganizationConfigRules', ofOrganization.rules, noOrganizationRule],
  ['DescribeOrganizationConfigRuleStatuses', {}, { answer: { OrganizationConfigRuleStatuses: [] } }],
  ['DescribeOrganizationConfigRuleStatuses', ofOrganization.rules, noOrganizationRule],
  ['DescribeOrganizationConformancePacks', {}, { answer: { OrganizationConformancePacks: [] } }],
  ['DescribeOrganizationConformancePacks', ofOrganization.packs, noOrganizationPack],
  ['DescribeOrganizationConformancePackStatuses', {}, { answer: { OrganizationConformancePackStatuses: [] } }],
  ['DescribeOrganizationConformancePackStatuses', ofOrganization.packs, noOrganizationPack],
  ['DescribeRemediationConfigurations', rules, { answer: { RemediationConfigurations: [] } }],
  ['DescribeRemediationExceptions', rule, { answer: { RemediationExceptions: [] } }],
];

/** What asks for one of them by its name, or deletes it. */
const byName: NoneCase[] = [
  ['GetComplianceDetailsByConfigRule', rule, noRule],
  ['GetCustomRulePolicy', rule, noRule],
  ['DeleteConfigRule', rule, noRule],
  ['DeleteEvaluationResults', rule, noRule],
  [
    'PutExternalEvaluation',
    {
      ...rule,
      ExternalEvaluation: {
        ComplianceResourceType: 'AWS::::Account',
        ComplianceResourceId: '123456789012',
        ComplianceType: 'COMPLIANT',
        OrderingTimestamp: 1_700_000_000,
      },
    },
    noRule,
  ],
  [
    'GetResourceEvaluationSummary',
    { ResourceEvaluationId: 'e-1' },
    {
      code: 'ResourceNotFoundException',
      message: "You have specified a resource that does not exist: there is no resource evaluation 'e-1'.",
    },
  ],
  ['DescribeConformancePackCompliance', pack, noPack],
  ['GetConformancePackComplianceDetails', pack, noPack],
  ['DeleteConformancePack', pack, noPack],
  ['GetOrganizationConfigRuleDetailedStatus', ofOrganization.rule, noOrganizationRule],
  ['GetOrganizationCustomRulePolicy', ofOrganization.rule, noOrganizationRule],
  ['DeleteOrganizationConfigRule', ofOrganization.rule, noOrganizationRule],
  ['GetOrganizationConformancePackDetailedStatus', ofOrganization.pack, noOrganizationPack],
  [
    'DeleteOrganizationConformancePack',
    ofOrganization.pack,
    {
      code: 'NoSuchOrganizationConformancePackException',
      message: 'Could not find an OrganizationConformancePack for given request with resourceName basics',
    },
  ],
  ['DescribeRemediationExecutionStatus', rule, noRemediation],
  [
    'StartRemediationExecution',
    { ...rule, ResourceKeys: [{ resourceType: 'AWS::EC2::Volume', resourceId: 'vol-1' }] },
    noRemediation,
  ],
  ['DeleteRemediationConfiguration', rule, noRemediation],
  [
    'DeleteRemediationExceptions',
    { ...rule, ResourceKeys: [volume] },
    {
      code: 'NoSuchRemediationExceptionException',
      message: 'You tried to delete a remediation exception that does not exist.',
    },
  ],
];

const refusal = (operation: string, code: string) => ({
  code,
  message: `Snapscope does not evaluate rules, and so does not take ${operation}. Nothing was changed. It records configurations; evaluate rules with AWS Config itself.`,
});
const invalidValue = 'InvalidParameterValueException';

const source = { Owner: 'AWS', SourceIdentifier: 'ENCRYPTED_VOLUMES' };
const writing: [operation: string, input: object, code: string][] = [
  ['PutConfigRule', { ConfigRule: { ...rule, Source: source } }, invalidValue],
  ['PutConformancePack', { ...pack, TemplateBody: 'Resources: {}' }, invalidValue],
  ['PutEvaluations', { ResultToken: 'token' }, invalidValue],
  [
    'PutOrganizationConfigRule',
    { ...ofOrganization.rule, OrganizationManagedRuleMetadata: { RuleIdentifier: 'ENCRYPTED_VOLUMES' } },
    'ValidationException',
  ],
  ['PutOrganizationConformancePack', { ...ofOrganization.pack, TemplateBody: 'Resources: {}' }, 'ValidationException'],
  [
    'PutRemediationConfigurations',
    { RemediationConfigurations: [{ ...rule, TargetType: 'SSM_DOCUMENT', TargetId: 'AWS-StopEC2Instance' }] },
    invalidValue,
  ],
  ['PutRemediationExceptions', { ...rule, ResourceKeys: [volume] }, invalidValue],
  ['StartConfigRulesEvaluation', rules, invalidValue],
  [
    'StartResourceEvaluation',
    {
      ResourceDetails: { ...volume, ResourceConfiguration: '{}' },
      EvaluationMode: 'PROACTIVE',
    },
    invalidValue,
  ],
];

/** Every operation on rules, conformance packs, remediation and organizations but the two summaries, whose answers have a time. */
export const noneCases: NoneCase[] = [
  ...lists,
  ...byName,
  ...writing.map(([operation, input, code]): NoneCase => [operation, input, refusal(operation, code)]),
];
