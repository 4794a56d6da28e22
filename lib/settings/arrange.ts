import path from 'node:path';
import type { AccessKeySetting } from './access-keys';
import type { SettingValues } from './environment';
import type { Settings, SourceSettings, StoreSettings } from './settings';

/** The settings as the rest of Snapscope wants them: paths absolute, choices as one value each. */
export function arrange(values: SettingValues, accessKeys: AccessKeySetting[]): Settings {
  const dataFolder = path.resolve(values.SNAPSCOPE_DATA_DIR);
  const otherRegions = (values.SNAPSCOPE_AWS_REGIONS ?? []).filter((region) => region !== values.AWS_REGION);
  return {
    host: values.HOST,
    port: values.PORT,
    allowedHosts: values.SNAPSCOPE_ALLOWED_HOSTS ?? [],
    dataFolder,
    log: { level: values.SNAPSCOPE_LOG_LEVEL, format: values.SNAPSCOPE_LOG_FORMAT },
    accountId: values.SNAPSCOPE_ACCOUNT_ID,
    region: values.AWS_REGION,
    regions: [values.AWS_REGION, ...otherRegions],
    database:
      values.DATABASE_URL === undefined
        ? { kind: 'embedded', folder: dataFolder }
        : { kind: 'url', url: values.DATABASE_URL },
    store: values.SNAPSCOPE_STORE === 's3' ? s3(values) : { kind: 'directory', root: path.join(dataFolder, 'objects') },
    bucket: values.SNAPSCOPE_BUCKET ?? `config-bucket-${values.SNAPSCOPE_ACCOUNT_ID}`,
    ...(values.SNAPSCOPE_KEY_PREFIX === undefined ? {} : { keyPrefix: values.SNAPSCOPE_KEY_PREFIX }),
    sources: values.SNAPSCOPE_SOURCES.map((source) => arrangeSource(source, values)),
    discoveryIntervalMs: values.SNAPSCOPE_DISCOVERY_INTERVAL,
    accessKeys,
    ...(values.SNAPSCOPE_ALERT_WEBHOOK_URL === undefined
      ? {}
      : {
          alertWebhook: {
            url: values.SNAPSCOPE_ALERT_WEBHOOK_URL,
            secret: values.SNAPSCOPE_ALERT_WEBHOOK_SECRET,
          },
        }),
    maxSnapshotBytes: values.SNAPSCOPE_MAX_SNAPSHOT_BYTES,
    historyIntervalMs: values.SNAPSCOPE_HISTORY_INTERVAL,
    deliveryRetentionDays: values.SNAPSCOPE_DELIVERY_RETENTION_DAYS,
    queryLimits: {
      seconds: values.SNAPSCOPE_QUERY_SECONDS,
      memoryBytes: values.SNAPSCOPE_QUERY_MEMORY_BYTES,
      rows: values.SNAPSCOPE_QUERY_ROWS,
    },
  };
}

function arrangeSource(source: SettingValues['SNAPSCOPE_SOURCES'][number], values: SettingValues): SourceSettings {
  if (source.kind === 'file') return { kind: 'file', path: path.resolve(source.path) };
  if (source.kind === 'sample') return source;
  const { SNAPSCOPE_AWS_ROLE_ARN: arn, SNAPSCOPE_AWS_EXTERNAL_ID: externalId } = values;
  return {
    kind: 'aws',
    ...(arn && { role: { arn, externalId } }),
    cloudControlTypes: values.SNAPSCOPE_AWS_CLOUD_CONTROL_TYPES ?? [],
    forcePathStyle: s3Address(values).forcePathStyle,
    timeoutMs: values.SNAPSCOPE_AWS_TIMEOUT,
  };
}

function s3(values: SettingValues): StoreSettings {
  const requesterPays = values.SNAPSCOPE_S3_REQUESTER_PAYS === 'yes';
  return { kind: 's3', region: values.AWS_REGION, requesterPays, ...s3Address(values) };
}

/** S3 servers other than AWS rarely have a host name for each bucket: their buckets go into the path. */
function s3Address(values: SettingValues): { endpoint?: string; forcePathStyle: boolean } {
  const endpoint = values.AWS_ENDPOINT_URL_S3 ?? values.AWS_ENDPOINT_URL;
  if (endpoint === undefined) return { forcePathStyle: false };
  const forcePathStyle = !/(^|\.)amazonaws\.com(\.cn)?$/.test(new URL(endpoint).hostname);
  return { endpoint, forcePathStyle };
}
