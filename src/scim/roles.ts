import { isObject, type JsonObject } from './json.js';
import type { ValueForm } from './wire.js';

const roleType = 'WindowsAzureActiveDirectoryRole';

/**
 * A role as an object. The page prints `displayName` and `display` for AppRoleAssignmentsComplex, and `display` alone for
 * AssertiveAppRoleAssignmentsComplex ("Customize user provisioning attribute-mappings"); the first takes the former here.
 * @param text JSON with `value` and `displayName` or `display`, or the bare name of a role, which is then both
 */
export function roleObject(text: string, form: Exclude<ValueForm, 'plain'>): JsonObject {
  const role = parseRole(text);
  const name = role.display ?? role.displayName ?? role.value;
  const shown = form === 'complexRoles' ? { displayName: name } : { display: name };
  return { primary: false, type: roleType, ...shown, value: role.value };
}

function parseRole(text: string): JsonObject {
  try {
    const role: unknown = JSON.parse(text);
    return isObject(role) ? role : { value: text };
  } catch {
    return { value: text };
  }
}
