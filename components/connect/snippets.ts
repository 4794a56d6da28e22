/** What the commands of a page are filled with. Names come from outside, and are quoted as each language wants it. */
export interface Connection {
  /** The server's address without a slash at its end: `http://127.0.0.1:3000`. */
  endpoint: string;
  region: string;
  channelName: string;
  bucket: string;
  accountId: string;
  /** The key to sign with; undefined where any will do. */
  accessKeyId?: string;
}

/** A piece of text to copy, and what it is for. */
export interface Snippet {
  title: string;
  note?: string;
  text: string;
}

/** What stands where the reader's own secret goes: it is in no page. */
export const secretPlace = 'YOUR_SECRET';

/** Variables that the AWS CLI and every AWS SDK of today read: with them, programs need no change at all. */
export function environmentSnippet({ endpoint, region, accessKeyId }: Connection): string {
  return [
    ['AWS_ENDPOINT_URL_CONFIG_SERVICE', endpoint],
    ['AWS_ACCESS_KEY_ID', accessKeyId ?? 'any'],
    ['AWS_SECRET_ACCESS_KEY', accessKeyId === undefined ? 'any' : secretPlace],
    // The CLI of version 1 and boto3 read the first, the other SDKs the second.
    ['AWS_DEFAULT_REGION', region],
    ['AWS_REGION', region],
  ]
    .map(([name, value = '']) => `export ${name}=${shellQuoted(value)}`)
    .join('\n');
}

/** The commands of the AWS CLI that set up, deliver and follow, each to be run as it is. */
export function cliSnippets(connection: Connection): Snippet[] {
  const { endpoint, region, channelName, bucket, accountId } = connection;
  const aws = (...words: string[]) =>
    [
      'aws configservice',
      ...words.map(shellQuoted),
      `--endpoint-url ${shellQuoted(endpoint)}`,
      `--region ${region}`,
    ].join(' ');
  return [
    {
      title: 'Deliver a configuration snapshot',
      note: 'Answers with the configSnapshotId at once; the file follows.',
      text: aws('deliver-config-snapshot', '--delivery-channel-name', channelName),
    },
    { title: 'Verify the delivery', text: aws('describe-delivery-channel-status') },
    { title: 'See recorder and deliveries in short', text: aws('get-status') },
    {
      title: 'Subscribe: recorder, channel and start in one command',
      note: 'The CLI itself looks for the bucket in S3, and makes it where it is missing: point AWS_ENDPOINT_URL_S3 at the S3 that holds the bucket, if that is not AWS.',
      text: aws(
        'subscribe',
        '--s3-bucket',
        bucket,
        '--sns-topic',
        `arn:aws:sns:${region}:${accountId}:config-topic`,
        '--iam-role',
        `arn:aws:iam::${accountId}:role/config-role`,
      ),
    },
  ];
}

/** A Python program that delivers a snapshot and reads the status. */
export function pythonSnippet({ endpoint, region, channelName, accessKeyId }: Connection): string {
  const client = [
    `'config'`,
    `endpoint_url=${literal(endpoint)}`,
    `region_name=${literal(region)}`,
    ...(accessKeyId === undefined ? [`aws_access_key_id='any'`, `aws_secret_access_key='any'`] : []),
  ];
  return `import boto3

config = boto3.client(
${client.map((argument) => `    ${argument},`).join('\n')}
)
snapshot = config.deliver_config_snapshot(deliveryChannelName=${literal(channelName)})
print(snapshot['configSnapshotId'])

status = config.describe_delivery_channel_status()['DeliveryChannelsStatus'][0]
print(status['configSnapshotDeliveryInfo'])
`;
}

/** A JavaScript module that delivers a snapshot and reads the status. */
export function javascriptSnippet({ endpoint, region, channelName, accessKeyId }: Connection): string {
  const options = [
    `endpoint: ${literal(endpoint)}`,
    `region: ${literal(region)}`,
    ...(accessKeyId === undefined ? [`credentials: { accessKeyId: 'any', secretAccessKey: 'any' }`] : []),
  ];
  return `import {
  ConfigServiceClient,
  DeliverConfigSnapshotCommand,
  DescribeDeliveryChannelStatusCommand,
} from '@aws-sdk/client-config-service';

const config = new ConfigServiceClient({
${options.map((option) => `  ${option},`).join('\n')}
});
const snapshot = await config.send(
  new DeliverConfigSnapshotCommand({ deliveryChannelName: ${literal(channelName)} }),
);
console.log(snapshot.configSnapshotId);

const status = await config.send(new DescribeDeliveryChannelStatusCommand({}));
console.log(status.DeliveryChannelsStatus[0].configSnapshotDeliveryInfo);
`;
}

/** One word of a POSIX shell, whatever it holds. */
export function shellQuoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** A string in Python and JavaScript alike: both read JSON's escapes. */
function literal(text: string): string {
  return /^[\x20-\x7e]*$/.test(text) && !/['\\]/.test(text) ? `'${text}'` : JSON.stringify(text);
}
