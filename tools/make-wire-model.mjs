#!/usr/bin/env node
/**
 * Writes lib/wire/model/model.json from AWS's own service model of AWS Config (config/2014-11-12), as botocore and the AWS CLI carry it
 * (Apache-2.0). Documentation is left out; operations, shapes and constraints are kept to the letter.
 *
 *   node tools/make-wire-model.mjs <path of service-2.json or service-2.json.gz>
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const path = process.argv[2];
if (!path) {
  console.error('Usage: node tools/make-wire-model.mjs <path of service-2.json or service-2.json.gz>');
  process.exit(2);
}
const bytes = readFileSync(path);
/** @type {Model} */
const model = JSON.parse((bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8'));

/**
 * @typedef {{ shape: string }} Reference To another shape, by its name.
 * @typedef {{ type?: string, required?: string[], enum?: string[], min?: number, max?: number, pattern?: string }} Constraints
 * @typedef {Constraints & { members?: Record<string, string>, member?: string, key?: string, value?: string }} CompactShape
 * @typedef {Constraints & { exception?: boolean, members?: Record<string, Reference>, member?: Reference, key?: Reference,
 *   value?: Reference }} Shape As botocore writes it.
 * @typedef {{ input?: Reference, output?: Reference, errors?: Reference[] }} Operation
 * @typedef {{ metadata: { apiVersion: string, targetPrefix: string }, operations: Record<string, Operation>, shapes: Record<string, Shape> }} Model
 */

/** @param {Shape} shape @returns {Constraints} */
const constraints = ({ type, required, enum: values, min, max, pattern }) => ({
  type,
  required,
  enum: values,
  min,
  max,
  pattern,
});

/** @param {Shape} shape @returns {CompactShape} */
function compactShape(shape) {
  /** @type {CompactShape} */
  const kept = constraints(shape);
  if (shape.type === 'structure') {
    kept.members = Object.fromEntries(
      Object.entries(shape.members ?? {}).map(([name, member]) => [name, member.shape]),
    );
  }
  if (shape.type === 'list') kept.member = shape.member?.shape;
  if (shape.type === 'map') Object.assign(kept, { key: shape.key?.shape, value: shape.value?.shape });
  return kept;
}

/** @type {[name: string, operation: object][]} */
const operations = Object.entries(model.operations).map(([name, operation]) => [
  name,
  {
    input: operation.input?.shape,
    output: operation.output?.shape,
    errors: (operation.errors ?? []).map((error) => error.shape),
  },
]);
/** @type {[name: string, shape: CompactShape][]} */
const shapes = Object.entries(model.shapes)
  .filter(([, shape]) => !shape.exception)
  .map(([name, shape]) => [name, compactShape(shape)]);

/** @param {[name: string, value: object][]} entries */
const lines = (entries) =>
  entries.map(([name, value]) => `    ${JSON.stringify(name)}: ${JSON.stringify(value)}`).join(',\n');
const text = `{
  "apiVersion": ${JSON.stringify(model.metadata.apiVersion)},
  "targetPrefix": ${JSON.stringify(model.metadata.targetPrefix)},
  "operations": {
${lines(operations)}
  },
  "shapes": {
${lines(shapes)}
  }
}
`;
writeFileSync(new URL('../lib/wire/model/model.json', import.meta.url), text);
console.log(`${operations.length} operations, ${shapes.length} shapes`);
