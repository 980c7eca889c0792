import { diagnose, type Diagnostic } from '../../../diagnostics/diagnostic.js';
import { explainAbort } from '../../../http/index.js';
import { bound, membersOf, textOrNull } from '../wire/json-answer.js';
import type { ProgramOutcome, RunProgram } from './run-program.js';
import { failed, type Way } from './way.js';

export interface AzureCliOptions {
  /** root of Microsoft Graph in the cloud */
  readonly resource: string;
  readonly tenant: string | undefined;
  readonly runProgram: RunProgram;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Source: assumed. The CLI takes some seconds to start, more when it has to ask for a new token. */
const timeoutMs = 60_000;

/** The token of whoever is signed in to the Azure CLI. Source: "az account get-access-token" (Azure CLI reference). */
export function askAzureCli({ resource, tenant, runProgram, environment }: AzureCliOptions): Way {
  const args = ['account', 'get-access-token', '--resource', resource, '--output', 'json'];
  if (tenant !== undefined) args.push('--tenant', tenant);
  const [program, ...all] = nameProgram(environment, args);
  return {
    renewable: true,
    secrets: () => [],
    async obtain(signal) {
      const outcome = await runProgram(program, all, { signal, timeoutMs });
      if (signal.aborted) {
        const { kind, message } = explainAbort(signal, 'during the sign-in');
        return failed([diagnose('sign-in/no-answer', { host: program, kind, reason: message })]);
      }
      if (!outcome.ok) return failed([explainFailure(outcome, tenant)]);
      const { accessToken, expires_on: end } = membersOf(parse(outcome.stdout));
      const token = textOrNull(accessToken);
      if (token === null || !/^[\x21-\x7e]+$/.test(token))
        return failed([diagnose('sign-in/az-unreadable', { found: nameOutput(outcome.stdout) })]);
      return {
        token: { token, end: typeof end === 'number' ? end * 1000 : undefined },
        exchanges: [],
      };
    },
  };
}

/** On Windows az is a batch file, which the command processor alone can run (Node.js, "child_process"). */
function nameProgram(
  environment: AzureCliOptions['environment'],
  args: readonly string[],
): readonly [string, ...string[]] {
  return environment.OS === 'Windows_NT'
    ? [environment.ComSpec ?? 'cmd.exe', '/d', '/s', '/c', 'az', ...args]
    : ['az', ...args];
}

/** The words by which the CLI says that somebody has to sign in (observed in its public issues). */
const signInWords =
  /az login|az logout|AADSTS(?:50173|50076|50078|50079|700082|70043|50058|50132|50133)\b|interaction_required|invalid_grant/i;

function explainFailure(
  { reason, words, stderr }: Extract<ProgramOutcome, { ok: false }>,
  tenant: string | undefined,
): Diagnostic {
  if (reason === 'offline') return diagnose('sign-in/no-answer', { host: 'az', kind: reason, reason: words });
  const detail = bound(stderr.replace(/\s+/g, ' ').trim(), 500);
  if (reason === 'notFound' || stderr.includes("'az' is not recognized"))
    return diagnose('sign-in/az-missing', { reason: words });
  return signInWords.test(stderr)
    ? diagnose('sign-in/az-not-signed-in', { tenant: tenant ?? null, detail })
    : diagnose('sign-in/az-failed', { reason: words, detail });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Never the output itself: it may hold the token. */
function nameOutput(stdout: string): string {
  if (stdout.trim() === '') return 'nothing';
  return parse(stdout) === undefined ? 'text that is no JSON' : 'JSON of another shape';
}
