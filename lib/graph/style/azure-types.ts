import type { Glyph } from './glyphs';

/** Services of Azure, whose resources AWS Config records through connectors, by what kind of thing they offer. */
export const azureCategories = {
  compute: 'Compute ContainerService ContainerInstance ContainerRegistry App Web Batch ServiceFabric'.split(' '),
  storage: 'Storage StorageSync NetApp RecoveryServices DataProtection'.split(' '),
  network: 'Network Cdn ApiManagement'.split(' '),
  security: 'KeyVault ManagedIdentity Authorization Security'.split(' '),
  database: 'Sql DBforPostgreSQL DBforMySQL DBforMariaDB DocumentDB Cache Synapse Kusto DataFactory'.split(' '),
  messaging: 'ServiceBus EventHub EventGrid NotificationHubs Relay Logic'.split(' '),
  management: 'Insights OperationalInsights Resources Automation PolicyInsights'.split(' '),
};

/** Their types with a drawing, as `Azure::<this>`. */
export const azureTypes: readonly (readonly [type: string, glyph: Glyph])[] = [
  ['Compute::VirtualMachine', 'instance'],
  ['Compute::VirtualMachineScaleSet', 'scaling'],
  ['Compute::Disk', 'volume'],
  ['Compute::Snapshot', 'snapshot'],
  ['ContainerService::ManagedCluster', 'cluster'],
  ['Network::VirtualNetwork', 'vpc'],
  ['Network::NetworkInterface', 'interface'],
  ['Network::NetworkSecurityGroup', 'shield'],
  ['Network::PublicIPAddress', 'address'],
  ['Network::RouteTable', 'route'],
  ['Network::LoadBalancer', 'balancer'],
  ['Storage::StorageAccount', 'bucket'],
  ['Sql::Server', 'database'],
  ['Sql::Database', 'database'],
  ['KeyVault::Vault', 'lock'],
];
