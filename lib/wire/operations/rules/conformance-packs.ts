import type {
  DeleteConformancePackRequest,
  DescribeConformancePackComplianceRequest,
  DescribeConformancePackStatusRequest,
  DescribeConformancePackStatusResponse,
  DescribeConformancePacksRequest,
  DescribeConformancePacksResponse,
  GetConformancePackComplianceDetailsRequest,
  GetConformancePackComplianceSummaryRequest,
  GetConformancePackComplianceSummaryResponse,
  ListConformancePackComplianceScoresRequest,
  ListConformancePackComplianceScoresResponse,
} from '@aws-sdk/client-config-service';
import { findsNothing, listsNothing } from './answers';
import { missingOf, noSuchPack } from './missing';

/** Conformance packs: there are none, of whatever is asked. */
export const conformancePacks = {
  DescribeConformancePacks: listsNothing<DescribeConformancePacksRequest, DescribeConformancePacksResponse>(
    { ConformancePackDetails: [] },
    ({ ConformancePackNames }) => missingOf(ConformancePackNames, noSuchPack),
  ),
  // "If there are no conformance packs then you will see an empty result" (the model), which declares no error for names.
  DescribeConformancePackStatus: listsNothing<
    DescribeConformancePackStatusRequest,
    DescribeConformancePackStatusResponse
  >({ ConformancePackStatusDetails: [] }),
  DescribeConformancePackCompliance: findsNothing<DescribeConformancePackComplianceRequest>(({ ConformancePackName }) =>
    noSuchPack(ConformancePackName),
  ),
  GetConformancePackComplianceDetails: findsNothing<GetConformancePackComplianceDetailsRequest>(
    ({ ConformancePackName }) => noSuchPack(ConformancePackName),
  ),
  GetConformancePackComplianceSummary: listsNothing<
    GetConformancePackComplianceSummaryRequest,
    GetConformancePackComplianceSummaryResponse
  >({ ConformancePackComplianceSummaryList: [] }, ({ ConformancePackNames }) =>
    missingOf(ConformancePackNames, noSuchPack),
  ),
  ListConformancePackComplianceScores: listsNothing<
    ListConformancePackComplianceScoresRequest,
    ListConformancePackComplianceScoresResponse
  >({ ConformancePackComplianceScores: [] }),
  DeleteConformancePack: findsNothing<DeleteConformancePackRequest>(({ ConformancePackName }) =>
    noSuchPack(ConformancePackName),
  ),
};
