import {
  DescribeStreamSummaryCommand,
  KinesisClient,
  ListTagsForStreamCommand,
  paginateListStreams,
  type StreamDescriptionSummary,
  type Tag,
} from '@aws-sdk/client-kinesis';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { AwsAccess, ClientConfig } from '../../calls/access';
import { ignoreNotFound, optionalCall } from '../../calls/optional-call';
import { enrich, flattenPages } from '../../calls/pages';
import { asSpelt } from '../../fields/casing';
import { registryTags } from '../../fields/registry-tags';
import { tagsOf } from '../../fields/tags';
import { resourceType } from '../../resource-type';

/**
 * Kinesis' client alone speaks HTTP/2 by itself, which AWS takes over TLS and emulators of AWS do not: here it uses the connection
 * handler that the clients of other services make, HTTP/1.1, which Kinesis answers as well.
 */
class KinesisOverHttp1 extends KinesisClient {
  constructor(config: ClientConfig) {
    super({ ...config, requestHandler: new SQSClient(config).config.requestHandler });
  }
}

interface WholeStream {
  stream: Partial<StreamDescriptionSummary>;
  tags: Tag[] | undefined;
}

/** With the field names of the CloudFormation registry (property file of awslabs/aws-config-resource-schema). */
export const stream = resourceType<WholeStream>({
  resourceType: 'AWS::Kinesis::Stream',
  permissions: ['kinesis:ListStreams', 'kinesis:DescribeStreamSummary', 'kinesis:ListTagsForStream'],
  list: (access) =>
    enrich(
      flattenPages(
        paginateListStreams({ client: access.client(KinesisOverHttp1) }, {}),
        ({ StreamNames }) => StreamNames,
      ),
      (name) => ignoreNotFound(['ResourceNotFoundException'], () => readWhole(access, name)),
    ),
  describe: ({ stream, tags: list }) => {
    const tags = tagsOf(list);
    return {
      id: stream.StreamName,
      name: stream.StreamName,
      arn: stream.StreamARN,
      createdAt: stream.StreamCreationTimestamp,
      zone: 'Regional',
      tags,
      configuration: {
        ...asSpelt({
          Arn: stream.StreamARN,
          Name: stream.StreamName,
          RetentionPeriodHours: stream.RetentionPeriodHours,
          ShardCount: stream.OpenShardCount,
          StreamModeDetails: stream.StreamModeDetails,
          StreamEncryption: encryption(stream),
        }),
        Tags: registryTags(tags),
      },
    };
  },
});

/** The registry has no encryption where Kinesis says NONE. */
function encryption({ EncryptionType, KeyId }: Partial<StreamDescriptionSummary>) {
  return EncryptionType === undefined || EncryptionType === 'NONE' ? undefined : { EncryptionType, KeyId };
}

async function readWhole(access: AwsAccess, StreamName: string): Promise<WholeStream> {
  const client = access.client(KinesisOverHttp1);
  const { StreamDescriptionSummary: stream = {} } = await client.send(new DescribeStreamSummaryCommand({ StreamName }));
  const tagged = await optionalCall(access, {
    permission: 'kinesis:ListTagsForStream',
    about: `stream ${StreamName}`,
    // A stream has at most 50 tags, and that is one page.
    call: () => client.send(new ListTagsForStreamCommand({ StreamName, Limit: 50 })),
  });
  return { stream, tags: tagged?.Tags };
}
