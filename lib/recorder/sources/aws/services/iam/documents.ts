const documents: ReadonlySet<string> = new Set(['AssumeRolePolicyDocument', 'Document', 'PolicyDocument']);

/**
 * The same with every policy document URL-encoded (RFC 3986), as IAM answers them and AWS Config leaves them: some servers other
 * than AWS answer them plain, and one form must not be two.
 */
export function withEncodedDocuments<Detail extends object>(detail: Detail): Detail {
  return copy(detail) as Detail;
}

function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [
      name,
      documents.has(name) && typeof field === 'string' ? encoded(field) : copy(field),
    ]),
  );
}

function encoded(document: string): string {
  if (!/^\s*\{/.test(document)) return document;
  return encodeURIComponent(document).replace(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
