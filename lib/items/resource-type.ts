/** The form in which types are compared: AWS writes `AWS::EC2::SUBNET` in old files and `AWS::EC2::Subnet` in new ones. */
export function normalizeType(resourceType: string): string {
  return resourceType.toLowerCase();
}

/** `AWS::EC2::Instance` as `{ service: 'EC2', name: 'Instance' }`; a type in another form is its own name. */
export function typeParts(resourceType: string): { service: string; name: string } {
  const parts = resourceType.split('::');
  if (parts.length < 3) return { service: '', name: resourceType };
  return { service: parts[1] ?? '', name: parts.slice(2).join('::') };
}
