'use client';
import { useEffect, useRef, useState } from 'react';

/** Long enough not to ask for every letter, short enough to feel immediate. */
const pause = 300;

/**
 * Text that is typed into a field and acted on once the typing rests. `value` is what the page is at; when it changes by
 * another way (back, a cleared filter), the field follows.
 */
export function useTyped(value: string, act: (text: string) => void): [string, (text: string) => void] {
  const [text, setText] = useState(value);
  const latest = useRef(act);
  const sent = useRef(value);
  useEffect(() => {
    latest.current = act;
  });

  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setText(value);
  }, [value]);

  useEffect(() => {
    if (text === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = text;
      latest.current(text);
    }, pause);
    return () => clearTimeout(timer);
  }, [text]);

  return [text, setText];
}
