'use client';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LoadFailure } from '@/components/layout/query/load-failure';
import { LoadingScreen } from '@/components/layout/screens/loading-screen';
import { settingsQueries } from '@/lib/api/queries/settings';
import { Saved } from '../channel/channel-settings-tab';
import { RecorderForm } from './recorder-form';
import { RecordingSwitch } from './recording-switch';

/** The configuration recorder: whether it records, and a form that changes what. */
export function RecorderSettingsTab() {
  const settings = useQuery(settingsQueries.recorderSettings());
  const [saved, setSaved] = useState(0);
  const recorder = settings.data?.ConfigurationRecorders[0];
  return (
    <SpaceBetween size="l">
      <Saved times={saved} onDismiss={() => setSaved(0)} />
      <LoadFailure title="The recorder cannot be shown" query={settings} />
      {settings.isPending && <LoadingScreen />}
      {recorder && <RecordingSwitch name={recorder.name} />}
      {settings.data && (
        <RecorderForm
          key={JSON.stringify(recorder)}
          recorder={recorder}
          onSaved={() => setSaved((times) => times + 1)}
        />
      )}
    </SpaceBetween>
  );
}
