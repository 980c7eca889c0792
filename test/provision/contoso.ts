import { readFileSync } from 'node:fs';
import { compileJob } from '../../src/job/index.js';
import { chooseMapping, readSchema } from '../../src/schema/index.js';
import { openFixtureSource } from '../../src/source/fixture/index.js';

/** A file of the bundled tenant. */
export const fixture = (file: string): Uint8Array =>
  readFileSync(new URL(`../../fixtures/contoso/${file}`, import.meta.url));

export const schema = readSchema(fixture('schema.json'), 'schema.json').value!;
const chosen = chooseMapping(schema, { sourceObject: 'User' }).value!;

/** The job of the bundled tenant, as its configuration has it. */
export const contoso = compileJob({
  schema,
  ...chosen,
  scope: 'assigned',
  skipOutOfScopeDeletions: false,
}).value!;

export const source = openFixtureSource([
  { bytes: fixture('directory.json'), file: 'directory.json' },
]).value!;
