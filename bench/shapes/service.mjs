/** @import { Cell } from './cell.mjs' */

/** @type {[string, ...string[]]} */
const teams = ['platform', 'storefront', 'data', 'search', 'payments', 'identity', 'logistics'];
/** @type {[string, ...string[]]} */
const apps = [
  'checkout',
  'catalog',
  'ledger',
  'session-store',
  'image-resizer',
  'recommendations',
  'invoice-mailer',
  'stock-sync',
  'fraud-score',
  'feature-flags',
  'address-lookup',
  'web-gateway',
];
/** @type {[string, ...string[]]} */
const environments = ['prod', 'prod', 'staging', 'test'];
const servicesOfCell = 48;

/**
 * The service that a resource works for, and the tags that it has from there.
 * @param {Cell} cell
 * @param {string} type
 * @param {number} at
 * @param {string} [ownName]
 */
export function serviceOf(cell, type, at, ownName) {
  const number = cell.number32(`service ${type}`, at) % servicesOfCell;
  const team = cell.pick('team', number, teams);
  const environment = cell.pick('environment', number, environments);
  const name = `${cell.pick('app', number, apps)}-${environment}-${cell.number}`;
  const tags = {
    Name: ownName ?? `${name}-${cell.hex(`name ${type}`, at, 5)}`,
    Environment: environment,
    Team: team,
    CostCenter: `CC-${1000 + (cell.number32('cost', number) % 400)}`,
    // As tools that tag infrastructure code write them: hardly two resources share one.
    git_commit: cell.hex(`commit ${type}`, at, 40),
    yor_trace: cell.uuid(`trace ${type}`, at),
  };
  return { name, tags };
}
