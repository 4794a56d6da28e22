'use client';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LoadFailure } from '@/components/layout/query/load-failure';
import { LoadingScreen } from '@/components/layout/screens/loading-screen';
import { FailureAlert } from '@/components/ui/failure-alert';
import { settingsQueries } from '@/lib/api/queries/settings';
import { Saved } from './channel/channel-settings-tab';
import { useOperation } from './use-operation';

/** What AWS Config keeps without a retention configuration: seven years (PutRetentionConfiguration). */
const defaultDays = 2557;

/** How long former configuration items are kept. */
export function RetentionSettingsTab() {
  const retention = useQuery(settingsQueries.retentionSettings());
  const [saved, setSaved] = useState(0);
  const present = retention.data?.RetentionConfigurations[0];
  return (
    <SpaceBetween size="l">
      <Saved times={saved} onDismiss={() => setSaved(0)} />
      <LoadFailure title="The retention cannot be shown" query={retention} />
      {retention.isPending && <LoadingScreen />}
      {retention.data && (
        <RetentionForm
          key={present?.RetentionPeriodInDays}
          days={present?.RetentionPeriodInDays}
          onSaved={() => setSaved((times) => times + 1)}
        />
      )}
    </SpaceBetween>
  );
}

function RetentionForm({ days, onSaved }: { days: number | undefined; onSaved(): void }) {
  const [typed, setTyped] = useState(String(days ?? defaultDays));
  const change = useOperation(onSaved);
  const number = /^\d{1,6}$/.test(typed.trim()) ? Number(typed) : Number.NaN;
  const wrong = !(number >= 30 && number <= defaultDays);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!wrong && number !== days)
          change.mutate({ operation: 'PutRetentionConfiguration', input: { RetentionPeriodInDays: number } });
      }}
    >
      <Container
        header={
          <Header
            variant="h2"
            description="How long earlier configuration items are kept. The current item of each resource and all delivered objects are always kept."
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                {days !== undefined && (
                  <Button
                    formAction="none"
                    disabled={change.isPending}
                    onClick={() =>
                      change.mutate({
                        operation: 'DeleteRetentionConfiguration',
                        input: { RetentionConfigurationName: 'default' },
                      })
                    }
                  >
                    Back to the default
                  </Button>
                )}
                <Button
                  variant="primary"
                  disabled={wrong || number === days}
                  loading={change.isPending}
                  loadingText="Saving"
                >
                  Save
                </Button>
              </SpaceBetween>
            }
          >
            Retention of items
          </Header>
        }
      >
        <SpaceBetween size="m">
          {change.error && <FailureAlert title="The retention was not changed" error={change.error} />}
          <FormField
            label="Days"
            constraintText={`30 to ${defaultDays} (seven years, the default).`}
            errorText={wrong ? `Enter a whole number from 30 to ${defaultDays}.` : undefined}
          >
            <Input value={typed} inputMode="numeric" onChange={({ detail }) => setTyped(detail.value)} />
          </FormField>
        </SpaceBetween>
      </Container>
    </form>
  );
}
