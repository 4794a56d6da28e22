/**
 * Where alerts are sent: a webhook, or its twin in tests.
 *
 * `post` resolves when the receiver has taken the alert.
 *
 * @throws DomainError from `post`: of kind `unavailable` where trying again may help, of another kind where somebody has to mend
 *   something first. Its message never holds a secret.
 */
export interface AlertHook {
  post(alert: { id: string; body: string }, at: Date, signal?: AbortSignal): Promise<void>;
}
