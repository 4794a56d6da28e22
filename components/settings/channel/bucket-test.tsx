'use client';
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMutation } from '@tanstack/react-query';
import { FailureAlert } from '@/components/ui/failure-alert';
import { deliveryCommands } from '@/lib/api/queries/delivery';
import { BucketTestSteps } from './bucket-test-steps';
import { type ChannelFields, triedChannel } from './channel-fields';

/** Tries the bucket with what stands in the form, before anything is saved, and tells how each step went. */
export function BucketTest({ fields }: { fields: ChannelFields }) {
  const test = useMutation({ mutationFn: deliveryCommands.testChannel });
  const channel = triedChannel(fields);
  // A result is that of what was tried: once the form says something else, it says nothing any more.
  const current = JSON.stringify(test.variables) === JSON.stringify(channel);
  const { error, data: result } = test;
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="Does step by step what deliveries do, with what stands in the form. Nothing is saved; in the bucket only the check file is written."
          actions={
            <Button
              formAction="none"
              disabled={channel.s3BucketName === ''}
              disabledReason="Name a bucket first."
              loading={test.isPending}
              loadingText="Testing the bucket"
              onClick={() => test.mutate(channel)}
            >
              Test bucket
            </Button>
          }
        >
          Test of the bucket
        </Header>
      }
    >
      <SpaceBetween size="m">
        {/* Stays in the page while empty: screen readers only follow a region that was there before its words. */}
        <div role="status" aria-label="Result of the test">
          {current && result && (
            <Alert
              type={result.passed ? 'success' : 'error'}
              header={result.passed ? 'Deliveries can use this bucket' : 'Deliveries cannot use this bucket'}
            />
          )}
          {!(current && (result || error)) && !test.isPending && (
            <Box color="text-body-secondary">
              {result || error ? 'The form was changed since the last test.' : 'Not tested yet.'}
            </Box>
          )}
        </div>
        {current && error && <FailureAlert title="The bucket could not be tested" error={error} />}
        {current && result && <BucketTestSteps steps={result.steps} />}
      </SpaceBetween>
    </Container>
  );
}
