import {
  type ContinuousBackupsDescription,
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ListTagsOfResourceCommand,
  paginateListTables,
  type TableDescription,
  type Tag,
} from '@aws-sdk/client-dynamodb';
import type { AwsAccess } from '../../calls/access';
import { ignoreNotFound, optionalCall } from '../../calls/optional-call';
import { enrich, flattenPages } from '../../calls/pages';
import { beanCase } from '../../fields/casing';
import { tagsOf } from '../../fields/tags';
import { resourceType } from '../../resource-type';

interface WholeTable {
  table: TableDescription;
  tags: Tag[] | undefined;
  backups: ContinuousBackupsDescription | undefined;
}

/**
 * Left out: what DynamoDB measures every six hours, and from when to when a copy can be restored. They change though nobody changed
 * the table.
 */
const measured = ['ItemCount', 'TableSizeBytes', 'IndexSizeBytes'];
const ofTheMoment = ['EarliestRestorableDateTime', 'LatestRestorableDateTime'];

/** AWS Config writes the times of tables as epoch milliseconds: see the example item of awslabs/aws-config-rdk. */
export const table = resourceType<WholeTable>({
  resourceType: 'AWS::DynamoDB::Table',
  permissions: [
    'dynamodb:ListTables',
    'dynamodb:DescribeTable',
    'dynamodb:DescribeContinuousBackups',
    'dynamodb:ListTagsOfResource',
  ],
  list: (access) =>
    enrich(
      flattenPages(paginateListTables({ client: access.client(DynamoDBClient) }, {}), ({ TableNames }) => TableNames),
      (name) => ignoreNotFound(['ResourceNotFoundException', 'TableNotFoundException'], () => readWhole(access, name)),
    ),
  describe: ({ table, tags, backups }) => ({
    id: table.TableName,
    name: table.TableName,
    arn: table.TableArn,
    createdAt: table.CreationDateTime,
    zone: 'Not Applicable',
    tags: tagsOf(tags),
    configuration: beanCase(table, { times: 'epoch', without: measured }),
    supplementaryConfiguration: {
      ...(backups === undefined
        ? {}
        : { ContinuousBackupsDescription: beanCase(backups, { times: 'epoch', without: ofTheMoment }) }),
      Tags: (tags ?? []).map((tag) => beanCase(tag)),
    },
  }),
});

async function readWhole(access: AwsAccess, TableName: string): Promise<WholeTable> {
  const client = access.client(DynamoDBClient);
  const about = `table ${TableName}`;
  const { Table: table = {} } = await client.send(new DescribeTableCommand({ TableName }));
  const tagged = await optionalCall(access, {
    permission: 'dynamodb:ListTagsOfResource',
    about,
    // A table has at most 50 tags, and that is one page.
    call: () => client.send(new ListTagsOfResourceCommand({ ResourceArn: table.TableArn })),
  });
  const backups = await optionalCall(access, {
    permission: 'dynamodb:DescribeContinuousBackups',
    about,
    call: () => client.send(new DescribeContinuousBackupsCommand({ TableName })),
  });
  return { table, tags: tagged?.Tags, backups: backups?.ContinuousBackupsDescription };
}
