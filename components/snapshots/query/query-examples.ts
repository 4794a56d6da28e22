export interface QueryExample {
  title: string;
  language: 'sql' | 'aws';
  sql: string;
}

/** What people ask most, to begin from. */
export const queryExamples: readonly QueryExample[] = [
  {
    title: 'Resources by type',
    language: 'sql',
    sql: 'SELECT resourceType, count(*) AS items\nFROM items\nGROUP BY resourceType\nORDER BY items DESC',
  },
  {
    title: 'Instances by type and state',
    language: 'sql',
    sql: "SELECT json_extract_string(configuration, '$.instanceType') AS instanceType,\n       json_extract_string(configuration, '$.state.name') AS state,\n       count(*) AS instances\nFROM items\nWHERE resourceType = 'AWS::EC2::Instance'\nGROUP BY ALL\nORDER BY instances DESC",
  },
  {
    title: 'Resources without the tag Name',
    language: 'sql',
    sql: "SELECT resourceType, resourceId, ARN\nFROM items\nWHERE json_extract_string(tags, '$.Name') IS NULL\nORDER BY resourceType, resourceId",
  },
  {
    title: 'Security groups open to the world',
    language: 'sql',
    sql: "SELECT resourceId, resourceName,\n       json_extract_string(permission, '$.ipProtocol') AS protocol,\n       json_extract(permission, '$.fromPort') AS fromPort\nFROM items, unnest(CAST(json_extract(configuration, '$.ipPermissions[*]') AS JSON[])) AS p(permission)\nWHERE resourceType = 'AWS::EC2::SecurityGroup'\n  AND list_contains(json_extract_string(permission, '$.ipRanges[*]'), '0.0.0.0/0')",
  },
  {
    title: 'Volumes that are not encrypted',
    language: 'aws',
    sql: "SELECT resourceId, configuration.size, configuration.attachments.instanceId\nWHERE resourceType = 'AWS::EC2::Volume'\n  AND configuration.encrypted = false",
  },
  {
    title: 'What a security group is related to',
    language: 'aws',
    sql: "SELECT resourceType, resourceId, resourceName\nWHERE relationships.resourceType = 'AWS::EC2::SecurityGroup'",
  },
  {
    title: 'Resources by zone',
    language: 'aws',
    sql: 'SELECT availabilityZone, COUNT(*)\nGROUP BY availabilityZone\nORDER BY COUNT(*) DESC',
  },
];
