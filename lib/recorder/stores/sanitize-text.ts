/** Errors and notes quote what they are about, and that may be anything: a string without what PostgreSQL does not take. */
export function sanitizeText(text: string): string {
  return text.slice(0, 2_000).toWellFormed().replaceAll('\0', '\ufffd');
}
