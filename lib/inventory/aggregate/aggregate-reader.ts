import type { Queryable } from '../../database/database';
import type { ResourceIdentity } from '../../items/identity';
import { normalizeType } from '../../items/resource-type';
import type { Scope, ScopeSelection } from '../../items/scope';
import { findCurrentOfScopes, type RecordedItem } from '../history/recorded-items';
import {
  type AggregatedPosition,
  type AggregatedResource,
  type AggregatedSearch,
  type CountGrouping,
  countAggregated,
  listAggregated,
} from './aggregated';

/**
 * What is recorded now in several accounts and Regions, to be read together: no more than `selection` lets through, whatever is asked for. Like
 * `InventoryReader` it is a view of the database and holds nothing.
 */
export class AggregateReader {
  readonly #database: Queryable;
  readonly #selection: ScopeSelection;

  constructor(database: Queryable, selection: ScopeSelection) {
    this.#database = database;
    this.#selection = selection;
  }

  /** The same view of one account, one Region or one type alone; what is left out stays as it is. */
  narrowed({ accountId, region, resourceType }: Partial<Scope> & { resourceType?: string }): AggregateReader {
    const { scopes, resourceTypes } = this.#selection;
    return new AggregateReader(this.#database, {
      scopes: scopes.filter(
        (scope) => (accountId ?? scope.accountId) === scope.accountId && (region ?? scope.region) === scope.region,
      ),
      resourceTypes: resourceType === undefined ? resourceTypes : this.#lets(resourceType) ? [resourceType] : [],
    });
  }

  /** Resources of one type, in order of account, Region and id, after the position `after`. */
  list(wanted: AggregatedSearch, page: { after?: AggregatedPosition; limit: number }): Promise<AggregatedResource[]> {
    return listAggregated(this.#database, this.#selection, wanted, page);
  }

  /** How many resources there are, and a page of their groups, the greatest first. */
  count(grouping: CountGrouping, page: { offset: number; limit: number }) {
    return countAggregated(this.#database, this.#selection, grouping, page);
  }

  /** The current item of each of `resources`, in their order; undefined for one that does not exist or is not in the view. */
  async current(resources: readonly ResourceIdentity[]): Promise<(RecordedItem | undefined)[]> {
    const scopes = new Set(this.#selection.scopes.map(scopeKey));
    const inView = resources.map((each) => scopes.has(scopeKey(each)) && this.#lets(each.resourceType));
    const found = await findCurrentOfScopes(
      this.#database,
      resources.filter((_, index) => inView[index]),
    );
    const items = found.values();
    return inView.map((each) => (each ? items.next().value : undefined));
  }

  #lets(resourceType: string): boolean {
    const wanted = normalizeType(resourceType);
    return this.#selection.resourceTypes?.some((each) => normalizeType(each) === wanted) ?? true;
  }
}

const scopeKey = ({ accountId, region }: Scope) => `${accountId}/${region}`;
