import type {
  DeleteRemediationConfigurationRequest,
  DeleteRemediationExceptionsRequest,
  DescribeRemediationConfigurationsRequest,
  DescribeRemediationConfigurationsResponse,
  DescribeRemediationExceptionsRequest,
  DescribeRemediationExceptionsResponse,
  DescribeRemediationExecutionStatusRequest,
  StartRemediationExecutionRequest,
} from '@aws-sdk/client-config-service';
import { findsNothing, listsNothing } from './answers';
import { noSuchRemediation, noSuchRemediationException } from './missing';

/** Remediation of what rules found: there is none. */
export const remediation = {
  // Rules without remediation are left out of these two answers: the model declares no error for their names.
  DescribeRemediationConfigurations: listsNothing<
    DescribeRemediationConfigurationsRequest,
    DescribeRemediationConfigurationsResponse
  >({ RemediationConfigurations: [] }),
  DescribeRemediationExceptions: listsNothing<
    DescribeRemediationExceptionsRequest,
    DescribeRemediationExceptionsResponse
  >({ RemediationExceptions: [] }),
  DescribeRemediationExecutionStatus: findsNothing<DescribeRemediationExecutionStatusRequest>(({ ConfigRuleName }) =>
    noSuchRemediation(ConfigRuleName),
  ),
  StartRemediationExecution: findsNothing<StartRemediationExecutionRequest>(({ ConfigRuleName }) =>
    noSuchRemediation(ConfigRuleName),
  ),
  DeleteRemediationConfiguration: findsNothing<DeleteRemediationConfigurationRequest>(({ ConfigRuleName }) =>
    noSuchRemediation(ConfigRuleName),
  ),
  DeleteRemediationExceptions: findsNothing<DeleteRemediationExceptionsRequest>(noSuchRemediationException),
};
