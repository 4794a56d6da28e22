import type {
  DescribeAggregateComplianceByConfigRulesRequest,
  DescribeAggregateComplianceByConfigRulesResponse,
  DescribeAggregateComplianceByConformancePacksRequest,
  DescribeAggregateComplianceByConformancePacksResponse,
  GetAggregateComplianceDetailsByConfigRuleRequest,
  GetAggregateComplianceDetailsByConfigRuleResponse,
  GetAggregateConfigRuleComplianceSummaryRequest,
  GetAggregateConfigRuleComplianceSummaryResponse,
  GetAggregateConformancePackComplianceSummaryRequest,
  GetAggregateConformancePackComplianceSummaryResponse,
} from '@aws-sdk/client-config-service';
import { aggregatorNamed } from '../../lookups/aggregator-lookup';
import type { Checked, Operation, WirePorts } from '../../operation';
import { invalidNextToken } from '../../shapes/page-token';

/** What rules and packs found in an aggregator's accounts: nothing, since there are none; but the aggregator must be there. */
export const aggregateCompliance = {
  DescribeAggregateComplianceByConfigRules: ofAggregator<
    DescribeAggregateComplianceByConfigRulesRequest,
    DescribeAggregateComplianceByConfigRulesResponse
  >(() => ({ AggregateComplianceByConfigRules: [] })),
  DescribeAggregateComplianceByConformancePacks: ofAggregator<
    DescribeAggregateComplianceByConformancePacksRequest,
    DescribeAggregateComplianceByConformancePacksResponse
  >(() => ({ AggregateComplianceByConformancePacks: [] })),
  GetAggregateComplianceDetailsByConfigRule: ofAggregator<
    GetAggregateComplianceDetailsByConfigRuleRequest,
    GetAggregateComplianceDetailsByConfigRuleResponse
  >(() => ({ AggregateEvaluationResults: [] })),
  GetAggregateConfigRuleComplianceSummary: ofAggregator<
    GetAggregateConfigRuleComplianceSummaryRequest,
    GetAggregateConfigRuleComplianceSummaryResponse
  >(({ GroupByKey }) => ({ GroupByKey, AggregateComplianceCounts: [] })),
  GetAggregateConformancePackComplianceSummary: ofAggregator<
    GetAggregateConformancePackComplianceSummaryRequest,
    GetAggregateConformancePackComplianceSummaryResponse
  >(({ GroupByKey }) => ({ GroupByKey, AggregateConformancePackComplianceSummaries: [] })),
};

interface AggregatorRequest {
  ConfigurationAggregatorName: string | undefined;
  NextToken?: string;
}

function ofAggregator<Input extends AggregatorRequest, Output>(
  answer: (input: Checked<Input>) => Output,
): (ports: Pick<WirePorts, 'aggregators'>) => Operation<Input, Output> {
  return (ports) => async (input, scope) => {
    const { ConfigurationAggregatorName: name, NextToken } = input as Checked<AggregatorRequest>;
    await aggregatorNamed(ports, scope, name);
    if (NextToken !== undefined) throw invalidNextToken();
    return answer(input);
  };
}
