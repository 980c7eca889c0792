import type { Answer } from '../../exchanges/exchange.js';
import type { Discovery } from './model.js';
import { readEndpoint, readResourceTypes, readServiceProvider } from './read-endpoint.js';
import { readSchemas } from './read-schemas.js';

export { type Declared, findDeclared } from './find-declared.js';
export type {
  DeclaredAttribute,
  DeclaredSchema,
  DeclaredSchemas,
  Discovery,
  Reading,
  ResourceType,
  SchemasFault,
  ServiceProvider,
} from './model.js';
export { discoveryPaths } from './read-endpoint.js';

/** Reads the answers of the three discovery endpoints; one that did not come is undefined. */
export function readDiscovery(answers: Readonly<Record<keyof Discovery, Answer | undefined>>): Discovery {
  return {
    serviceProvider: readEndpoint(answers.serviceProvider, readServiceProvider),
    schemas: readEndpoint(answers.schemas, readSchemas),
    resourceTypes: readEndpoint(answers.resourceTypes, readResourceTypes),
  };
}
