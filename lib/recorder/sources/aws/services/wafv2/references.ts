/** What rules name, by the field of a statement that names it. */
const fields = {
  'AWS::WAFv2::IPSet': 'IPSetReferenceStatement',
  'AWS::WAFv2::RegexPatternSet': 'RegexPatternSetReferenceStatement',
  'AWS::WAFv2::RuleGroup': 'RuleGroupReferenceStatement',
} as const;

/** The ARNs of all resources of one type that rules refer to, however deep their statements lie in one another. */
export function referencesIn(rules: unknown, type: keyof typeof fields): string[] {
  if (typeof rules !== 'object' || rules === null) return [];
  return Object.entries(rules).flatMap(([name, value]: [string, unknown]) => {
    if (name !== fields[type]) return referencesIn(value, type);
    const arn = typeof value === 'object' && value !== null && 'ARN' in value ? value.ARN : undefined;
    return typeof arn === 'string' ? [arn] : [];
  });
}
