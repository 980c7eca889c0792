import { type Diagnostic, diagnose, type Location } from '../diagnostics/diagnostic.js';
import {
  type ConfigDocument,
  dottedPath,
  findNearestNode,
  locateKey,
  locateValue,
  type PathStep,
} from './document/index.js';
import type { ConfigWorld, SecretOwner } from './request.js';
import type { ValidConfiguration } from './validate.js';

/** A valid configuration on its way to settings: what the parts of it need to know, and where they report trouble. */
export interface Inspection extends ValidConfiguration {
  readonly world: ConfigWorld;
  /** absolute; relative paths of the configuration start here */
  readonly folder: string;
  /** merely found, not named: it may come from a stranger */
  readonly found: boolean;
  readonly allowInsecureHttp: boolean;
  needsSecrets(owner: SecretOwner): boolean;
  report(diagnostic: Diagnostic): void;
}

interface Placed {
  readonly document: ConfigDocument;
  readonly root: ValidConfiguration['root'];
}

/** The place of the value at a path of the merged configuration, or of its nearest ancestor that exists. */
export function placeOf({ document, root }: Placed, path: readonly PathStep[]): Location {
  return locateValue(document, findNearestNode(root, path));
}

/** Reports that a key is missing which another setting asks for. `because` is that setting as it is written. */
export function reportMissing(inspection: Inspection, path: readonly PathStep[], because: string): void {
  const { document, root } = inspection;
  const place = locateKey(document, findNearestNode(root, path));
  inspection.report(diagnose('config/missing-key', { key: dottedPath(path), because, allowed: [] }, [place]));
}

/** Reports two keys of which only one may be there. */
export function reportConflict(
  inspection: Inspection,
  first: readonly PathStep[],
  second: readonly PathStep[],
): void {
  const { document, root } = inspection;
  const at = [first, second].map((path) => locateKey(document, findNearestNode(root, path)));
  const args = { first: dottedPath(first), second: dottedPath(second) };
  inspection.report(diagnose('config/conflicting-keys', args, at));
}
