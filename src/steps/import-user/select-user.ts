import { findNearest } from '../../diagnostics/nearest.js';
import { type Checked, diagnose } from '../../diagnostics/diagnostic.js';
import type { DirectoryUser, Found, SourceDirectory, UserSelector } from '../../source/source-directory.js';
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
  if (found.diagnostics.length > 0) return { value: undefined, diagnostics: found.diagnostics };
  return {
    value: undefined,
    diagnostics: [first === undefined ? nobody(found, selector, source) : several(found, selector)],
  };
}

function nobody(
  found: Found,
  selector: UserSelector,
  source: SourceDirectory,
): Checked<never>['diagnostics'][number] {
  if (selector.by === 'search') {
    return diagnose('source/none-found', { text: selector.value, source: source.name, ...found.hidden });
  }
  const names = selector.by === 'upn' ? (source.listNames?.() ?? []) : [];
  const homeForm =
    names.find((name) => convertGuestName(name)?.name.toLowerCase() === selector.value.toLowerCase()) ?? null;
  const args = {
    selector: inWords(selector),
    source: source.name,
    nearest: findNearest(selector.value, names) ?? null,
    homeForm,
  };
  return diagnose('source/unknown-user', args);
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
