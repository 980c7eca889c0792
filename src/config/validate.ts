import { type Checked, type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import {
  type ConfigDocument,
  type ConfigNode,
  findNode,
  locateValue,
  plainValue,
  showValue,
} from './document/index.js';
import { translateIssue } from './issues.js';
import { applyEachProfile, applyProfile, type ProfileChoice } from './profile.js';
import { type Configuration, configurationSchema } from './schema.js';

/** A configuration that is valid, with the profile merged in. */
export interface ValidConfiguration {
  readonly document: ConfigDocument;
  readonly profile: string | undefined;
  /** the merged tree, for places */
  readonly root: ConfigNode;
  readonly values: Configuration;
}

/**
 * Checks a configuration strictly. What the chosen profile and the base make together must be complete; the base alone
 * and the other profiles may leave keys out, but what they say must be right too.
 */
export function validateConfiguration(
  document: ConfigDocument,
  choice: ProfileChoice | undefined,
): Checked<ValidConfiguration> {
  const effective = applyProfile(document, choice);
  const base = applyProfile(document, undefined);
  const diagnostics = [
    ...checkProfiles(document),
    ...effective.diagnostics,
    ...check(document, effective.value),
    ...[base.value, ...applyEachProfile(document.root)].flatMap((root) =>
      check(document, root).filter(({ code }) => code !== 'config/missing-key'),
    ),
  ];
  const root = effective.value;
  if (root === undefined || diagnostics.length > 0) {
    return { value: undefined, diagnostics: inOrderOfTheFile(diagnostics) };
  }
  const values = configurationSchema.parse(plainValue(root), { jitless: true });
  return { value: { document, profile: choice?.name, root, values }, diagnostics: [] };
}

function checkProfiles(document: ConfigDocument): readonly Diagnostic[] {
  const profiles = findNode(document.root, ['profiles']);
  if (profiles === undefined || profiles.kind === 'mapping') return [];
  const args = {
    key: 'profiles',
    wanted: 'mapping',
    found: profiles.kind,
    excerpt: showValue(document, profiles),
  };
  return [diagnose('config/wrong-type', args, [locateValue(document, profiles)])];
}

function check(document: ConfigDocument, root: ConfigNode | undefined): readonly Diagnostic[] {
  if (root === undefined) return [];
  const value = plainValue(root);
  // Without jitless zod makes its checks from source text, with `new Function`.
  const result = configurationSchema.safeParse(value, { jitless: true });
  if (result.success) return [];
  return result.error.issues.flatMap((issue) => translateIssue(issue, { document, root, value }));
}

/** The base's faults show up again in every profile; people read them from the top of the file. */
function inOrderOfTheFile(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  const once = diagnostics.filter(({ code, at }) => {
    const identity = `${code} ${at[0]?.pointer ?? ''} ${at[0]?.line ?? 0}`;
    return !seen.has(identity) && seen.add(identity);
  });
  const rank = ({ at: [place] }: Diagnostic): number => (place?.line ?? 0) * 1e6 + (place?.column ?? 0);
  return once.sort((one, other) => rank(one) - rank(other));
}
