/** Writes to standard error what an operator should know. */
export function log(message: string, error?: unknown): void {
  console.error(error === undefined ? message : `${message}:`, error ?? '');
}
