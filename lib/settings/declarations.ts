import { awsClientSettings, awsSettings } from './declarations/aws';
import { awsSourceSettings } from './declarations/aws-source';
import { deliverySettings } from './declarations/delivery';
import { recordingSettings } from './declarations/recording';
import { serverSettings } from './declarations/server';
import { snapshotSettings } from './declarations/snapshots';
import type { Setting, SettingGroup } from './setting';

/** Every setting, in the groups and the order in which they are shown. */
export const settingGroups: readonly SettingGroup[] = [
  { title: 'Server', settings: serverSettings },
  { title: 'Recording', settings: recordingSettings },
  { title: 'The source aws', settings: awsSourceSettings },
  { title: 'Delivery', settings: deliverySettings },
  { title: 'Opening and querying snapshots', settings: snapshotSettings },
  { title: 'AWS clients', settings: awsClientSettings },
  { title: 'AWS itself', settings: awsSettings },
];

/** Every setting by the name of its variable, with the type of its value. */
export const declaredSettings = {
  ...serverSettings,
  ...recordingSettings,
  ...awsSourceSettings,
  ...deliverySettings,
  ...snapshotSettings,
  ...awsClientSettings,
  ...awsSettings,
};

/** Every setting with its name, in the order in which they are shown. */
export const settingEntries: readonly [name: string, setting: Setting][] = settingGroups.flatMap(({ settings }) =>
  Object.entries(settings),
);
