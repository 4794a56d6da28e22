'use client';
import Box from '@cloudscape-design/components/box';
import { localText, relativeText, utcText } from './time';
import { useNow } from './use-now';

interface UtcTimeProps {
  /** ISO 8601; absent: what `none` says. */
  value: string | undefined;
  none?: string;
  /** Leaves out `3 minutes ago`, where many times stand close together. */
  absoluteOnly?: boolean;
}

/** A time in UTC with the relative time beside it; the reader's own zone on hover. */
export function UtcTime({ value, none = '–', absoluteOnly = false }: UtcTimeProps) {
  const now = useNow();
  if (value === undefined) return none;
  const relative = absoluteOnly || now === undefined ? '' : relativeText(value, now);
  return (
    <>
      <time dateTime={value} title={now === undefined ? undefined : localText(value)} style={{ whiteSpace: 'nowrap' }}>
        {utcText(value)}
      </time>
      {relative && (
        <>
          {' '}
          <Box variant="span" color="text-body-secondary" fontSize="body-s">
            <span style={{ whiteSpace: 'nowrap' }}>{relative}</span>
          </Box>
        </>
      )}
    </>
  );
}
