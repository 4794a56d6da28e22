'use client';
import Box from '@cloudscape-design/components/box';
import { localText, relativeText, utcText } from './time';
import { useNow } from './use-now';

const unbroken = { whiteSpace: 'nowrap' } as const;

interface UtcTimeProps {
  /** ISO 8601; absent: what `none` says. */
  value: string | undefined;
  none?: string;
  /** Leaves out `3 minutes ago`, where many times stand close together. */
  absoluteOnly?: boolean;
  /** May break between the day and the time, where there is little room. */
  twoLines?: boolean;
}

/** A time in UTC with the relative time beside it; the reader's own zone on hover. */
export function UtcTime({ value, none = '–', absoluteOnly = false, twoLines = false }: UtcTimeProps) {
  const now = useNow();
  if (value === undefined) return none;
  const relative = absoluteOnly || now === undefined ? '' : relativeText(value, now);
  return (
    <>
      <time
        dateTime={value}
        title={now === undefined ? undefined : localText(value)}
        style={twoLines ? undefined : unbroken}
      >
        {twoLines ? <BrokenText text={utcText(value)} /> : utcText(value)}
      </time>
      {relative && (
        <>
          {' '}
          <Box variant="span" color="text-body-secondary" fontSize="body-s">
            <span style={unbroken}>{relative}</span>
          </Box>
        </>
      )}
    </>
  );
}

function BrokenText({ text }: { text: string }) {
  const space = text.indexOf(' ');
  return (
    <>
      <span style={unbroken}>{text.slice(0, space)}</span> <span style={unbroken}>{text.slice(space + 1)}</span>
    </>
  );
}
