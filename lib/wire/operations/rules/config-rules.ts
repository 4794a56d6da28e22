import type {
  ComplianceSummary,
  DeleteConfigRuleRequest,
  DeleteEvaluationResultsRequest,
  DescribeComplianceByConfigRuleRequest,
  DescribeComplianceByConfigRuleResponse,
  DescribeComplianceByResourceRequest,
  DescribeComplianceByResourceResponse,
  DescribeConfigRuleEvaluationStatusRequest,
  DescribeConfigRuleEvaluationStatusResponse,
  DescribeConfigRulesRequest,
  DescribeConfigRulesResponse,
  GetComplianceDetailsByConfigRuleRequest,
  GetComplianceDetailsByResourceRequest,
  GetComplianceDetailsByResourceResponse,
  GetComplianceSummaryByConfigRuleResponse,
  GetComplianceSummaryByResourceTypeRequest,
  GetComplianceSummaryByResourceTypeResponse,
  GetCustomRulePolicyRequest,
  PutExternalEvaluationRequest,
} from '@aws-sdk/client-config-service';
import { WireError } from '../../errors';
import type { Operation, WirePorts } from '../../operation';
import { findsNothing, listsNothing } from './answers';
import { missingOf, noSuchRule } from './missing';

/** Rules and what they found: there are none, of whatever is asked. */
export const configRules = {
  DescribeConfigRules: listsNothing<DescribeConfigRulesRequest, DescribeConfigRulesResponse>(
    { ConfigRules: [] },
    ({ ConfigRuleNames }) => missingOf(ConfigRuleNames, noSuchRule),
  ),
  DescribeConfigRuleEvaluationStatus: listsNothing<
    DescribeConfigRuleEvaluationStatusRequest,
    DescribeConfigRuleEvaluationStatusResponse
  >({ ConfigRulesEvaluationStatus: [] }, ({ ConfigRuleNames }) => missingOf(ConfigRuleNames, noSuchRule)),
  DescribeComplianceByConfigRule: listsNothing<
    DescribeComplianceByConfigRuleRequest,
    DescribeComplianceByConfigRuleResponse
  >({ ComplianceByConfigRules: [] }, ({ ConfigRuleNames }) => missingOf(ConfigRuleNames, noSuchRule)),
  DescribeComplianceByResource: listsNothing<DescribeComplianceByResourceRequest, DescribeComplianceByResourceResponse>(
    { ComplianceByResources: [] },
    ({ ResourceType, ResourceId }) => (ResourceId !== undefined && ResourceType === undefined ? noType() : undefined),
  ),
  GetComplianceDetailsByResource: listsNothing<
    GetComplianceDetailsByResourceRequest,
    GetComplianceDetailsByResourceResponse
  >({ EvaluationResults: [] }, ({ ResourceType, ResourceId, ResourceEvaluationId }) =>
    ResourceEvaluationId === undefined && (ResourceType === undefined || ResourceId === undefined)
      ? noType()
      : undefined,
  ),
  GetComplianceDetailsByConfigRule: findsNothing<GetComplianceDetailsByConfigRuleRequest>(({ ConfigRuleName }) =>
    noSuchRule(ConfigRuleName),
  ),
  GetComplianceSummaryByConfigRule: getComplianceSummaryByConfigRule,
  GetComplianceSummaryByResourceType: getComplianceSummaryByResourceType,
  GetCustomRulePolicy: findsNothing<GetCustomRulePolicyRequest>(({ ConfigRuleName }) => noSuchRule(ConfigRuleName)),
  DeleteConfigRule: findsNothing<DeleteConfigRuleRequest>(({ ConfigRuleName }) => noSuchRule(ConfigRuleName)),
  DeleteEvaluationResults: findsNothing<DeleteEvaluationResultsRequest>(({ ConfigRuleName }) =>
    noSuchRule(ConfigRuleName),
  ),
  PutExternalEvaluation: findsNothing<PutExternalEvaluationRequest>(({ ConfigRuleName }) => noSuchRule(ConfigRuleName)),
};

/** "If you specify a resource ID, you must also specify a type for ResourceType" (the model); the sentence is made of that. */
function noType(): WireError {
  return new WireError(
    'InvalidParameterValueException',
    'The request must specify the type of a resource together with its ID.',
  );
}

/** No rule complies, and none does not. */
function getComplianceSummaryByConfigRule({
  clock,
}: Pick<WirePorts, 'clock'>): Operation<unknown, GetComplianceSummaryByConfigRuleResponse> {
  return async () => ({ ComplianceSummary: noneCounted(clock()) });
}

/** One summary for each type that is asked for, or one over all without a type, as the AWS CLI's examples show. */
function getComplianceSummaryByResourceType({
  clock,
}: Pick<WirePorts, 'clock'>): Operation<
  GetComplianceSummaryByResourceTypeRequest,
  GetComplianceSummaryByResourceTypeResponse
> {
  return async ({ ResourceTypes }) => {
    const types = ResourceTypes?.length ? ResourceTypes : [undefined];
    return {
      ComplianceSummariesByResourceType: types.map((ResourceType) => ({
        ResourceType,
        ComplianceSummary: noneCounted(clock()),
      })),
    };
  };
}

function noneCounted(ComplianceSummaryTimestamp: Date): ComplianceSummary {
  const none = { CappedCount: 0, CapExceeded: false };
  return { CompliantResourceCount: none, NonCompliantResourceCount: none, ComplianceSummaryTimestamp };
}
