import { reportFormat } from './format.js';
import { reportShape } from './report-shape.js';
import type { Node } from './shape.js';
import { verificationFormat } from './verification.js';
import { verificationShape } from './verification-shape.js';

type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * The JSON Schema (draft-07) of a report: what `docs/report.schema.json` holds. Further keys are allowed everywhere, for
 * keys are added from one version to the next.
 */
export function reportJsonSchema(): JsonSchema {
  return describeDocument(reportShape.node, `Report of a provision-user run, format ${reportFormat.version}`);
}

/** The same for the document of verify-target: what `docs/verification.schema.json` holds. */
export function verificationJsonSchema(): JsonSchema {
  const title = `Answer of provision-user verify-target, format ${verificationFormat.version}`;
  return describeDocument(verificationShape.node, title);
}

function describeDocument(node: Node, title: string): JsonSchema {
  const definitions: Record<string, JsonSchema> = {};
  const schema = toJsonSchema(node, definitions);
  return { $schema: 'http://json-schema.org/draft-07/schema#', title, ...schema, definitions };
}

function toJsonSchema(node: Node, definitions: Record<string, JsonSchema>): JsonSchema {
  const inner = (part: Node): JsonSchema => toJsonSchema(part, definitions);
  switch (node.kind) {
    case 'text':
      return { type: 'string' };
    case 'anything':
      return {};
    case 'number':
    case 'boolean':
    case 'null':
      return { type: node.kind };
    case 'words':
      return node.words.length === 1 ? { const: node.words[0] } : { enum: node.words };
    case 'list':
      return { type: 'array', items: inner(node.item) };
    case 'tuple':
      return {
        type: 'array',
        items: node.items.map(inner),
        minItems: node.items.length,
        maxItems: node.items.length,
      };
    case 'map':
      return { type: 'object', additionalProperties: inner(node.value) };
    case 'either':
      return { anyOf: node.choices.map(inner) };
    case 'object':
      return {
        type: 'object',
        required: [...node.fields].filter(([, { required }]) => required).map(([name]) => name),
        properties: Object.fromEntries([...node.fields].map(([name, field]) => [name, inner(field.node)])),
      };
    case 'named':
      if (definitions[node.name] === undefined) {
        definitions[node.name] = {}; // so that a shape that contains itself ends
        definitions[node.name] = inner(node.node());
      }
      return { $ref: `#/definitions/${node.name}` };
  }
}
