'use client';
import Tabs from '@cloudscape-design/components/tabs';
import { PageFrame } from '@/components/layout/page-frame';
import { useUrl } from '@/components/ui/url/use-url';
import { ChannelSettingsTab } from './channel/channel-settings-tab';
import { EnvironmentTable } from './environment-table';
import { RecorderSettingsTab } from './recorder/recorder-settings-tab';
import { RetentionSettingsTab } from './retention-settings-tab';

const tabs = [
  { id: 'recorder', label: 'Recorder', content: <RecorderSettingsTab /> },
  { id: 'channel', label: 'Delivery channel', content: <ChannelSettingsTab /> },
  { id: 'retention', label: 'Retention', content: <RetentionSettingsTab /> },
  { id: 'environment', label: 'Environment', content: <EnvironmentTable /> },
].map((tab) => ({ ...tab, href: `/settings?tab=${tab.id}` }));

/** What is recorded, where it is delivered, how long it is kept, and what the environment says. */
export function SettingsScreen() {
  const { parameters, go } = useUrl();
  const asked = parameters.get('tab');
  return (
    <PageFrame
      title="Settings"
      description="The recorder and the delivery channel, as AWS Config has them, and the settings of Snapscope itself."
    >
      <Tabs
        tabs={tabs}
        activeTabId={tabs.find(({ id }) => id === asked)?.id ?? 'recorder'}
        ariaLabel="Settings"
        onChange={({ detail }) => go(`/settings?tab=${detail.activeTabId}`)}
      />
    </PageFrame>
  );
}
