/**
 * Faulty configurations and what must be said: code, line:column, and words of the message or the advice.
 * Source of every case: design.md, "Configuration" (strict, nearest key named, data and never code), unless it says another.
 * Positions were counted by hand in the text of the case.
 */
export interface FaultCase {
  readonly name: string;
  readonly file?: string;
  readonly profile?: string;
  readonly text: string;
  /** `code line:column` */
  readonly faults: readonly string[];
  readonly says?: readonly string[];
}

export const faultCases: readonly FaultCase[] = [
  {
    name: 'an unknown key names the nearest one',
    text: 'scope: all\nshcema: ./schema.json\n',
    faults: ['config/unknown-key 2:1'],
    says: ['"shcema"', 'Did you mean "schema"?'],
  },
  {
    name: 'an unknown key of a part names the keys of its kind alone',
    text: 'target:\n  kind: fixture\n  pth: ./target.json\n  path: ./t.json\n',
    faults: ['config/unknown-key 3:3'],
    says: ['Did you mean "path"?', 'Possible keys: kind, path.'],
  },
  {
    name: 'JSON with comments gets the same answer at its own place',
    file: 'c.json',
    text: '{\n  // a comment\n  "scope": "all",\n  "drYrun": true,\n}\n',
    faults: ['config/unknown-key 4:3'],
    says: ['Did you mean "dryRun"?'],
  },
  {
    name: '$import is an unknown key like any other',
    text: '$import: ./evil.js\n',
    faults: ['config/unknown-key 1:1'],
  },
  {
    name: '__proto__ is an unknown key like any other',
    file: 'c.json',
    text: '{ "__proto__": { "scope": "all" } }',
    faults: ['config/unknown-key 1:3'],
  },
  {
    name: 'a value outside the fixed set names the nearest one',
    text: 'scope: asigned\n',
    faults: ['config/bad-value 1:8'],
    says: ['Did you mean "assigned"?'],
  },
  {
    name: 'an unknown kind names the nearest one',
    text: 'source:\n  kind: grap\n',
    faults: ['config/bad-value 2:9'],
    says: ['Did you mean "graph"?'],
  },
  {
    name: 'a part without kind says which there are',
    text: 'target:\n  url: https://scim.contoso.com\n',
    faults: ['config/missing-key 1:1'],
    says: ['"target.kind"', '"scim", "fixture"'],
  },
  {
    name: 'a missing key is named with its part',
    text: 'target: { kind: fixture }\n',
    faults: ['config/missing-key 1:1'],
    says: ['"target.path" is missing'],
  },
  {
    name: 'text in place of a number is not converted',
    text: 'timeout: "120"\n',
    faults: ['config/wrong-type 1:10'],
    says: ['"timeout" must be a number, but is text'],
  },
  {
    name: 'a number in place of text says to quote it',
    text: 'seed: 42\n',
    faults: ['config/wrong-type 1:7'],
    says: ['Put the value in quotes.'],
  },
  {
    name: 'a part left empty is no mapping',
    text: 'source:\nscope: all\n',
    faults: ['config/wrong-type 1:8'],
    says: ['"source" must be a mapping of keys to values, but is nothing'],
  },
  {
    name: 'an empty path is no path',
    text: 'schema: ""\n',
    faults: ['config/wrong-type 1:9'],
    says: ['empty text'],
  },
  {
    name: 'a configuration that is a list is refused as a whole',
    text: '- scope: all\n',
    faults: ['config/wrong-type 1:1'],
    says: ['The configuration must be a mapping of keys to values, but is a list'],
  },
  {
    name: 'a limit of nothing is no limit',
    text: 'timeout: 0\n',
    faults: ['config/bad-timeout 1:10'],
  },
  {
    name: 'a limit that timers cannot count is refused (Node.js documentation, setTimeout)',
    text: 'timeout: 2147484\n',
    faults: ['config/bad-timeout 1:10'],
  },
  {
    name: 'an endless limit is refused',
    text: 'timeout: .inf\n',
    faults: ['config/bad-timeout 1:10'],
  },
  {
    name: 'a time without zone is refused',
    text: 'now: 2026-01-31T08:00:00\n',
    faults: ['config/bad-time 1:6'],
  },
  {
    name: 'a day that the calendar does not have is refused',
    text: 'now: 2026-02-30\n',
    faults: ['config/bad-time 1:6'],
  },
  {
    name: 'token and auth exclude each other',
    text: 'target:\n  kind: scim\n  url: https://a.example\n  token: { env: T }\n  auth: { kind: none }\n',
    faults: ['config/conflicting-keys 4:3'],
    says: ['"target.token"', '"target.auth"'],
  },
  {
    name: 'a SCIM target says how to sign in, if only that there is no way',
    text: 'target:\n  kind: scim\n  url: https://a.example\n',
    faults: ['config/missing-key 1:1'],
    says: ['"target.token"', 'kind: none'],
  },
  {
    name: 'a secret has one origin',
    text: 'target:\n  kind: scim\n  url: https://a.example\n  token: { env: T, file: t }\n',
    faults: ['config/conflicting-keys 4:12'],
  },
  {
    name: 'a mistyped origin of a secret names the nearest one',
    text: 'target:\n  kind: scim\n  url: https://a.example\n  token: { evn: T }\n',
    faults: ['config/unknown-key 4:12'],
    says: ['Did you mean "env"?'],
  },
  {
    name: 'a secret is no number',
    text: 'target:\n  kind: scim\n  url: https://a.example\n  token: 12345\n',
    faults: ['config/wrong-type 4:10'],
  },
  {
    name: 'a command is a list',
    text: 'target:\n  kind: scim\n  url: https://a.example\n  token: { command: az account }\n',
    faults: ['config/wrong-type 4:21'],
    says: ['a list of a program and its arguments'],
  },
  {
    name: 'a URL without scheme is completed in the advice',
    text: 'target:\n  kind: scim\n  url: scim.contoso.com/v2\n  token: { env: T }\n',
    faults: ['config/bad-url 3:8'],
    says: ['Did you mean "https://scim.contoso.com/v2"?'],
  },
  {
    name: 'a URL with a space at its end is refused',
    text: 'target:\n  kind: scim\n  url: "https://a.example/scim "\n  token: { env: T }\n',
    faults: ['config/bad-url 3:8'],
  },
  {
    name: 'a URL with credentials in it is refused',
    text: 'target:\n  kind: scim\n  url: https://me:pw@a.example\n  auth: { kind: none }\n',
    faults: ['config/bad-url 3:8'],
  },
  {
    name: 'a bearer token does not go to plain http',
    text: 'target:\n  kind: scim\n  url: http://a.example\n  token: { env: T }\n',
    faults: ['config/insecure-http 3:8'],
    says: ['a.example'],
  },
  {
    name: 'a client secret does not go to plain http',
    text: 'target:\n  kind: scim\n  url: https://a.example\n  auth:\n    kind: client-credentials\n    tokenUrl: http://a.example/token\n    clientId: me\n    clientSecret: { env: T }\n',
    faults: ['config/insecure-http 6:15'],
  },
  {
    name: 'a name with a space is no header',
    text: 'target:\n  kind: scim\n  url: https://a.example\n  token: { env: T }\n  headers:\n    x tenant: "1"\n',
    faults: ['config/bad-header 6:15'],
  },
  // Graph reference, section 2: "{tenant} = tenant id or a verified domain; not common/organizations/consumers".
  {
    name: 'a word for many tenants is no tenant',
    text: 'source:\n  kind: graph\n  auth: azure-cli\n  tenant: Common\n',
    faults: ['config/bad-tenant 4:11'],
    says: ['"Common", a word that stands for many tenants'],
  },
  {
    name: 'a tenant is an id or a domain, never a URL',
    text: 'source:\n  kind: graph\n  auth: azure-cli\n  tenant: https://contoso.com/x\n',
    faults: ['config/bad-tenant 4:11'],
    says: ['neither the id of a tenant nor a domain'],
  },
  {
    name: 'a Graph source says what its way of signing in needs',
    text: 'source:\n  kind: graph\n  auth: client-secret\n  tenant: contoso.com\n  clientId: me\n',
    faults: ['config/missing-key 1:1'],
    says: ['"source.clientSecret" is missing; auth: client-secret needs it'],
  },
  {
    name: 'an application is named in one way',
    text: 'source:\n  kind: graph\n  auth: azure-cli\n  app: { displayName: A, appId: b }\n',
    faults: ['config/conflicting-keys 4:26'],
  },
  {
    name: 'a fixture needs a file',
    text: 'source: { kind: fixture }\n',
    faults: ['config/missing-key 1:1'],
    says: ['"source.path"'],
  },
  {
    name: 'several faults are all told',
    text: 'scop: all\ntimeout: soon\ntarget: { kind: ldap }\n',
    faults: ['config/unknown-key 1:1', 'config/wrong-type 2:10', 'config/bad-value 3:17'],
  },
  {
    name: 'an unknown profile names the nearest one and all there are',
    profile: 'prd',
    text: 'profiles:\n  prod: { dryRun: true }\n  test: { dryRun: true }\n',
    faults: ['config/unknown-profile 2:3'],
    says: ['"prod", "test"', 'Did you mean "prod"?'],
  },
  {
    name: 'a profile where there are none',
    profile: 'prod',
    text: 'scope: all\n',
    faults: ['config/unknown-profile -'],
    says: ['has no profiles'],
  },
  {
    name: 'a mistyped key of a profile that was not chosen is told too',
    text: 'profiles:\n  prod:\n    dryrun: true\n',
    faults: ['config/unknown-key 3:5'],
    says: ['Did you mean "dryRun"?'],
  },
  {
    name: 'a profile has no profiles of its own',
    text: 'profiles:\n  prod:\n    profiles: {}\n',
    faults: ['config/unknown-key 3:5'],
  },
  {
    name: 'a fault of the base is told once, however many profiles inherit it',
    text: 'scop: all\nprofiles:\n  a: { dryRun: true }\n  b: { dryRun: true }\n',
    faults: ['config/unknown-key 1:1'],
  },
  {
    name: 'a profile that is no mapping',
    text: 'profiles:\n  prod: yes please\n',
    faults: ['config/wrong-type 2:9'],
  },
  {
    name: 'profiles that are a list',
    text: 'profiles:\n  - prod\n',
    faults: ['config/wrong-type 2:3'],
  },
  {
    name: 'a key twice in YAML',
    text: 'scope: all\nscope: assigned\n',
    faults: ['config/duplicate-key 2:1'],
  },
  {
    name: 'a key twice in JSON',
    file: 'c.json',
    text: '{\n  "scope": "all",\n  "scope": "assigned"\n}',
    faults: ['config/duplicate-key 3:3'],
  },
  {
    name: 'a tab as indentation of YAML (YAML 1.2, section 6.1)',
    text: 'source:\n\tkind: fixture\n',
    faults: ['document/syntax 2:1'],
    says: ['tabs', 'line 2'],
  },
  {
    name: 'a syntax error of YAML',
    text: 'scope: all\nrule: "open\n',
    faults: ['document/syntax 3:1'],
    says: ['quote'],
  },
  {
    name: 'a syntax error of JSON',
    file: 'c.json',
    text: '{\n  "scope": "all"\n  "rule": "x"\n}',
    faults: ['document/syntax 3:3'],
    says: ['comma expected'],
  },
  {
    name: 'two documents in one file of YAML',
    text: 'scope: all\n---\nscope: assigned\n',
    faults: ['document/syntax 2:1'],
  },
  {
    name: 'a tag of YAML, which may stand for code elsewhere',
    text: 'rule: !!js/function "x"\n',
    faults: ['document/syntax 1:7'],
  },
  {
    name: 'an alias of YAML without anchor',
    text: 'rule: *x\n',
    faults: ['document/syntax 1:7'],
  },
  {
    name: 'nothing but a comment',
    text: '# later\n',
    faults: ['document/empty -'],
  },
  {
    name: 'nothing at all',
    text: '',
    faults: ['document/empty -'],
  },
  {
    name: 'a package.json without the key',
    file: 'package.json',
    text: '{ "name": "x" }',
    faults: ['config/no-provision-key -'],
  },
  {
    name: 'a fault below the key of a package.json',
    file: 'package.json',
    text: '{\n  "name": "x",\n  "provision": {\n    "scop": "all"\n  }\n}',
    faults: ['config/unknown-key 4:5'],
  },
];
