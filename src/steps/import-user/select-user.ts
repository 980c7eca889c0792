import { findNearest } from '../../diagnostics/nearest.js';
import { type Checked, diagnose } from '../../diagnostics/diagnostic.js';
import type { DirectoryUser, Found, SourceDirectory, UserSelector } from '../../source/source-directory.js';
import { statusOf } from '../step-result.js';
import { convertGuestName } from './guest-name.js';

const shown = 5;

/** The one user who fits; nobody and several are diagnostics. */
export function selectUser(
  found: Found,
  selector: UserSelector,
  source: SourceDirectory,
): Checked<DirectoryUser> {
  const [first, ...rest] = found.users;
  if (first !== undefined && rest.length === 0) return { value: first, diagnostics: found.diagnostics };
  if (statusOf(found.diagnostics) === 'failure') return { value: undefined, diagnostics: found.diagnostics };
  const verdict = first === undefined ? nobody(found, selector, source) : several(found, selector);
  return { value: undefined, diagnostics: [verdict, ...found.diagnostics] };
}

function nobody(
  found: Found,
  selector: UserSelector,
  source: SourceDirectory,
): Checked<never>['diagnostics'][number] {
  const group = source.findGroup?.(selector.value);
  if (group !== undefined) return diagnose('import/not-a-user', { name: group, source: source.name });
  if (selector.by === 'search') {
    return diagnose('source/none-found', { text: selector.value, source: source.name, ...found.hidden });
  }
  const names =
    selector.by === 'upn' ? [...(found.probablyMeant ?? []), ...(source.listNames?.() ?? [])] : [];
  const homeForm =
    names.find((name) => convertGuestName(name)?.name.toLowerCase() === selector.value.toLowerCase()) ?? null;
  const args = {
    selector: inWords(selector),
    source: source.name,
    nearest:
      (homeForm === null ? found.probablyMeant?.[0] : undefined) ??
      findNearestName(selector.value, names) ??
      null,
    homeForm,
  };
  return diagnose('source/unknown-user', args);
}

/** A slip is looked for in front of the at sign alone: the domain would make all names alike. */
function findNearestName(wanted: string, names: readonly string[]): string | undefined {
  const domain = wanted.slice(wanted.lastIndexOf('@')).toLowerCase();
  const alike = names.filter((name) => name.toLowerCase().endsWith(domain));
  const nearest = findNearest(
    wanted.slice(0, -domain.length),
    alike.map((name) => name.slice(0, -domain.length)),
  );
  return nearest === undefined ? undefined : alike.find((name) => name.slice(0, -domain.length) === nearest);
}

function several(found: Found, selector: UserSelector): Checked<never>['diagnostics'][number] {
  const names = found.users.map(({ user }) => {
    const name = user.userPrincipalName ?? user.id;
    return typeof name === 'string' ? name : '';
  });
  const more = Math.max(0, names.length - shown);
  return diagnose('source/ambiguous-user', {
    selector: inWords(selector),
    users: names.slice(0, shown),
    more,
  });
}

function inWords(selector: UserSelector): string {
  const key = { upn: 'user principal name', id: 'id', search: 'search text' }[selector.by];
  return `the ${key} "${selector.value}"`;
}
