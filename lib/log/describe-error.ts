/** An error as the log shows it. */
export interface DescribedError {
  type: string;
  code?: string;
  message: string;
  stack?: string;
  cause?: DescribedError;
}

/** Causes of causes that are told. */
const mostCauses = 5;

/**
 * What is told of an error, and nothing else of it: errors of drivers and SDKs carry requests, with what signs them, as further fields.
 * Whatever is no error is told as text.
 */
export function describeError(error: unknown, depth = 0): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const cause = error.cause !== undefined && depth < mostCauses ? describeError(error.cause, depth + 1) : undefined;
  return {
    type: error.name,
    ...(code !== undefined && { code }),
    message: error.message,
    ...(error.stack !== undefined && { stack: error.stack }),
    ...(cause && { cause }),
  };
}
