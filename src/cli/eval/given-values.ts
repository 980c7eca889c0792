import { diagnose, type Diagnostic } from '../../diagnostics/diagnostic.js';
import { type Attributes, toValue } from '../../expression/index.js';
import { readSourceAttribute } from '../../steps/import-user/index.js';
import { UsageError } from '../usage-error.js';
import { isRecord, parseExactly } from './exact-json.js';

/** A user as somebody wrote it down: by source name, as Microsoft Graph names it, or both. */
export type GivenUser = Readonly<Record<string, unknown>>;

/** Values with what is worth saying about them. */
export interface Values {
  readonly attributes: Attributes;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads `--set name=value`. A value that is a JSON list is a list, every other one is text, the empty text included.
 * @throws UsageError where there is no name, or one in brackets
 */
export function readSets(sets: readonly string[]): GivenUser {
  return Object.fromEntries(
    sets.map((set) => {
      const at = set.indexOf('=');
      if (/^\[[^=]*\]=/.test(set))
        throw new UsageError(
          `--set ${set.slice(0, at)} has the name in brackets`,
          `Brackets belong to expressions: --set ${set.slice(1, at - 1)}=<value>.`,
        );
      if (at > 0) return [set.slice(0, at), listOrText(set.slice(at + 1))];
      throw new UsageError(
        `--set ${set} names no attribute`,
        'It takes name=value, for example --set givenName=Alice, or --set \'mails=["a@x.y","b@x.y"]\'.',
      );
    }),
  );
}

function listOrText(text: string): unknown {
  if (!text.trimStart().startsWith('[')) return text;
  try {
    return parseExactly(text);
  } catch {
    return text;
  }
}

/**
 * The values of these source attributes. A name that the user has is taken as it stands, another one where Microsoft Graph
 * keeps it; one that differs in letter case alone counts as empty, and is told.
 */
export function readGivenValues(user: GivenUser, names: readonly string[]): Values {
  const diagnostics: Diagnostic[] = [];
  const entries = names.map((name) => {
    const own = Object.hasOwn(user, name) ? user[name] : undefined;
    // The value of a reference such as manager is inside it.
    if (own !== undefined && !isRecord(own)) return [name, toValue(own)] as const;
    const { value, probablyMeant } = readSourceAttribute(user, name);
    if (probablyMeant?.toLowerCase() === name.toLowerCase()) {
      const args = { name, neededBy: ['the expression'], probablyMeant };
      diagnostics.push(diagnose('import/attribute-letter-case', args));
    }
    return [name, toValue(value)] as const;
  });
  return { attributes: Object.fromEntries(entries), diagnostics };
}
