'use client';
import MixedLineBarChart from '@cloudscape-design/components/mixed-line-bar-chart';
import { kindNames } from '@/components/delivery/attempt/attempt-labels';
import { deliveryHref } from '@/components/delivery/urls';
import { RouteLink } from '@/components/layout/route-link';
import { utcText } from '@/components/ui/time/time';
import type { DeliveryAttempt } from '@/lib/api/contract/delivery';

interface DeliveryBarsProps {
  /** From old to new. */
  attempts: readonly DeliveryAttempt[];
  label: string;
  unit: string;
  amountOf: (attempt: DeliveryAttempt) => number;
  textOf: (value: number) => string;
}

const kinds = ['snapshot', 'history'] as const;

/** A number of each delivery as a bar in its order; snapshots and history have colours of their own. */
export function DeliveryBars({ attempts, label, unit, amountOf, textOf }: DeliveryBarsProps) {
  // By id, not by time: two deliveries may have been asked for in one moment.
  const byId = new Map(attempts.map((attempt) => [attempt.configSnapshotId, attempt]));
  const timeOf = (id: string) => byId.get(id)?.requestedAt ?? id;
  return (
    <MixedLineBarChart<string>
      series={kinds
        .map((kind) => ({ kind, those: attempts.filter((attempt) => attempt.kind === kind) }))
        .filter(({ those }) => those.length > 0)
        .map(({ kind, those }) => ({
          type: 'bar' as const,
          title: kindNames[kind],
          data: those.map((attempt) => ({ x: attempt.configSnapshotId, y: amountOf(attempt) })),
          valueFormatter: textOf,
        }))}
      xDomain={[...byId.keys()]}
      xScaleType="categorical"
      xTickFormatter={(id) => timeOf(id).slice(5, 16).replace('T', '\n')}
      yDomain={[0, Math.max(1, ...attempts.map(amountOf))]}
      yTickFormatter={textOf}
      xTitle="Time (UTC)"
      yTitle={unit}
      stackedBars
      hideFilter
      height={180}
      ariaLabel={label}
      detailPopoverFooter={(id) => <RouteLink href={deliveryHref(id)}>Delivery of {utcText(timeOf(id))}</RouteLink>}
      i18nStrings={{
        chartAriaRoleDescription: 'bar chart',
        xAxisAriaRoleDescription: 'deliveries by time',
        yAxisAriaRoleDescription: unit,
        legendAriaLabel: `Legend of ${label.toLowerCase()}`,
        detailPopoverDismissAriaLabel: 'Close',
      }}
    />
  );
}
