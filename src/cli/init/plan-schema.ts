import { resolve } from 'node:path';
import type { Checked } from '../../diagnostics/diagnostic.js';
import { chooseMapping, readSchema } from '../../schema/index.js';
import { explainConnector } from '../compose-job.js';
import { readBytes } from '../read-bytes.js';
import type { InitOptions } from './init-options.js';
import type { OutputFile, OutputFolder } from './output-files.js';
import { pathWithin } from './place-file.js';

/** What a configuration says about a schema file. */
export interface SchemaPlan {
  readonly schema: { readonly path: string; readonly about: string } | undefined;
  /** the schema, where it has to be brought into the folder */
  readonly copy: OutputFile | undefined;
  /** what the schema calls the application */
  readonly application: string | undefined;
}

/** Reads the schema that the flags name, as a run would; one outside of the folder is copied into it. */
export async function planSchema(
  { fromSchema, rule }: InitOptions,
  { path, cwd }: OutputFolder,
): Promise<Checked<SchemaPlan>> {
  if (fromSchema === undefined)
    return { value: { schema: undefined, copy: undefined, application: undefined }, diagnostics: [] };
  const read = await readBytes(fromSchema, cwd, 'the schema');
  if (read.value === undefined) return { value: undefined, diagnostics: read.diagnostics };
  const { bytes, file } = read.value;
  const schema = readSchema(bytes, file);
  if (schema.value === undefined) return { value: undefined, diagnostics: schema.diagnostics };
  const chosen = chooseMapping(schema.value, { rule, sourceObject: 'User' });
  const noticed = [...schema.diagnostics, ...chosen.diagnostics];
  if (chosen.value === undefined) return { value: undefined, diagnostics: noticed };
  const { sourceDirectoryName, targetDirectoryName, name } = chosen.value.rule;
  const within = fromSchema === '-' ? undefined : pathWithin(resolve(cwd, fromSchema), path);
  const [template = ''] = (schema.value.id ?? '').split('.');
  const application = describeApplication(targetDirectoryName);
  const about = `The exported synchronizationSchema. Its rule ${oneLine(name)} provisions users of ${oneLine(sourceDirectoryName)} to ${application}.`;
  return {
    value: {
      schema: { path: within ?? './schema.json', about },
      copy: within === undefined ? { name: 'schema.json', content: bytes } : undefined,
      application,
    },
    diagnostics: [
      ...noticed,
      ...explainConnector([sourceDirectoryName, targetDirectoryName, template], null),
    ],
  };
}

/** Applications outside of the gallery all have the same directory name (reference on the synchronizationSchema, 8). */
const describeApplication = (directory: string): string =>
  directory.toLowerCase() === 'customappsso'
    ? 'an application of your own (customappsso)'
    : oneLine(directory);

const oneLine = (text: string): string => text.replace(/[\p{C}\u2028\u2029]+/gu, ' ');
