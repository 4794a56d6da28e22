import { parseAst } from 'vitest/node';

/** What one source file says that the rules look at. */
export interface ParsedFile {
  /** The module specifiers it imports, re-exports, requires or takes types from. */
  imports: string[];
  /** Those of them that are there when it runs, and not for types alone. */
  runtimeImports: string[];
  /** The variables of the environment it reads; `*` where it reads it in a way that names none. */
  environment: string[];
  /** The first words of each string that is an SQL statement. */
  sql: string[];
}

type Node = { type: string } & Record<string, unknown>;

// In one case throughout: "Select a bucket from the list" is prose.
const sqlStatement = new RegExp(
  [
    String.raw`(select|SELECT)\s[\s\S]+\b(from|FROM)\b`,
    String.raw`(insert into|INSERT INTO|delete from|DELETE FROM)\s`,
    String.raw`(update|UPDATE)\s+\S+\s+(set|SET)\s`,
    String.raw`(create|CREATE|alter|ALTER|drop|DROP) (table|TABLE|index|INDEX|view|VIEW)\s`,
    String.raw`(with|WITH)\s[\s\S]+\b(as|AS)\s*\(`,
  ]
    .map((statement) => String.raw`^\s*${statement}`)
    .join('|'),
);

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

/** The text of a string or a template without its expressions. */
function text(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type !== 'TemplateLiteral') return undefined;
  return (node.quasis as { value: { raw: string } }[]).map((part) => part.value.raw).join('…');
}

const name = (node: unknown): unknown => (isNode(node) ? (node.name ?? node.value) : undefined);

/** What a node imports, in any of the ways that TypeScript has. */
function importOf(node: Node): string | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return text(node.source);
    case 'TSExternalModuleReference':
      return text(node.expression);
    case 'CallExpression':
      return name(node.callee) === 'require' ? text((node.arguments as unknown[])[0]) : undefined;
    default:
      return undefined;
  }
}

/** Whether what a node imports is there for the type checker alone. */
function isTypeOnly(node: Node): boolean {
  if (node.type === 'TSImportType' || node.importKind === 'type' || node.exportKind === 'type') return true;
  const named = Array.isArray(node.specifiers) ? (node.specifiers as Node[]) : [];
  return named.length > 0 && named.every((one) => one.importKind === 'type' || one.exportKind === 'type');
}

const isProcess = (node: unknown): boolean =>
  isNode(node) && (name(node) === 'process' || (node.type === 'MemberExpression' && name(node.property) === 'process'));

/** Which variable of `process.env` a node reads. */
function environmentOf(node: Node): string | undefined {
  const isEnvironment = (value: unknown) =>
    isNode(value) && value.type === 'MemberExpression' && isProcess(value.object) && name(value.property) === 'env';
  if (node.type === 'MemberExpression' && isEnvironment(node.object)) return String(name(node.property));
  if (isEnvironment(node)) return '*';
  if (node.type === 'VariableDeclarator' && isProcess(node.init)) return '*';
  if (node.type === 'ImportDeclaration' && /^(node:)?process$/.test(text(node.source) ?? '')) return '*';
  return undefined;
}

function* walk(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const element of value) yield* walk(element);
  if (!isNode(value)) return;
  yield value;
  // The object of `process.env.NAME` is not looked at again: it would count as reading all of it.
  const skipped = environmentOf(value) ? 'object' : undefined;
  for (const [key, child] of Object.entries(value)) if (key !== skipped) yield* walk(child);
}

/** Reads what a source file imports and touches. `path` tells TSX from TypeScript; a syntax error throws. */
export function parseFile(path: string, source: string): ParsedFile {
  const nodes = [...walk(parseAst(source, { lang: path.endsWith('x') ? 'tsx' : 'ts' }))];
  const present = (value: string | undefined): value is string => value !== undefined;
  return {
    imports: nodes.map(importOf).filter(present),
    runtimeImports: nodes
      .filter((node) => !isTypeOnly(node))
      .map(importOf)
      .filter(present),
    environment: nodes.map(environmentOf).filter(present),
    sql: nodes
      .map(text)
      .filter(present)
      .filter((value) => sqlStatement.test(value))
      .map((value) => value.trim().slice(0, 40)),
  };
}
