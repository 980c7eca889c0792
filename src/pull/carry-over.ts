import { isAbsolute, relative, resolve, sep } from 'node:path';
import { diagnose, type Diagnostic } from '../diagnostics/diagnostic.js';
import { isSecretHeader } from '../exchanges/secret-names.js';

type Value = string | number | boolean | null | readonly Value[] | Part;

interface Part {
  readonly [key: string]: Value | undefined;
}

/** A source or target of a configuration, as it stands in another one. */
export interface CarriedPart {
  readonly part: Part;
  /** whether it names programs or files outside of the new folder, so that the configuration has to be named with --config */
  readonly needsNaming: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** Both absolute. */
export interface Folders {
  readonly from: string;
  readonly to: string;
}

/**
 * Takes a source or target over into a configuration of another folder: paths lead to the same files from there, and a literal
 * secret becomes a reference to an environment variable.
 * @param owner the key of the part
 */
export function carryOver(owner: 'source' | 'target', part: object, { from, to }: Folders): CarriedPart {
  const diagnostics: Diagnostic[] = [];
  let needsNaming = false;

  const movePath = (path: string): string => {
    const way = relative(to, resolve(from, path));
    const isOutside = way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
    if (isOutside) needsNaming = true;
    const shown = way.replaceAll(sep, '/');
    return isOutside ? shown : `./${shown}`;
  };

  const moveProgram = ([program = '', ...rest]: readonly string[]): readonly string[] => {
    needsNaming = true;
    return [/[/\\]/.test(program) ? movePath(program) : program, ...rest];
  };

  const move = (key: string, value: unknown, above: string): Value | undefined => {
    const path = `${above}.${key}`;
    if (typeof value === 'string') {
      if (isPath(owner, key)) return movePath(value);
      const variable = variableOf(owner, key, above);
      if (variable === undefined) return value;
      diagnostics.push(diagnose('pull/literal-secret', { key: path, variable }));
      return { env: variable };
    }
    if (key === 'command' && Array.isArray(value)) return moveProgram(value as readonly string[]);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value as Value;
    return moveAll(value, path);
  };

  const moveAll = (object: object, path: string): Part =>
    Object.fromEntries(
      Object.entries(object).map(([key, value]: [string, unknown]) => [key, move(key, value, path)]),
    );

  return {
    part: moveAll(part, owner),
    get needsNaming() {
      return needsNaming;
    },
    diagnostics,
  };
}

const isPath = (owner: string, key: string): boolean =>
  ['file', 'ca'].includes(key) || (owner === 'target' && key === 'path');

const variables: Readonly<Record<string, string>> = {
  'source.clientSecret': 'AZURE_CLIENT_SECRET',
  'source.certificate': 'GRAPH_CERTIFICATE',
  'source.token': 'GRAPH_TOKEN',
  'target.token': 'SCIM_TOKEN',
  'target.auth.token': 'SCIM_TOKEN',
  'target.auth.password': 'SCIM_PASSWORD',
  'target.auth.clientSecret': 'SCIM_CLIENT_SECRET',
};

/** The variable in the place of a literal secret; undefined where the key holds none. */
function variableOf(owner: string, key: string, above: string): string | undefined {
  if (above === `${owner}.headers`)
    return isSecretHeader(key) ? `SCIM_HEADER_${key.toUpperCase().replace(/\W/g, '_')}` : undefined;
  return variables[`${above}.${key}`];
}
