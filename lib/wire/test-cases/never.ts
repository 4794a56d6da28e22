const serviceLinked = 'there are no service-linked recorders';
const noOrganization = 'no account here belongs to an organization: `OrganizationAccessDeniedException`';
const modelChecks = 'the model checks every parameter first: `ValidationException`';

/**
 * Errors that AWS documents for an operation and that cannot occur in Snapscope, each with its reason. docs/wire.md tells the same to
 * users.
 */
export const neverHere: { [operation: string]: { [error: string]: string } } = {
  DeleteAggregationAuthorization: { InvalidParameterValueException: modelChecks },
  DeleteConfigurationRecorder: { UnmodifiableEntityException: serviceLinked },
  DeletePendingAggregationRequest: { InvalidParameterValueException: modelChecks },
  DeleteRetentionConfiguration: { InvalidParameterValueException: modelChecks },
  DescribeAggregationAuthorizations: { InvalidParameterValueException: modelChecks },
  DescribeConfigurationAggregatorSourcesStatus: { InvalidParameterValueException: modelChecks },
  DescribeConfigurationAggregators: { InvalidParameterValueException: modelChecks },
  DescribePendingAggregationRequests: { InvalidParameterValueException: modelChecks },
  DescribeRetentionConfigurations: { InvalidParameterValueException: modelChecks },
  GetAggregateResourceConfig: { OversizedConfigurationItemException: 'items are answered at any size' },
  GetResourceConfigHistory: {
    NoAvailableConfigurationRecorderException: 'what was recorded stays readable without a recorder',
  },
  PutAggregationAuthorization: { InvalidParameterValueException: modelChecks },
  PutConfigurationAggregator: {
    NoAvailableOrganizationException: noOrganization,
    OrganizationAllFeaturesNotEnabledException: noOrganization,
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
