const serviceLinked = 'there are no service-linked recorders';
const modelChecks = 'the model checks every parameter first: `ValidationException`';

/**
 * Errors that AWS documents for an operation and that cannot occur in Snapscope, each with its reason. docs/wire.md tells the same to
 * users.
 */
export const neverHere: { [operation: string]: { [error: string]: string } } = {
  DeleteConfigurationRecorder: { UnmodifiableEntityException: serviceLinked },
  DeleteRetentionConfiguration: { InvalidParameterValueException: modelChecks },
  DescribeRetentionConfigurations: { InvalidParameterValueException: modelChecks },
  GetResourceConfigHistory: {
    NoAvailableConfigurationRecorderException: 'what was recorded stays readable without a recorder',
  },
  PutResourceConfig: {
    InsufficientPermissionsException: 'there is no registry of types, and so no permission to read it',
    MaxActiveResourcesExceededException: 'custom resources are not limited in number',
  },
  PutRetentionConfiguration: {
    InvalidParameterValueException: modelChecks,
    MaxNumberOfRetentionConfigurationsExceededException: 'putting replaces the one that there is',
  },
  PutStoredQuery: {
    TooManyTagsException: 'tags count when the query is made, and the model takes 50 at most: `ValidationException`',
    ResourceConcurrentModificationException: 'of two that save at once the later one wins',
  },
  StartConfigurationRecorder: { UnmodifiableEntityException: serviceLinked },
  StopConfigurationRecorder: { UnmodifiableEntityException: serviceLinked },
};
