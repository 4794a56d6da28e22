/** One environment variable that Snapscope reads. */
export interface SettingDefinition {
  name: string;
  /** Shown where the variable is absent; text in brackets tells what absence means. */
  fallback: string;
  /** For operators: what it does and what it may be. */
  description: string;
  /** `whole`: the value is never shown. `password`: a URL whose password is hidden. */
  secret?: 'whole' | 'password';
}

/** Every setting, in the order in which they are shown. `.env.example` lists the same. */
export const settingDefinitions = [
  { name: 'HOST', fallback: '127.0.0.1', description: 'Address to listen on. There is no sign-in: keep it private.' },
  { name: 'PORT', fallback: '3000', description: 'TCP port to listen on, 0 to 65535; 0 takes a free one.' },
  {
    name: 'SNAPSCOPE_ALLOWED_HOSTS',
    fallback: '(none)',
    description:
      'Host names, parted by commas, under which the pages are served as well while HOST is a loopback address: for a reverse proxy on this machine that hands on its own Host.',
  },
  {
    name: 'SNAPSCOPE_DATA_DIR',
    fallback: './data',
    description: 'Folder for the embedded database, the directory store and caches. One Snapscope at a time.',
  },
  {
    name: 'SNAPSCOPE_ACCOUNT_ID',
    fallback: '123456789012',
    description: 'AWS account that is recorded, 12 digits.',
  },
  {
    name: 'AWS_REGION',
    fallback: 'us-west-2',
    description: 'AWS Region that is recorded, and the Region of the S3 store.',
  },
  {
    name: 'DATABASE_URL',
    fallback: '(embedded PostgreSQL in the data folder)',
    description: 'PostgreSQL to keep state in, as postgres://user:password@host:5432/database.',
    secret: 'password',
  },
  {
    name: 'SNAPSCOPE_STORE',
    fallback: 'directory',
    description: 'Where snapshots are delivered: `directory` (the folder objects in the data folder) or `s3`.',
  },
  {
    name: 'SNAPSCOPE_BUCKET',
    fallback: 'config-bucket-<account id>',
    description: 'Bucket of the delivery channel made at the first start. Must be given when the store is s3.',
  },
  {
    name: 'SNAPSCOPE_KEY_PREFIX',
    fallback: '(none)',
    description: 'Key prefix of that channel: objects lie under <prefix>/AWSLogs/.',
  },
  {
    name: 'SNAPSCOPE_SOURCES',
    fallback: 'sample',
    description:
      'What is recorded, parted by commas: `sample` (the account that ships with Snapscope), `aws` (the AWS account, through its APIs) and `file:<path>` (a *.json file, or a folder of them). Empty: nothing.',
  },
  {
    name: 'SNAPSCOPE_DISCOVERY_INTERVAL',
    fallback: '10m',
    description:
      'How often all sources are observed, from 10s to 24h, such as 90s, 10m or 1h; `off`: only when asked to.',
  },
  {
    name: 'SNAPSCOPE_AWS_REGIONS',
    fallback: '(AWS_REGION)',
    description:
      'Source aws only: Regions that are recorded besides AWS_REGION, parted by commas, such as eu-west-1,ap-south-1.',
  },
  {
    name: 'SNAPSCOPE_AWS_ROLE_ARN',
    fallback: '(the credentials themselves)',
    description:
      'Source aws only: role to assume with the AWS credentials, such as arn:aws:iam::123456789012:role/snapscope.',
  },
  {
    name: 'SNAPSCOPE_AWS_EXTERNAL_ID',
    fallback: '(none)',
    description: 'Source aws only: external id that the role asks for.',
    secret: 'whole',
  },
  {
    name: 'SNAPSCOPE_AWS_CLOUD_CONTROL_TYPES',
    fallback: '(none)',
    description:
      'Source aws only: types to be recorded besides those that Snapscope knows, parted by commas, such as AWS::Logs::LogGroup. They are listed through the Cloud Control API.',
  },
  {
    name: 'SNAPSCOPE_AWS_TIMEOUT',
    fallback: '60s',
    description:
      'Source aws only: how long one answer of AWS is waited for, from 1s to 10m. A call without answer is made again three times.',
  },
  {
    name: 'SNAPSCOPE_MAX_SNAPSHOT_BYTES',
    fallback: '8589934592',
    description: 'Largest snapshot that is opened, in bytes after decompression.',
  },
  {
    name: 'SNAPSCOPE_HISTORY_INTERVAL',
    fallback: '6h',
    description:
      'Time from one delivery of configuration history to the next, such as 6h, 30m or 10s. AWS has six hours.',
  },
  {
    name: 'SNAPSCOPE_DELIVERY_RETENTION_DAYS',
    fallback: '90',
    description: 'For how many days the record of deliveries is kept. What was delivered is never deleted.',
  },
  {
    name: 'SNAPSCOPE_ALERT_WEBHOOK_URL',
    fallback: '(none: no alerts)',
    description: 'Where an alert is posted when a delivery fails, and when one succeeds again: docs/alerts.md.',
    secret: 'whole',
  },
  {
    name: 'SNAPSCOPE_ALERT_WEBHOOK_SECRET',
    fallback: '(none: alerts are not signed)',
    description: 'What alerts are signed with, at least 16 characters.',
    secret: 'whole',
  },
  {
    name: 'SNAPSCOPE_QUERY_SECONDS',
    fallback: '30',
    description: 'Seconds after which a query over snapshots is stopped, 1 to 3600.',
  },
  {
    name: 'SNAPSCOPE_QUERY_MEMORY_BYTES',
    fallback: '1000000000',
    description: 'Memory that one such query may take, in bytes; two may run at once.',
  },
  {
    name: 'SNAPSCOPE_QUERY_ROWS',
    fallback: '10000',
    description: 'Most rows that such a query answers with, 1 to 1000000.',
  },
  {
    name: 'SNAPSCOPE_ACCESS_KEYS',
    fallback: '(none: any signature is accepted, on a loopback address only)',
    description:
      'Keys that AWS clients must sign with, as <key id>:<secret>[:<account id>] parted by commas, or file:<path> with one on each line.',
    secret: 'whole',
  },
  {
    name: 'AWS_ENDPOINT_URL_S3',
    fallback: '(AWS_ENDPOINT_URL, else AWS)',
    description: 'S3 store and source aws: address of an S3 other than AWS, such as http://127.0.0.1:9000.',
  },
  {
    name: 'AWS_ENDPOINT_URL',
    fallback: '(AWS)',
    description:
      'S3 store, source aws and SNS topics: address of an AWS of your own; AWS_ENDPOINT_URL_<SERVICE> goes first.',
  },
  {
    name: 'AWS_ACCESS_KEY_ID',
    fallback: '(the AWS SDK looks in its usual places)',
    description: 'S3 store, source aws and SNS topics: access key, read by the AWS SDK.',
    secret: 'whole',
  },
  {
    name: 'AWS_SECRET_ACCESS_KEY',
    fallback: '(the AWS SDK looks in its usual places)',
    description: 'S3 store, source aws and SNS topics: secret of that key.',
    secret: 'whole',
  },
  {
    name: 'AWS_SESSION_TOKEN',
    fallback: '(none)',
    description: 'S3 store, source aws and SNS topics: session token of temporary credentials.',
    secret: 'whole',
  },
] as const satisfies readonly SettingDefinition[];
