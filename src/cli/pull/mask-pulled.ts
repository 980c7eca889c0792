import { diagnose, type Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Job } from '../../job/index.js';
import { listKeptAttributes, listKeptWords } from '../../pull/index.js';
import { chooseMapping, readSchemaValue } from '../../schema/index.js';
import type { PulledDirectory } from '../../source/graph/pull/index.js';
import { createReplacement, maskDirectory } from '../../tickets/pseudonyms/index.js';

/** A directory with pseudonyms. */
export interface MaskedDirectory {
  readonly directory: object;
  /** the pseudonym of a user principal name */
  readonly nameOf: (userPrincipalName: string) => string;
  readonly diagnostics: readonly Diagnostic[];
}

export interface MaskRequest {
  readonly schema: unknown;
  readonly rule: string | undefined;
  readonly objectMapping: string | undefined;
  readonly job: Job;
  /** decides the pseudonyms */
  readonly key: string;
}

/** Masks a directory so that the mapping decides the same: its words stay, and what its filters test. */
export function maskPulled(directory: PulledDirectory, request: MaskRequest): MaskedDirectory {
  const { rule, objectMapping, job, key } = request;
  const schema = readSchemaValue(request.schema, (pointer) => ({ pointer })).value;
  const chosen = schema && chooseMapping(schema, { rule, objectMapping, sourceObject: 'User' }).value;
  const attributes = listKeptAttributes(job);
  const replace = createReplacement(key, chosen === undefined ? [] : listKeptWords(chosen.mapping));
  const isKept = attributes.some((name) => name.toLowerCase() === 'userprincipalname');
  return {
    directory: maskDirectory(directory, replace, new Set(attributes)),
    nameOf: isKept ? (name) => name : replace,
    diagnostics: attributes.length === 0 ? [] : [diagnose('pull/kept-by-filters', { attributes })],
  };
}
