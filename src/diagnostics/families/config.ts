import { type Advice, type Entries, frame, run, say } from '../entry.js';

/**
 * What can be wrong with a configuration. `key` is the dotted name of a key, `file` a path as messages show it,
 * `excerpt` a line of the file with a caret, in which values are hidden.
 */
export interface ConfigDiagnostics {
  'config/not-found': {
    folders: readonly string[];
    code: readonly string[];
    unreadable: readonly string[];
    profile: string | undefined;
  };
  'config/search-failed': { reason: string };
  'config/no-provision-key': { file: string };
  'config/unknown-profile': {
    profile: string;
    from: string;
    file: string;
    profiles: readonly string[];
    nearest: string | undefined;
  };
  /** `parent` is empty for the top level */
  'config/unknown-key': {
    key: string;
    parent: string;
    nearest: string | undefined;
    allowed: readonly string[];
    excerpt: string;
  };
  'config/duplicate-key': { key: string; excerpt: string };
  /** `because` is the setting that asks for the key, as it is written; `allowed` its fixed values, if it has such */
  'config/missing-key': { key: string; because: string | undefined; allowed: readonly string[] };
  /** `wanted` and `found` are words of the table `kinds` below; `key` is empty for the whole configuration */
  'config/wrong-type': { key: string; wanted: string; found: string; excerpt: string };
  /** `value` is undefined where it is too odd to be shown safely */
  'config/bad-value': {
    key: string;
    value: string | undefined;
    allowed: readonly string[];
    nearest: string | undefined;
    excerpt: string;
  };
  'config/conflicting-keys': { first: string; second: string };
  'config/bad-time': { from: string; value: string };
  'config/bad-timeout': { from: string; value: string };
  'config/bad-url': {
    key: string;
    url: string | undefined;
    problem: 'space' | 'scheme' | 'credentials' | 'unreadable';
  };
  'config/insecure-http': { key: string; host: string };
  /** `many`: a word that stands for many tenants; `form`: neither an id nor a domain */
  'config/bad-tenant': { key: string; tenant: string; problem: 'many' | 'form' };
  'config/bad-header': { name: string };
  'config/unfit-for-header': { key: string };
  'config/literal-secret': { key: string };
  'config/secret-missing': { key: string; variable: string };
  'config/secret-unreadable': { key: string; file: string; reason: string };
  'config/secret-command-failed': { key: string; program: string; reason: string };
  'config/secret-empty': { key: string; origin: 'file' | 'command'; name: string };
  'config/found-command-refused': { key: string; program: string; file: string };
  'config/found-file-outside': { key: string; path: string; file: string };
  'config/no-source': { file: string | undefined };
  'config/no-target': { file: string | undefined };
}

const kinds: Readonly<Record<string, string>> = {
  text: 'text',
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  mapping: 'a mapping of keys to values',
  list: 'a list',
  command: 'a list of a program and its arguments',
  secret: 'a secret: { env: NAME }, { file: path } or { command: [program, argument] }',
  nothing: 'nothing',
  empty: 'empty text',
};

const sourceSnippet = 'source:\n  kind: fixture\n  path: ./directory.json';
const targetSnippet =
  'target:\n  kind: scim\n  url: https://scim.contoso.com/scim/v2\n  token: { env: SCIM_TOKEN }';
const snippet = `schema: ./schema.json\n${sourceSnippet}\ntarget:\n  kind: fixture\n  path: ./target.json`;

const quoted = (words: readonly string[]): string => words.map((word) => `"${word}"`).join(', ');
const named = (key: string): string => (key === '' ? 'The configuration' : `"${key}"`);
const shown = (excerpt: string): readonly Advice[] => (excerpt === '' ? [] : [frame(excerpt)]);
const didYouMean = (nearest: string | undefined): readonly Advice[] =>
  nearest === undefined ? [] : [say(`Did you mean "${nearest}"?`)];
const startWith = (file: string): Advice => run(`provision-user --config ${file}`);

const urlProblems: Readonly<Record<ConfigDiagnostics['config/bad-url']['problem'], string>> = {
  space: 'it has a space in or around it',
  scheme: 'it does not begin with https:// or http://',
  credentials: 'it has a user name or a password in it, which would show up in logs',
  unreadable: 'it is not a valid URL',
};

const base = { severity: 'error', blame: 'configuration', basis: 'documented' } as const;

export const configEntries: Entries<ConfigDiagnostics> = {
  'config/not-found': {
    ...base,
    title: 'No configuration found',
    message: ({ folders, profile }) => {
      const last = folders.length > 1 ? ` up to ${folders.at(-1) ?? ''}` : '';
      const missing = profile === undefined ? '' : `, so there is no profile "${profile}" either`;
      return `No configuration found in ${folders[0] ?? ''}${last}${missing}.`;
    },
    why: 'A configuration is .provisionrc, .provisionrc.json, .provisionrc.yaml, .provisionrc.yml, or the key "provision" of package.json. It is searched from the current folder up to the project root: the nearest folder with a package.json or a .git.',
    advice: ({ code, unreadable }) => [
      ...unreadable.map((file) =>
        say(`${file} is there but cannot be read: it must be a file that you may read.`),
      ),
      ...code.map((file) => say(`${file} is code, and code is never run: write it as YAML or JSON.`)),
      say('Create .provisionrc.yaml; .provisionrc.example of this package shows every key:'),
      frame(snippet),
      startWith('<file>'),
    ],
  },
  'config/search-failed': {
    ...base,
    title: 'Search for a configuration failed',
    message: ({ reason }) => `The search for a configuration failed: ${reason}.`,
    why: 'The search reads the folders from the current one up to the project root, and needs a folder for temporary files.',
    advice: () => [startWith('<file>'), say('Or check that TMPDIR names a folder that can be written.')],
  },
  'config/no-provision-key': {
    ...base,
    title: 'No key "provision" in package.json',
    message: ({ file }) => `${file} has no key "provision".`,
    why: 'Of a package.json the value of the key "provision" is the configuration.',
    advice: () => [say('Add the key, or name another file.'), startWith('<file>')],
  },
  'config/unknown-profile': {
    ...base,
    title: 'Unknown profile',
    message: ({ profile, from, file, profiles }) =>
      profiles.length === 0
        ? `${from} names the profile "${profile}", but ${file} has no profiles.`
        : `${from} names the profile "${profile}", but the profiles of ${file} are ${quoted(profiles)}.`,
    why: 'A profile is a key below "profiles" of the configuration.',
    advice: ({ profile, nearest }) => [
      ...didYouMean(nearest),
      say('Correct the name, or add the profile:'),
      frame(`profiles:\n  ${profile}:\n    dryRun: true`),
    ],
  },
  'config/unknown-key': {
    ...base,
    title: 'Unknown key',
    message: ({ key, parent }) =>
      `"${key}" is not a key of ${parent === '' ? 'the configuration' : `"${parent}"`}.`,
    why: 'A mistyped key would be ignored without a word, and the run would do something else than it says. No key imports another file.',
    advice: ({ key, nearest, allowed, excerpt }) => [
      ...shown(excerpt),
      ...didYouMean(nearest),
      ...(key.endsWith('…') ? [say('A key ends at a colon with a space after it.')] : []),
      say(`Possible keys: ${allowed.join(', ')}.`),
    ],
  },
  'config/duplicate-key': {
    ...base,
    title: 'Key given twice',
    message: ({ key }) => `"${key}" is given twice.`,
    why: 'Which of the two holds differs from reader to reader.',
    advice: ({ excerpt }) => [...shown(excerpt), say('Remove one of them.')],
  },
  'config/missing-key': {
    ...base,
    title: 'Key missing',
    message: ({ key, because }) =>
      `"${key}" is missing${because === undefined ? '' : `; ${because} needs it`}.`,
    why: 'The part of the configuration cannot be used without it.',
    advice: ({ key, allowed }) => [
      say(allowed.length === 0 ? `Add "${key}".` : `Add "${key}": one of ${quoted(allowed)}.`),
      ...(key === 'target.token'
        ? [say('A service without sign-in is written so:'), frame('auth: { kind: none }')]
        : []),
    ],
  },
  'config/wrong-type': {
    ...base,
    title: 'Value of the wrong type',
    message: ({ key, wanted, found }) =>
      `${named(key)} must be ${kinds[wanted] ?? wanted}, but is ${kinds[found] ?? found}.`,
    why: 'Values are not converted: YAML reads 42 as a number and true as a truth value, quoted they are text.',
    advice: ({ wanted, found, excerpt }) => [
      ...shown(excerpt),
      say(
        wanted === 'text' && (found === 'number' || found === 'boolean')
          ? 'Put the value in quotes.'
          : `Write ${kinds[wanted] ?? wanted}.`,
      ),
    ],
  },
  'config/bad-value': {
    ...base,
    title: 'Value not possible',
    message: ({ key, value, allowed }) =>
      `"${key}" ${value === undefined ? 'has another value than' : `is "${value}", but must be`} one of ${quoted(allowed)}.`,
    why: 'The key has a fixed set of values.',
    advice: ({ nearest, allowed, excerpt }) => [
      ...shown(excerpt),
      ...didYouMean(nearest),
      say(`Write one of ${quoted(allowed)}.`),
    ],
  },
  'config/conflicting-keys': {
    ...base,
    title: 'Keys exclude each other',
    message: ({ first, second }) =>
      `"${first}" and "${second}" are both given, but only one of them can hold.`,
    why: 'Both say the same thing in different ways: "token" is short for "auth: { kind: bearer, token }", a secret has one origin, an application is named in one way.',
    advice: ({ first, second }) => [say(`Remove "${first}" or "${second}".`)],
  },
  'config/bad-time': {
    ...base,
    title: 'Not a time',
    message: ({ from, value }) => `${from} is "${value}", which is no day or time with its zone of ISO 8601.`,
    why: 'A time without a zone would mean another instant on every machine.',
    advice: () => [say('Write 2026-01-31 or 2026-01-31T08:00:00Z.')],
  },
  'config/bad-timeout': {
    ...base,
    title: 'Not a time limit',
    message: ({ from, value }) =>
      `${from} is ${value}, but must be a number of seconds above 0 and at most 2147483.`,
    why: 'The limit is for the whole run, waits included. Timers cannot count further than 24 days.',
    advice: () => [say('Write a number of seconds, for example 120.')],
  },
  'config/bad-url': {
    ...base,
    title: 'URL cannot be used',
    message: ({ key, url, problem }) =>
      `"${key}" ${url === undefined ? '' : `is "${url}"; it `}cannot be used: ${urlProblems[problem]}.`,
    why: 'The URL is used as it is written, so it has to be absolute and without credentials.',
    advice: ({ url, problem }) => [
      ...(problem === 'scheme' && url !== undefined ? [say(`Did you mean "https://${url}"?`)] : []),
      say(
        problem === 'credentials'
          ? 'Take user and password out of the URL and write auth: { kind: basic, user: ..., password: { env: NAME } }.'
          : 'Write the URL as https://host/path, on a line of its own, without spaces.',
      ),
    ],
  },
  'config/bad-tenant': {
    ...base,
    title: 'Not one tenant',
    message: ({ key, tenant, problem }) =>
      problem === 'many'
        ? `"${key}" is "${tenant}", a word that stands for many tenants.`
        : `"${key}" is "${tenant}", which is neither the id of a tenant nor a domain.`,
    why: 'An application signs in to one tenant, named by its id (a GUID) or one of its verified domains.',
    advice: () => [
      say(
        'Write the "Tenant ID" of the Overview page in Entra, or a domain such as contoso.onmicrosoft.com.',
      ),
    ],
  },
  'config/insecure-http': {
    ...base,
    title: 'Credential over plain http',
    message: ({ key, host }) => `"${key}" would send a credential to ${host} over plain http.`,
    why: 'Everybody on the way can read it. Only to this machine itself plain http is allowed.',
    advice: () => [say('Write https:// instead of http://.')],
  },
  'config/bad-header': {
    ...base,
    title: 'Not a name of a header',
    message: ({ name }) => `"${name}" cannot be the name of a header.`,
    why: 'Names of headers have letters, digits and a few signs, but no spaces (RFC 9110, section 5.6.2).',
    advice: () => [say('Correct the name below "target.headers".')],
  },
  'config/unfit-for-header': {
    ...base,
    title: 'Value cannot stand in a header',
    message: ({ key }) =>
      `The value of "${key}" has characters that cannot stand in a header, such as a line break.`,
    why: 'The value is sent in a header of every request. A file with more than the token in it is the usual cause.',
    advice: ({ key }) => [say(`Check what "${key}" refers to: it must be one line, and nothing else.`)],
  },
  'config/literal-secret': {
    ...base,
    severity: 'warning',
    title: 'Secret written into the configuration',
    message: ({ key }) => `"${key}" holds the secret itself.`,
    why: 'A configuration is shared, committed and attached to tickets; a reference can be, a secret must not.',
    advice: ({ key }) => [
      say('Refer to it instead, and replace the secret if the file was shared:'),
      frame(`${key.split('.').at(-1) ?? key}: { env: NAME }`),
    ],
  },
  'config/secret-missing': {
    ...base,
    title: 'Environment variable not set',
    message: ({ key, variable }) =>
      `"${key}" comes from the environment variable ${variable}, which is not set or empty.`,
    why: 'The secret is needed for this run, and the configuration says that it is in the environment.',
    advice: ({ variable }) => [say(`Set ${variable} and run again:`), run(`export ${variable}=...`)],
  },
  'config/secret-unreadable': {
    ...base,
    title: 'File of a secret cannot be read',
    message: ({ key, file, reason }) =>
      `"${key}" comes from the file ${file}, which cannot be read: ${reason}.`,
    why: 'The path is relative to the folder of the configuration.',
    advice: () => [say('Check the path, and that you may read it.')],
  },
  'config/secret-command-failed': {
    ...base,
    title: 'Command for a secret failed',
    message: ({ key, program, reason }) =>
      `"${key}" comes from the command ${program}, which failed: ${reason}.`,
    why: 'The program is run without a shell, so pipes and variables of a shell do not work in its arguments.',
    advice: ({ program }) => [
      say(`Run the command yourself and see what it says; is ${program} installed and signed in?`),
    ],
  },
  'config/secret-empty': {
    ...base,
    title: 'Secret is empty',
    message: ({ key, origin, name }) => `"${key}" comes from the ${origin} ${name}, which gave nothing.`,
    why: 'An empty secret would only be refused by the other side, with a message that misleads.',
    advice: ({ origin }) => [
      say(
        origin === 'file'
          ? 'Write the secret into the file.'
          : 'Run the command yourself: it must print the secret.',
      ),
    ],
  },
  'config/found-command-refused': {
    ...base,
    title: 'Command in a found configuration',
    message: ({ key, program, file }) =>
      `"${key}" would run ${program}, but ${file} was only found here, not named: its commands are not run.`,
    why: 'A folder may come from a stranger. Opening it must run nothing of it.',
    advice: ({ file }) => [say('If you trust the file, name it:'), startWith(file)],
  },
  'config/found-file-outside': {
    ...base,
    title: 'File outside the folder of a found configuration',
    message: ({ key, path, file }) =>
      `"${key}" names ${path}, outside the folder of ${file}, which was only found here, not named: it is not read.`,
    why: 'A folder may come from a stranger, who could have your files sent to a server of theirs. Links are followed for this check.',
    advice: ({ file }) => [say('If you trust the file, name it:'), startWith(file)],
  },
  'config/no-source': {
    ...base,
    title: 'No source configured',
    message: ({ file }) => `${file ?? 'The configuration'} has no "source", so there are no users to read.`,
    why: 'Users come from a JSON fixture or from Microsoft Graph.',
    advice: () => [say('Add a source:'), frame(sourceSnippet)],
  },
  'config/no-target': {
    ...base,
    title: 'No target configured',
    message: ({ file }) =>
      `${file ?? 'The configuration'} has no "target", so there is nothing to provision into.`,
    why: 'Import and scope work without a target; testing the connection, matching and acting do not.',
    advice: () => [
      say('Add a target:'),
      frame(targetSnippet),
      say('Or stop before it is needed:'),
      run('provision-user --until scope'),
    ],
  },
};
