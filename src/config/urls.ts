import { diagnose } from '../diagnostics/diagnostic.js';
import { isLoopback } from '../exchanges/loopback.js';
import { maskParameters } from '../exchanges/secret-names.js';
import { dottedPath, type PathStep } from './document/index.js';
import { type Inspection, placeOf } from './inspection.js';

/** What can be wrong with a URL of the configuration. */
type UrlProblem = 'space' | 'scheme' | 'credentials' | 'unreadable';

/** What is wrong with a URL, or undefined: it must be absolute, http or https, and hold no space and no credentials. */
function findUrlProblem(url: string): UrlProblem | undefined {
  if (/\s/.test(url)) return 'space';
  if (!/^https?:\/\//i.test(url)) return 'scheme';
  if (!URL.canParse(url)) return 'unreadable';
  const { username, password } = new URL(url);
  return username === '' && password === '' ? undefined : 'credentials';
}

/** Whether a URL is plain http to another machine, where everybody between can read a credential. */
function isInsecure(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' && !isLoopback(hostname);
}

/**
 * Checks a URL of the configuration and reports what is wrong with it.
 * @param credential whether a secret will be sent there
 */
export function checkUrl(
  inspection: Inspection,
  path: readonly PathStep[],
  url: string,
  credential: boolean,
): void {
  const problem = findUrlProblem(url);
  const key = dottedPath(path);
  const at = [placeOf(inspection, path)];
  if (problem !== undefined) {
    inspection.report(diagnose('config/bad-url', { key, url: harmlessPart(url, problem), problem }, at));
  } else if (credential && !inspection.allowInsecureHttp && isInsecure(url)) {
    inspection.report(diagnose('config/insecure-http', { key, host: new URL(url).host }, at));
  }
}

/** What of a faulty URL can be shown: after a space the next line may have slipped in, before an @ is a password. */
function harmlessPart(url: string, problem: UrlProblem): string | undefined {
  return problem === 'credentials' || url.includes('@')
    ? undefined
    : maskParameters(url.trim().split(/\s/, 1)[0] ?? '', '***');
}
