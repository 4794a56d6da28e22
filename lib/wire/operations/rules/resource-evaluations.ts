import type {
  GetResourceEvaluationSummaryRequest,
  ListResourceEvaluationsRequest,
  ListResourceEvaluationsResponse,
} from '@aws-sdk/client-config-service';
import { WireError } from '../../errors';
import { findsNothing, listsNothing } from './answers';
import { noSuchEvaluation } from './missing';

/** Proactive evaluations of resources that are still to be made: there are none. */
export const resourceEvaluations = {
  ListResourceEvaluations: listsNothing<ListResourceEvaluationsRequest, ListResourceEvaluationsResponse>(
    { ResourceEvaluations: [] },
    ({ Filters }) => {
      const { StartTime, EndTime } = Filters?.TimeWindow ?? {};
      // AWS gives this error without words where histories are asked for.
      return StartTime && EndTime && StartTime >= EndTime ? new WireError('InvalidTimeRangeException', '') : undefined;
    },
  ),
  GetResourceEvaluationSummary: findsNothing<GetResourceEvaluationSummaryRequest>(({ ResourceEvaluationId }) =>
    noSuchEvaluation(ResourceEvaluationId),
  ),
};
