'use client';
import { formats } from '@/components/delivery/channel/formats';
import { overviewHref } from '@/components/delivery/urls';
import { RouteLink } from '@/components/layout/route-link';
import { ErrorAlert } from '@/components/ui/error-alert';
import type { DeliveryRegionsView } from '@/lib/api/contract/delivery';

interface OtherFailuresProps {
  /** All of them, the home first. */
  regions: DeliveryRegionsView['regions'];
  /** The Region that the page is about: `FailureAlerts` tells of its failures. */
  shown: string;
}

/** Says of each other Region which deliveries failed last, with a way to see why. */
export function OtherFailures({ regions, shown }: OtherFailuresProps) {
  const home = regions[0]?.region;
  return regions.map(({ region, formats: found }) => {
    const failing = formats.filter(({ field }) => found[field].lastStatus === 'FAILURE');
    if (region === shown || failing.length === 0) return null;
    const names = failing.map(({ name }) => name.toLowerCase()).join(' and ');
    return (
      <ErrorAlert
        key={region}
        title={`The last delivery of the ${names} failed in ${region}`}
        code={failing.map(({ field }) => found[field].lastErrorCode).find(Boolean)}
        message={failing.map(({ field }) => found[field].lastErrorMessage).find(Boolean) ?? 'No reason was given.'}
      >
        <RouteLink href={overviewHref(region === home ? undefined : region)}>Show {region}</RouteLink>
      </ErrorAlert>
    );
  });
}
