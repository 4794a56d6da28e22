import type { SelectResourceConfigRequest, SelectResourceConfigResponse } from '@aws-sdk/client-config-service';
import type { Operation, WirePorts } from '../../operation';
import { pagePosition, pageToken, wholeNumber } from '../../shapes/page-token';

/** Asks the current items in AWS's query language; each result is a JSON text. */
export const selectResourceConfig =
  ({ select }: Pick<WirePorts, 'select'>): Operation<SelectResourceConfigRequest, SelectResourceConfigResponse> =>
  async ({ Expression, Limit, NextToken }, scope) => {
    const context = ['SelectResourceConfig', scope, Expression];
    const offset = Number(pagePosition(context, NextToken, wholeNumber) ?? 0);
    const { results, fields, nextOffset } = await select({ scopes: [scope] }, Expression, { offset, limit: Limit });
    return {
      Results: results,
      QueryInfo: { SelectFields: fields.map((Name) => ({ Name })) },
      NextToken: nextOffset === undefined ? undefined : pageToken(context, String(nextOffset)),
    };
  };
