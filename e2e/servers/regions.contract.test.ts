import {
  ConfigServiceClient,
  DescribeConfigurationRecorderStatusCommand,
  ListDiscoveredResourcesCommand,
} from '@aws-sdk/client-config-service';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AwsProxy, startAwsProxy } from '../emulators/aws-proxy';
import { type Moto, motoMissing, startMoto } from '../emulators/moto';
import { LightServer } from './light-server';

const regions = ['us-west-2', 'eu-west-1', 'ap-south-1'] as const;
const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };

describe.skipIf(motoMissing())('an account recorded in several Regions', () => {
  let moto: Moto;
  let proxy: AwsProxy;
  let server: LightServer;
  beforeAll(async () => {
    moto = await startMoto();
    proxy = await startAwsProxy(moto.endpoint);
    for (const region of regions) {
      const config = { region, endpoint: moto.endpoint, credentials };
      await new SQSClient(config).send(new CreateQueueCommand({ QueueName: `queue-${region}` }));
      const CreateBucketConfiguration = { LocationConstraint: region };
      const bucket = { Bucket: `bucket-${region}`, CreateBucketConfiguration };
      await new S3Client({ ...config, forcePathStyle: true }).send(new CreateBucketCommand(bucket));
    }
    server = await LightServer.start({
      SNAPSCOPE_SOURCES: 'aws',
      SNAPSCOPE_AWS_REGIONS: regions.slice(1).join(','),
      AWS_REGION: regions[0],
      AWS_ENDPOINT_URL: proxy.endpoint,
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
    });
  });
  afterAll(async () => {
    // Nothing was started where moto is missing.
    await server?.dispose();
    await proxy?.stop();
    await moto?.stop();
  });

  test('has in each what is there, and nothing of the others', async () => {
    const { endpoint } = server;
    for (const region of regions) {
      const client = new ConfigServiceClient({ region, endpoint, credentials, maxAttempts: 1 });
      const status = async () =>
        (await client.send(new DescribeConfigurationRecorderStatusCommand({}))).ConfigurationRecordersStatus?.[0];
      await expect.poll(async () => (await status())?.lastStatus, { timeout: 120_000 }).toBe('SUCCESS');
      const namesOf = async (resourceType: 'AWS::SQS::Queue' | 'AWS::S3::Bucket') => {
        const { resourceIdentifiers } = await client.send(new ListDiscoveredResourcesCommand({ resourceType }));
        return resourceIdentifiers?.map(({ resourceName }) => resourceName);
      };
      expect(await namesOf('AWS::SQS::Queue')).toEqual([`queue-${region}`]);
      expect(await namesOf('AWS::S3::Bucket')).toEqual([`bucket-${region}`]);
      client.destroy();
    }
  });
});
