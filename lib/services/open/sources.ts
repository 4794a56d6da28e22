import { join } from 'node:path';
import { createFileSource } from '../../recorder/sources/file';
import type { ResourceSource } from '../../recorder/sources/port';
import type { Settings, SourceSettings } from '../../settings/settings';

type SourcesSettings = Pick<Settings, 'sources' | 'accountId' | 'regions' | 'dataFolder'>;

/** The sources of each Region that is recorded, by its name. Nothing is read or called yet. */
export async function openSources(settings: SourcesSettings): Promise<ReadonlyMap<string, ResourceSource[]>> {
  const open = async (region: string) => {
    return [region, await Promise.all(settings.sources.map((source) => openSource(source, settings, region)))] as const;
  };
  return new Map(await Promise.all(settings.regions.map(open)));
}

async function openSource(source: SourceSettings, settings: SourcesSettings, region: string): Promise<ResourceSource> {
  if (source.kind === 'aws') return openAwsSource(source, settings, region);
  const file =
    source.kind === 'sample'
      ? { name: 'sample', path: join(process.cwd(), 'samples') }
      : { name: `file:${source.path}`, path: source.path };
  return createFileSource({
    ...file,
    scope: { accountId: settings.accountId, region },
    regions: settings.regions,
  });
}

async function openAwsSource(
  source: Extract<SourceSettings, { kind: 'aws' }>,
  { accountId, dataFolder }: SourcesSettings,
  region: string,
): Promise<ResourceSource> {
  const { createAwsSource, withRegistryTypes, awsResourceTypes } = await loadAwsSource();
  const spoolFolder = join(dataFolder, 'cache', 'listings');
  const types = withRegistryTypes(awsResourceTypes, source.cloudControlTypes);
  const timeouts = { connect: Math.min(5_000, source.timeoutMs), request: source.timeoutMs };
  return createAwsSource({ ...source, name: 'aws', accountId, region, types, spoolFolder, timeouts });
}

/** The least that AWS must allow the source aws, as a policy document. */
export async function awsSourcePolicy() {
  const { leastIamPolicy, awsResourceTypes } = await loadAwsSource();
  return leastIamPolicy(awsResourceTypes);
}

/** Loaded only where it is wanted: the clients of all those services take 130 MB of memory. */
async function loadAwsSource() {
  const [source, table, registry, policy] = await Promise.all([
    import('../../recorder/sources/aws/source'),
    import('../../recorder/sources/aws/table'),
    import('../../recorder/sources/aws/cloud-control/registry-type'),
    import('../../recorder/sources/aws/iam-policy'),
  ]);
  return { ...source, ...table, ...registry, ...policy };
}
