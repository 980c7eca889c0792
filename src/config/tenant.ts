import { diagnose } from '../diagnostics/diagnostic.js';
import { dottedPath, type PathStep } from './document/index.js';
import { type Inspection, placeOf } from './inspection.js';

/** Microsoft identity platform, "Endpoints": authorities that are no tenant. */
const many: ReadonlySet<string> = new Set(['common', 'organizations', 'consumers']);

const guid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
/** At least two labels (RFC 1035 section 2.3.1, with the digits of RFC 1123 section 2.1). */
const domain = /^(?=.{3,253}$)(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/i;

/** Checks that a text names one tenant, by its id or by a domain, and reports what is wrong with it. */
export function checkTenant(inspection: Inspection, path: readonly PathStep[], tenant: string): void {
  const isMany = many.has(tenant.toLowerCase());
  if (!isMany && (guid.test(tenant) || domain.test(tenant))) return;
  const problem = isMany ? 'many' : 'form';
  const args = { key: dottedPath(path), tenant, problem } as const;
  inspection.report(diagnose('config/bad-tenant', args, [placeOf(inspection, path)]));
}
