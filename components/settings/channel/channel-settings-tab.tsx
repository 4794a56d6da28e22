'use client';
import Flashbar from '@cloudscape-design/components/flashbar';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LoadFailure } from '@/components/layout/query/load-failure';
import { LoadingScreen } from '@/components/layout/screens/loading-screen';
import { settingsQueries } from '@/lib/api/queries/settings';
import { ChannelForm } from './channel-form';

/** The delivery channel as it is, in a form that changes it. */
export function ChannelSettingsTab() {
  const channels = useQuery(settingsQueries.channelSettings());
  const [saved, setSaved] = useState(0);
  const channel = channels.data?.DeliveryChannels[0];
  return (
    <SpaceBetween size="l">
      <Saved times={saved} onDismiss={() => setSaved(0)} />
      <LoadFailure title="The delivery channel cannot be shown" query={channels} />
      {channels.isPending && <LoadingScreen />}
      {channels.data && (
        <ChannelForm key={JSON.stringify(channel)} channel={channel} onSaved={() => setSaved((times) => times + 1)} />
      )}
    </SpaceBetween>
  );
}

/** That the form's last step was taken; the form itself starts anew with what is in force then. */
export function Saved({ times, onDismiss }: { times: number; onDismiss(): void }) {
  if (times === 0) return null;
  return (
    <Flashbar
      items={[
        {
          id: `saved-${times}`,
          type: 'success',
          content: 'Saved. These settings are in effect.',
          dismissible: true,
          dismissLabel: 'Dismiss',
          onDismiss,
        },
      ]}
    />
  );
}
