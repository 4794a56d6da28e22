'use client';
import DateInput from '@cloudscape-design/components/date-input';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import TimeInput from '@cloudscape-design/components/time-input';
import { useState } from 'react';

interface UtcTimeFormProps {
  /** ISO 8601, in whole or in part. */
  value: string | null;
  onChange: (value: string | null) => void;
}

/** A day and a time of day in UTC. Without a time of day it is the day's beginning. */
export function UtcTimeForm({ value, onChange }: UtcTimeFormProps) {
  const [day, setDay] = useState(value?.slice(0, 10) ?? '');
  const [time, setTime] = useState(value?.slice(11, 16) ?? '');
  const tell = (nextDay: string, nextTime: string) => {
    const clock = /^\d\d:\d\d$/.test(nextTime) ? nextTime : '00:00';
    const text = `${nextDay}T${clock}:00.000Z`;
    onChange(Number.isNaN(Date.parse(text)) ? null : text);
  };
  return (
    <SpaceBetween size="s">
      <FormField label="Day (UTC)" constraintText="YYYY/MM/DD">
        <DateInput
          value={day}
          onChange={({ detail }) => {
            setDay(detail.value);
            tell(detail.value, time);
          }}
          placeholder="YYYY/MM/DD"
        />
      </FormField>
      <FormField label="Time of day (UTC)" constraintText="hh:mm, 24 hours">
        <TimeInput
          value={time}
          format="hh:mm"
          onChange={({ detail }) => {
            setTime(detail.value);
            tell(day, detail.value);
          }}
          placeholder="00:00"
        />
      </FormField>
    </SpaceBetween>
  );
}
