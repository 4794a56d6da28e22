import type {
  DeleteOrganizationConfigRuleRequest,
  DeleteOrganizationConformancePackRequest,
  DescribeOrganizationConfigRuleStatusesRequest,
  DescribeOrganizationConfigRuleStatusesResponse,
  DescribeOrganizationConfigRulesRequest,
  DescribeOrganizationConfigRulesResponse,
  DescribeOrganizationConformancePackStatusesRequest,
  DescribeOrganizationConformancePackStatusesResponse,
  DescribeOrganizationConformancePacksRequest,
  DescribeOrganizationConformancePacksResponse,
  GetOrganizationConfigRuleDetailedStatusRequest,
  GetOrganizationConformancePackDetailedStatusRequest,
  GetOrganizationCustomRulePolicyRequest,
} from '@aws-sdk/client-config-service';
import { findsNothing, listsNothing } from './answers';
import { missingOf, noOrganizationPackToDelete, noSuchOrganizationPack, noSuchOrganizationRule } from './missing';

/**
 * Rules and packs of an organization: there are none. In an account without an organization AWS answers `OrganizationAccessDeniedException`, on
 * which tools stop; an account here is told the same as one whose organization has none.
 */
export const organization = {
  DescribeOrganizationConfigRules: listsNothing<
    DescribeOrganizationConfigRulesRequest,
    DescribeOrganizationConfigRulesResponse
  >({ OrganizationConfigRules: [] }, ({ OrganizationConfigRuleNames }) =>
    missingOf(OrganizationConfigRuleNames, noSuchOrganizationRule),
  ),
  DescribeOrganizationConfigRuleStatuses: listsNothing<
    DescribeOrganizationConfigRuleStatusesRequest,
    DescribeOrganizationConfigRuleStatusesResponse
  >({ OrganizationConfigRuleStatuses: [] }, ({ OrganizationConfigRuleNames }) =>
    missingOf(OrganizationConfigRuleNames, noSuchOrganizationRule),
  ),
  DescribeOrganizationConformancePacks: listsNothing<
    DescribeOrganizationConformancePacksRequest,
    DescribeOrganizationConformancePacksResponse
  >({ OrganizationConformancePacks: [] }, ({ OrganizationConformancePackNames }) =>
    missingOf(OrganizationConformancePackNames, noSuchOrganizationPack),
  ),
  DescribeOrganizationConformancePackStatuses: listsNothing<
    DescribeOrganizationConformancePackStatusesRequest,
    DescribeOrganizationConformancePackStatusesResponse
  >({ OrganizationConformancePackStatuses: [] }, ({ OrganizationConformancePackNames }) =>
    missingOf(OrganizationConformancePackNames, noSuchOrganizationPack),
  ),
  GetOrganizationConfigRuleDetailedStatus: findsNothing<GetOrganizationConfigRuleDetailedStatusRequest>(
    ({ OrganizationConfigRuleName }) => noSuchOrganizationRule(OrganizationConfigRuleName),
  ),
  GetOrganizationConformancePackDetailedStatus:
    findsNothing<GetOrganizationConformancePackDetailedStatusRequest>(noSuchOrganizationPack),
  GetOrganizationCustomRulePolicy: findsNothing<GetOrganizationCustomRulePolicyRequest>(
    ({ OrganizationConfigRuleName }) => noSuchOrganizationRule(OrganizationConfigRuleName),
  ),
  DeleteOrganizationConfigRule: findsNothing<DeleteOrganizationConfigRuleRequest>(({ OrganizationConfigRuleName }) =>
    noSuchOrganizationRule(OrganizationConfigRuleName),
  ),
  DeleteOrganizationConformancePack: findsNothing<DeleteOrganizationConformancePackRequest>(
    ({ OrganizationConformancePackName }) => noOrganizationPackToDelete(OrganizationConformancePackName),
  ),
};
