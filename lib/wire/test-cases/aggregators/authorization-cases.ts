import {
  DeleteAggregationAuthorizationCommand,
  DeletePendingAggregationRequestCommand,
  DescribeAggregationAuthorizationsCommand,
  DescribePendingAggregationRequestsCommand,
  PutAggregationAuthorizationCommand,
} from '@aws-sdk/client-config-service';
import { expect } from 'vitest';
import type { Account } from '../account';
import { broken, type CaseTable, invalidToken } from '../cases';
import { putAggregator } from './put-aggregator';

const west = 'us-west-2';

/** Lets the aggregators of `aggregating` in us-west-2 collect from the Region of `account`. */
export function authorize(account: Account, aggregating: Account, more: object = {}) {
  const authorized = { AuthorizedAccountId: aggregating.id, AuthorizedAwsRegion: west };
  return account.client.send(new PutAggregationAuthorizationCommand({ ...authorized, ...more }));
}

const requester = { RequesterAccountId: '999999999999', RequesterAwsRegion: west };
const authorizationsOf = ({ client }: Account, request: object = {}) =>
  client.send(new DescribeAggregationAuthorizationsCommand(request));
const pendingOf = ({ client }: Account, request: object = {}) =>
  client.send(new DescribePendingAggregationRequestsCommand(request));

/** Who may collect from an account and Region, and who asks to. */
export const authorizationCases: CaseTable = {
  PutAggregationAuthorization: {
    async works(account) {
      const other = account.other();
      const { AggregationAuthorization: given } = await authorize(account, other);
      expect(given).toEqual({
        AggregationAuthorizationArn: `arn:aws:config:us-west-2:${account.id}:aggregation-authorization/${other.id}/us-west-2`,
        AuthorizedAccountId: other.id,
        AuthorizedAwsRegion: west,
        CreationTime: expect.any(Date),
      });
      expect((await authorize(account, other)).AggregationAuthorization).toEqual(given);
    },
    fails: {},
  },

  DescribeAggregationAuthorizations: {
    async works(account) {
      expect((await authorizationsOf(account)).AggregationAuthorizations).toEqual([]);
      const others = [account.other(), account.other()];
      for (const other of others) await authorize(account, other);
      const first = await authorizationsOf(account, { Limit: 1 });
      const rest = await authorizationsOf(account, { Limit: 1, NextToken: first.NextToken });
      const listed = [first, rest].flatMap(({ AggregationAuthorizations = [] }) => AggregationAuthorizations);
      expect(listed.map(({ AuthorizedAccountId }) => AuthorizedAccountId)).toEqual(others.map(({ id }) => id));
      expect(rest.NextToken).toBeUndefined();
    },
    fails: {
      InvalidNextTokenException: [invalidToken, (account) => authorizationsOf(account, { NextToken: 'not-ours' })],
      InvalidLimitException: [
        broken('limit', 'have value less than or equal to 100'),
        (account) => authorizationsOf(account, { Limit: 101 }),
      ],
    },
  },

  DeleteAggregationAuthorization: {
    async works(account) {
      const other = account.other();
      await authorize(account, other);
      const remove = () =>
        account.client.send(
          new DeleteAggregationAuthorizationCommand({ AuthorizedAccountId: other.id, AuthorizedAwsRegion: west }),
        );
      await remove();
      expect((await authorizationsOf(account)).AggregationAuthorizations).toEqual([]);
      await remove();
    },
    fails: {},
  },

  DescribePendingAggregationRequests: {
    async works(account) {
      const others = [account.other(), account.other()];
      for (const other of others) await putAggregator(other, [account.id]);
      const first = await pendingOf(account, { Limit: 1 });
      const rest = await pendingOf(account, { Limit: 1, NextToken: first.NextToken });
      const listed = [first, rest].flatMap(({ PendingAggregationRequests = [] }) => PendingAggregationRequests);
      expect(listed).toEqual(others.map(({ id }) => ({ RequesterAccountId: id, RequesterAwsRegion: west })));
      expect(rest.NextToken).toBeUndefined();
    },
    fails: {
      InvalidNextTokenException: [invalidToken, (account) => pendingOf(account, { NextToken: 'not-ours' })],
      InvalidLimitException: [
        broken('limit', 'have value less than or equal to 20'),
        (account) => pendingOf(account, { Limit: 21 }),
      ],
    },
  },

  DeletePendingAggregationRequest: {
    async works(account) {
      const other = account.other();
      await putAggregator(other, [account.id]);
      const dismiss = (request: object) =>
        account.client.send(new DeletePendingAggregationRequestCommand({ ...requester, ...request }));
      await dismiss({});
      await dismiss({ RequesterAccountId: other.id });
      expect((await pendingOf(account)).PendingAggregationRequests).toEqual([]);
      // Put again it asks again.
      await putAggregator(other, [account.id]);
      expect((await pendingOf(account)).PendingAggregationRequests).toHaveLength(1);
    },
    fails: {},
  },
};
