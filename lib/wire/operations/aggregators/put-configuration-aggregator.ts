import { randomBytes } from 'node:crypto';
import type {
  AccountAggregationSource,
  PutConfigurationAggregatorRequest,
  PutConfigurationAggregatorResponse,
} from '@aws-sdk/client-config-service';
import { WireError } from '../../errors';
import type { Checked, Operation, WirePorts } from '../../operation';
import { aggregatorArn, configurationAggregator } from '../../shapes/aggregator';
import { checkedTags } from '../../shapes/tag-list';

/** AWS's limit for one aggregator (AWS Config Developer Guide, "Service Limits"). */
const mostAccounts = 10_000;

/**
 * Makes an aggregator of accounts and Regions, or replaces the sources of the one of that name. Sentences are AWS's, as moto has them, but for
 * limits and filters, of which none is published.
 */
export const putConfigurationAggregator =
  ({
    aggregators,
    tags,
    clock,
  }: Pick<WirePorts, 'aggregators' | 'tags' | 'clock'>): Operation<
    PutConfigurationAggregatorRequest,
    PutConfigurationAggregatorResponse
  > =>
  async (wanted, scope) => {
    const { ConfigurationAggregatorName: name, AggregatorFilters: filters } = wanted;
    const added = checkedTags(wanted.Tags ?? []);
    const source = checkedSource(wanted);
    if (filters && !filters.ResourceType && !filters.ServicePrincipal) {
      throw invalid('AggregatorFilters must have a ResourceType or a ServicePrincipal.');
    }
    const present = await aggregators.find(scope, { name });
    const kept = await aggregators.save(scope, {
      name,
      // The model's pattern of the ARN asks for this beginning; AWS has eight letters and digits after it.
      id: present?.id ?? `config-aggregator-${randomBytes(4).toString('hex')}`,
      ...source,
      filters,
      updatedAt: clock(),
    });
    // "Tags are added at creation and cannot be updated with this operation" (the model).
    if (!present) await tags.add(scope, aggregatorArn(scope, kept), added);
    return { ConfigurationAggregator: configurationAggregator(scope, kept) };
  };

/** The accounts and Regions of the request; no Regions are all. */
function checkedSource({
  AccountAggregationSources: accounts = [],
  OrganizationAggregationSource: organization,
}: Checked<PutConfigurationAggregatorRequest>): { accountIds: string[]; regions: string[] } {
  const [source] = accounts;
  const reason = 'The configuration aggregator cannot be created because your request';
  if (source && organization) {
    throw invalid(
      `${reason} contains both the AccountAggregationSource and the OrganizationAggregationSource. Include only one aggregation source and try again.`,
    );
  }
  if (organization) {
    if (!organization.RoleArn) throw new WireError('InvalidRoleException', 'The role arn passed is not valid.');
    checkedRegions(organization);
    // AWS's sentence where there is no organization, as its clients look for it. Nobody tells here which accounts one has.
    const message = 'This action can only be made by accounts in an AWS Organization';
    throw new WireError('OrganizationAccessDeniedException', message);
  }
  if (!source) {
    throw invalid(
      `${reason} is missing either the AccountAggregationSource or the OrganizationAggregationSource. Include the appropriate aggregation source and try again.`,
    );
  }
  const regions = checkedRegions(source);
  const accountIds = [...new Set(source.AccountIds)];
  if (accountIds.length > mostAccounts) {
    const message = `An aggregator may have ${mostAccounts} source accounts, and this one has ${accountIds.length}.`;
    throw new WireError('LimitExceededException', message);
  }
  return { accountIds, regions };
}

function checkedRegions({
  AllAwsRegions: all,
  AwsRegions: regions = [],
}: Pick<Checked<AccountAggregationSource>, 'AllAwsRegions' | 'AwsRegions'>): string[] {
  if (all && regions.length > 0) {
    throw invalid(
      'Your configuration aggregator contains a list of regions and also specifies the use of all regions. You must choose one of these options.',
    );
  }
  if (!all && regions.length === 0) {
    throw invalid('Your request does not specify any regions. Select AWS Config-supported regions and try again.');
  }
  return [...new Set(regions)];
}

function invalid(message: string): WireError {
  return new WireError('InvalidParameterValueException', message);
}
