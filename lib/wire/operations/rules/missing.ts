import { WireError } from '../../errors';

/** What AWS Config says of a name that it does not know, one for each kind of thing that is never here. */

/** AWS's sentence, as moto's tests record it. */
export function noSuchRule(name: string | undefined): WireError {
  const message = `The ConfigRule '${name ?? null}' provided in the request is invalid. Please check the configRule name`;
  return new WireError('NoSuchConfigRuleException', message);
}

/** In the words of the model's exception, with the name: AWS's own sentence is not published. */
export function noSuchPack(name: string): WireError {
  return new WireError(
    'NoSuchConformancePackException',
    `You specified one or more conformance packs that do not exist: '${name}'.`,
  );
}

/** In the words of the model's exception, with the name: AWS's own sentence is not published. */
export function noSuchOrganizationRule(name: string): WireError {
  const message = `The Config rule '${name}' in the request is not valid. Verify that the rule is an organization Config Process Check rule, that the rule name is correct, and that valid Amazon Resource Names (ARNs) are used before trying again.`;
  return new WireError('NoSuchOrganizationConfigRuleException', message);
}

/** AWS's sentence for whatever reads a pack of an organization, as moto's tests record it. */
export function noSuchOrganizationPack(): WireError {
  const message =
    'One or more organization conformance packs with specified names are not present. Ensure your names are correct and try your request again later.';
  return new WireError('NoSuchOrganizationConformancePackException', message);
}

/** AWS's sentence where such a pack is to be deleted, as moto's tests record it. */
export function noOrganizationPackToDelete(name: string): WireError {
  const message = `Could not find an OrganizationConformancePack for given request with resourceName ${name}`;
  return new WireError('NoSuchOrganizationConformancePackException', message);
}

/** In the words of the model's exception, with the rule's name: AWS's own sentence is not published. */
export function noSuchRemediation(ruleName: string): WireError {
  const message = `You specified an AWS Config rule without a remediation configuration: '${ruleName}'.`;
  return new WireError('NoSuchRemediationConfigurationException', message);
}

/** In the words of the model's exception: AWS's own sentence is not published. */
export function noSuchRemediationException(): WireError {
  const message = 'You tried to delete a remediation exception that does not exist.';
  return new WireError('NoSuchRemediationExceptionException', message);
}

/** In the words of the model's exception, with the id: AWS's own sentence is not published. */
export function noSuchEvaluation(id: string): WireError {
  const message = `You have specified a resource that does not exist: there is no resource evaluation '${id}'.`;
  return new WireError('ResourceNotFoundException', message);
}

/** The error of the first of the names that a request gives; undefined where it gives none. */
export function missingOf(
  names: readonly string[] | undefined,
  missing: (name: string) => WireError,
): WireError | undefined {
  const [first] = names ?? [];
  return first === undefined ? undefined : missing(first);
}
