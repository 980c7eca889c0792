/** What the process ends with; the first that applies. The same table makes the code and its help. */
export const exitCodes = [
  { code: 130, name: 'interrupted', when: 'interrupted' },
  { code: 3, name: 'bug', when: 'a bug of provision-user (the report is still written)' },
  {
    code: 2,
    name: 'couldNotRun',
    when: 'could not run: usage, configuration, a schema that cannot be used, a file that cannot be read, an expectation beyond --until',
  },
  {
    code: 4,
    name: 'refused',
    when: 'sign-in or a permission refused by the source, or the connection test answered 401 or 403',
  },
  {
    code: 1,
    name: 'failed',
    when: 'a step failed (an unknown or ambiguous user included), consent is missing, or an expectation was not met',
  },
  {
    code: 0,
    name: 'fine',
    when: 'finished, and every expectation met; out of scope is an answer, not a failure',
  },
] as const;

export type ExitName = (typeof exitCodes)[number]['name'];

/** The number of an exit code by its name. */
export function exitCode(name: ExitName): number {
  return exitCodes.find((entry) => entry.name === name)?.code ?? 0;
}
