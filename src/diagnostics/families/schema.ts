import { type Advice, type Entries, run, say } from '../entry.js';

export type JsonKind = 'text' | 'number' | 'whole number' | 'boolean' | 'list' | 'object' | 'null';

/** What a document without a schema seems to be. */
export interface LooksLike {
  readonly looksLike:
    | 'SCIM list'
    | 'SCIM resource'
    | 'provisioning log'
    | 'synchronization template'
    | 'synchronization job'
    | 'synchronization rule'
    | 'object mapping'
    | 'directory fixture'
    | 'Entra user'
    | 'Entra application'
    | 'configuration'
    | 'JSON Schema'
    | 'error answer'
    | 'empty list'
    | 'list'
    | 'object'
    | 'scalar';
  /** what tells it from others of its kind: an error code, a schema URN, property names, a length */
  readonly detail: string;
  /** a list of such things */
  readonly many?: boolean;
}

/** Why a rule or mapping of a schema takes no part for this kind of object. */
export type Unusable =
  | { readonly because: 'no rules' }
  | { readonly because: 'no mappings'; readonly rule: string }
  | {
      readonly because: 'source directory';
      readonly rule: string;
      readonly directory: string;
      readonly maps: readonly { readonly from: string; readonly to: string }[];
    }
  | { readonly because: 'other object'; readonly mapping: string; readonly from: string; readonly to: string }
  | { readonly because: 'disabled'; readonly mapping: string }
  | { readonly because: 'nameless'; readonly from: string; readonly to: string }
  | { readonly because: 'no rows'; readonly mapping: string };

/** What can be wrong with an exported synchronizationSchema. */
export interface SchemaDiagnostics {
  'schema/not-a-schema': LooksLike;
  'schema/several-schemas': { count: number; ids: readonly string[] };
  'schema/unwrapped': { pointer: string };
  'schema/depth-cut': { property: string; text: string; count: number };
  'schema/wrong-type': { property: string; wanted: JsonKind; found: JsonKind; value: string };
  'schema/missing-property': { property: string };
  'schema/unknown-word': { property: string; word: string; words: readonly string[]; taken?: string };
  'schema/more-findings': { left: number };
  'schema/unknown-rule': { wanted: string; nearest: string | undefined; known: readonly string[] };
  'schema/unknown-object-mapping': { wanted: string; nearest: string | undefined; known: readonly string[] };
  'schema/mapping-disabled': { mapping: string };
  'schema/mapping-of-other-object': { mapping: string; from: string; wanted: string };
  'schema/no-usable-mapping': { object: string; unusable: readonly Unusable[] };
  'schema/several-mappings': { object: string; taken: string; others: readonly string[] };
}

const exportAgain = say(
  'Export the schema again: Enterprise app > Provisioning > Mappings > one mapping > Show advanced options > Review your schema here > Download.',
);
const correctOrExport = (text: string): readonly Advice[] => [say(text), exportAgain];

export const schemaEntries: Entries<SchemaDiagnostics> = {
  'schema/not-a-schema': {
    title: 'Not a synchronizationSchema',
    severity: 'error',
    blame: 'configuration',
    message: (args) => `The file holds no synchronizationSchema: ${nameDocument(args)}.`,
    why: 'A synchronizationSchema is a JSON object with synchronizationRules and directories, bare or inside the answer of Graph that it came in.',
    advice: (args) => [...adviseOn(args), exportAgain],
    basis: 'documented',
  },
  'schema/several-schemas': {
    title: 'Several schemas in one file',
    severity: 'error',
    blame: 'configuration',
    message: ({ count, ids }) =>
      `The file holds ${count} synchronizationSchemas${ids.length === 0 ? '' : `: ${ids.join(', ')}`}.`,
    why: 'A list of templates or jobs carries one schema each, and nothing in it tells which one is meant.',
    advice: () => correctOrExport('Keep one of them in the file.'),
    basis: 'assumed',
  },
  'schema/unwrapped': {
    title: 'Schema taken out of its wrapper',
    severity: 'info',
    blame: 'configuration',
    message: ({ pointer }) => `The schema is not the document itself: it was found at ${pointer}.`,
    why: 'Graph wraps lists in "value", and a template or job carries its schema under "schema".',
    advice: () => [],
    basis: 'documented',
  },
  'schema/depth-cut': {
    title: 'Export cut by PowerShell',
    severity: 'error',
    blame: 'configuration',
    message: ({ property, text, count }) =>
      `PowerShell cut the export at its depth limit: ${property} is the text ${quote(text)} instead of its content` +
      `${count === 1 ? '' : `, and so are ${count - 1} more places`}.`,
    why: 'ConvertTo-Json writes only two levels unless told otherwise, and puts the name of the type where deeper objects belong. What is lost cannot be restored from the file.',
    advice: () => [
      say('Export again with a larger depth, for example:'),
      run(
        'Get-MgServicePrincipalSynchronizationJobSchema -ServicePrincipalId <id> -SynchronizationJobId <id> | ConvertTo-Json -Depth 100 | Set-Content schema.json -Encoding utf8',
      ),
      say(
        'Or from the portal: Enterprise app > Provisioning > Mappings > one mapping > Show advanced options > Review your schema here > Download.',
      ),
    ],
    basis: 'documented',
  },
  'schema/wrong-type': {
    title: 'Property of the wrong type',
    severity: 'error',
    blame: 'configuration',
    message: ({ property, wanted, found, value }) =>
      `${property} must be ${article(wanted)}, but is ${article(found)}${value === '' || value === 'null' ? '' : `: ${value}`}.`,
    why: 'Leaving the value out would change what the mapping does without anybody noticing.',
    advice: ({ property, wanted, found }) =>
      found === 'text' && (wanted === 'list' || wanted === 'object')
        ? correctOrExport(
            `Write ${property} as ${article(wanted)}. If PowerShell wrote the file, its depth limit may have flattened it: use ConvertTo-Json -Depth 100.`,
          )
        : correctOrExport(`Write ${property} as ${article(wanted)}.`),
    basis: 'documented',
  },
  'schema/missing-property': {
    title: 'Property missing',
    severity: 'error',
    blame: 'configuration',
    message: ({ property }) => `${property} is missing here, or empty.`,
    why: 'Without it the row, clause or definition means nothing, and leaving it out would change the result unnoticed.',
    advice: ({ property }) => correctOrExport(`Add ${property}, or remove the whole entry.`),
    basis: 'documented',
  },
  'schema/unknown-word': {
    title: 'Word not known',
    severity: 'error',
    blame: 'configuration',
    message: ({ property, word, words, taken }) =>
      `${property} is ${word === '' ? 'no word at all' : word}, which is none of ${words.join(', ')}.` +
      (taken === undefined ? '' : ` It is taken for ${taken}, the default.`),
    why: 'The words are the members of the enumeration in Microsoft Graph; case and blanks do not matter.',
    advice: ({ words }) => correctOrExport(`Write one of ${words.join(', ')}.`),
    basis: 'documented',
  },
  'schema/more-findings': {
    title: 'More of the same',
    severity: 'info',
    blame: 'configuration',
    message: ({ left }) => `The schema has ${left} more findings that are not shown.`,
    why: 'A file with very many faults is usually not what it was taken for.',
    advice: () => [exportAgain],
    basis: 'assumed',
  },
  'schema/unknown-rule': {
    title: 'No such rule in the schema',
    severity: 'error',
    blame: 'configuration',
    message: ({ wanted, nearest, known }) =>
      `The schema has no rule ${quote(wanted)}.${suggest(nearest, known)}`,
    why: 'The setting "rule" names a synchronizationRule by its name or id.',
    advice: ({ nearest }) => [
      say(
        nearest === undefined
          ? 'Remove the setting "rule" to take the first usable rule.'
          : `Set rule to ${nearest}.`,
      ),
    ],
    basis: 'documented',
  },
  'schema/unknown-object-mapping': {
    title: 'No such object mapping in the schema',
    severity: 'error',
    blame: 'configuration',
    message: ({ wanted, nearest, known }) =>
      `The schema has no object mapping ${quote(wanted)}.${suggest(nearest, known)}`,
    why: 'The setting "objectMapping" names an objectMapping of the rule.',
    advice: ({ nearest }) => [
      say(
        nearest === undefined
          ? 'Remove the setting "objectMapping" to take the first usable one.'
          : `Set objectMapping to ${nearest}.`,
      ),
    ],
    basis: 'documented',
  },
  'schema/mapping-disabled': {
    title: 'Object mapping is disabled',
    severity: 'error',
    blame: 'configuration',
    message: ({ mapping }) =>
      `The object mapping ${quote(mapping)} is disabled, so it takes no part in provisioning.`,
    why: 'The Enabled switch of a mapping in the portal is "enabled" in the schema; a mapping that is off is not processed.',
    advice: () => [
      say(
        'Switch the mapping on (Provisioning > Mappings > the mapping > Enabled) and export the schema again.',
      ),
      say('Or name another mapping in the setting "objectMapping".'),
    ],
    basis: 'documented',
  },
  'schema/mapping-of-other-object': {
    title: 'Object mapping of another kind of object',
    severity: 'error',
    blame: 'configuration',
    message: ({ mapping, from, wanted }) =>
      `The object mapping ${quote(mapping)} maps ${from || 'no object'}, but this run is about a ${wanted}.`,
    why: 'Every object mapping handles the objects of its sourceObjectName only.',
    advice: ({ wanted }) => [
      say(`Name a mapping of ${wanted} in the setting "objectMapping", or remove the setting.`),
    ],
    service: () => ['EntityTypeNotSupported'],
    basis: 'documented',
  },
  'schema/no-usable-mapping': {
    title: 'Schema maps nothing of this kind from Entra ID',
    severity: 'error',
    blame: 'configuration',
    message: ({ object, unusable }) =>
      `The schema has no usable mapping from Entra ${object}s: ${listSome(unusable.map(explainUnusable), '; ')}.`,
    why: 'A mapping applies when its rule reads from Entra ID, it is enabled, it has a name, its source object is of this kind, and it has at least one attribute mapping.',
    advice: ({ object, unusable }) =>
      [...new Set(unusable.map((reason) => adviseOnUnusable(reason, object)).filter((text) => text !== ''))]
        .slice(0, 3)
        .map(say)
        .concat(exportAgain),
    basis: 'documented',
  },
  'schema/several-mappings': {
    title: 'Several mappings apply',
    severity: 'info',
    blame: 'configuration',
    message: ({ object, taken, others }) =>
      `Several object mappings apply to a ${object}: ${quote(taken)} is taken, ${others.map(quote).join(', ')} not.`,
    why: 'The first by rule priority and order in the file is taken; which one the service would use for a single user is not documented.',
    advice: () => [say('Name the one that is meant in the setting "objectMapping" (and "rule").')],
    basis: 'assumed',
  },
};

function nameDocument({ looksLike, detail, many }: LooksLike): string {
  const some = (name: string) =>
    many === true ? `it looks like a list whose first entry is ${name}` : `it looks like ${name}`;
  switch (looksLike) {
    case 'SCIM list':
      return some('a SCIM ListResponse');
    case 'SCIM resource':
      return some(`a SCIM resource (${detail})`);
    case 'provisioning log':
      return some('an entry of the provisioning logs');
    case 'synchronization template':
      return some('a synchronizationTemplate without its schema');
    case 'synchronization job':
      return some('a synchronizationJob without its schema');
    case 'synchronization rule':
      return some('a synchronizationRule alone');
    case 'object mapping':
      return some('an objectMapping alone');
    case 'directory fixture':
      return some('a directory of users');
    case 'Entra user':
      return some('a user of Microsoft Graph');
    case 'Entra application':
      return some('an application or service principal');
    case 'configuration':
      return some('a configuration of this tool');
    case 'JSON Schema':
      return some('a JSON Schema or a document that names one');
    case 'error answer':
      return some(`the answer to a failed request (${detail})`);
    case 'empty list':
      return 'it is an empty list';
    case 'list':
      return `it is a list of ${detail} things of another kind`;
    case 'object':
      return detail === '' ? 'it is an empty object' : `it is an object with ${detail}`;
    case 'scalar':
      return 'it is a single value';
  }
}

function adviseOn({ looksLike }: LooksLike): readonly Advice[] {
  switch (looksLike) {
    case 'synchronization job':
    case 'synchronization template':
      return [say('Ask Graph for the address of the job or template followed by /schema.')];
    case 'synchronization rule':
    case 'object mapping':
      return [say('Save the whole document, not a part of it.')];
    case 'SCIM list':
    case 'SCIM resource':
      return [say('It may be meant as "target.path": the setting "schema" is for the exported schema.')];
    case 'directory fixture':
    case 'Entra user':
      return [say('It may be meant as "source.path": the setting "schema" is for the exported schema.')];
    case 'error answer':
      return [
        say('The request that should have fetched the schema failed: cure that and save its answer again.'),
      ];
    default:
      return [say('Check that the setting "schema" names the exported schema.')];
  }
}

function explainUnusable(reason: Unusable): string {
  switch (reason.because) {
    case 'no rules':
      return 'it holds no synchronization rule';
    case 'no mappings':
      return `rule ${quote(reason.rule)} has no object mappings`;
    case 'source directory': {
      const maps = reason.maps.map(({ from, to }) => `${from} to ${to}`).join(', ');
      const directory = reason.directory === '' ? 'no directory that it names' : reason.directory;
      return `rule ${quote(reason.rule)} reads from ${directory}, not from Entra ID${maps === '' ? '' : ` (maps ${maps})`}`;
    }
    case 'other object':
      return `${quote(reason.mapping)} maps ${reason.from || 'no object'} to ${reason.to || 'no object'}`;
    case 'disabled':
      return `${quote(reason.mapping)} is disabled`;
    case 'nameless':
      return `the mapping of ${reason.from} to ${reason.to} has no name, as only helper mappings have`;
    case 'no rows':
      return `${quote(reason.mapping)} has no attribute mappings`;
  }
}

/** Empty where exporting again is all there is to say. */
function adviseOnUnusable(reason: Unusable, object: string): string {
  switch (reason.because) {
    case 'disabled':
      return `Switch ${quote(reason.mapping)} on (Provisioning > Mappings > the mapping > Enabled).`;
    case 'source directory':
      return 'Export the schema of an application that Entra ID provisions to; this one goes another way.';
    case 'other object':
      return `Add or restore a mapping of ${object} in the application.`;
    case 'nameless':
      return 'Give the mapping a name, if it is not a helper.';
    default:
      return '';
  }
}

function suggest(nearest: string | undefined, known: readonly string[]): string {
  const meant = nearest === undefined ? '' : ` Did you mean ${quote(nearest)}?`;
  return `${meant} ${known.length === 0 ? 'It has none.' : `It has ${listSome(known.map(quote), ', ')}.`}`;
}

function listSome(items: readonly string[], separator: string): string {
  const shown = items.slice(0, 10);
  const left = items.length - shown.length;
  return shown.join(separator) + (left === 0 ? '' : `${separator}${left} more`);
}

function article(kind: JsonKind): string {
  if (kind === 'null') return 'null';
  return kind === 'object' ? 'an object' : `a ${kind}`;
}

function quote(text: string): string {
  return `"${text.length <= 80 ? text : `${text.slice(0, 77)}...`}"`;
}
