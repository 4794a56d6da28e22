/** `430 ms`, `12.3 s`, `3 min 5 s`, `2 h 4 min`: milliseconds in the two units that matter. Below zero (a clock that was set back) is none. */
export function durationText(milliseconds: number): string {
  if (milliseconds < 999.5) return `${Math.round(Math.max(0, milliseconds))} ms`;
  const seconds = milliseconds / 1_000;
  // 59.95 would be printed as 60.0: it belongs to the minutes.
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 3_600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3_600)} h ${Math.floor((whole % 3_600) / 60)} min`;
}
