'use client';
import Box from '@cloudscape-design/components/box';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { ChannelTestView } from '@/lib/api/contract/delivery';

type Step = ChannelTestView['steps'][number];

/** The steps as what can be done where they pass. */
const names: Record<Step['step'], string> = {
  exists: 'The bucket exists',
  list: 'Its objects can be listed',
  write: 'The check file can be written',
  encrypt: 'It can be encrypted with the KMS key',
  read: 'The check file can be read',
  'clean-up': 'Unfinished uploads can be found',
};

/** The steps of a test of a bucket in their order, each with how it went and what to do about a failure. */
export function BucketTestSteps({ steps }: { steps: readonly Step[] }) {
  return (
    <ol className="plain-list" aria-label="Steps of the test">
      {steps.map((step) => (
        <li key={step.step}>
          <Box padding={{ vertical: 'xxs' }}>
            <StatusIndicator type={statusTypeOf(step)}>
              {names[step.step]}: {wordOf(step)}
              {step.optional && <i> - optional</i>}
            </StatusIndicator>
            {step.status === 'failed' && <StepFailure step={step} />}
          </Box>
        </li>
      ))}
    </ol>
  );
}

function StepFailure({ step: { code, message, remedy, optional } }: { step: Step }) {
  return (
    <Box margin={{ left: 'l' }}>
      <div>
        {code && <Box variant="code">{code}</Box>} {message}
      </div>
      {remedy && <div>{remedy}</div>}
      {optional && <Box color="text-body-secondary">Deliveries go without it.</Box>}
    </Box>
  );
}

function statusTypeOf({ status, optional }: Step): StatusIndicatorProps.Type {
  if (status === 'passed') return 'success';
  if (status === 'skipped') return 'not-started';
  return optional ? 'warning' : 'error';
}

function wordOf({ status, step }: Step): string {
  if (status === 'passed') return 'yes';
  if (status === 'failed') return 'no';
  return step === 'encrypt' ? 'not tried, or there is no key' : 'not tried';
}
