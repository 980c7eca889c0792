import * as z from 'zod/mini';

/** setTimeout fires at once beyond this many seconds (Node.js documentation, "setTimeout"). */
export const longestTimeout = 2_147_483;

const text = z.string().check(z.minLength(1));

const secret = z.union([
  text,
  z.strictObject({ env: text }),
  z.strictObject({ file: text }),
  z.strictObject({ command: z.array(text).check(z.minLength(1)) }),
]);

const fixtureSource = z.strictObject({
  kind: z.literal('fixture'),
  path: z.optional(text),
  users: z.optional(text),
});

const graphSource = z.strictObject({
  kind: z.literal('graph'),
  tenant: z.optional(text),
  clientId: z.optional(text),
  auth: z.enum(['client-secret', 'certificate', 'azure-cli', 'device-code', 'managed-identity', 'token']),
  clientSecret: z.optional(secret),
  certificate: z.optional(secret),
  token: z.optional(secret),
  cloud: z.optional(z.enum(['global', 'usgov', 'usgov-dod', 'china'])),
  graphUrl: z.optional(text),
  authorityUrl: z.optional(text),
  app: z.optional(
    z.strictObject({
      displayName: z.optional(text),
      appId: z.optional(text),
      servicePrincipalId: z.optional(text),
    }),
  ),
  job: z.optional(text),
});

const bearer = z.strictObject({ kind: z.literal('bearer'), token: secret });

const basic = z.strictObject({ kind: z.literal('basic'), user: text, password: secret });

const clientCredentials = z.strictObject({
  kind: z.literal('client-credentials'),
  tokenUrl: text,
  clientId: text,
  clientSecret: secret,
  scope: z.optional(text),
});

const noAuth = z.strictObject({ kind: z.literal('none') });

const targetAuth = z.discriminatedUnion('kind', [bearer, basic, clientCredentials, noAuth]);

const scimTarget = z.strictObject({
  kind: z.literal('scim'),
  url: text,
  token: z.optional(secret),
  auth: z.optional(targetAuth),
  headers: z.optional(z.record(z.string(), secret)),
  tls: z.optional(z.strictObject({ ca: z.optional(text) })),
});

const fixtureTarget = z.strictObject({ kind: z.literal('fixture'), path: text });

/** A configuration after a profile was merged over its base. */
export const configurationSchema = z.strictObject({
  $schema: z.optional(z.string()),
  schema: z.optional(text),
  rule: z.optional(text),
  objectMapping: z.optional(text),
  scope: z.optional(z.enum(['assigned', 'all'])),
  skipOutOfScopeDeletions: z.optional(z.boolean()),
  dryRun: z.optional(z.boolean()),
  timeout: z.optional(z.number().check(z.positive(), z.lte(longestTimeout))),
  seed: z.optional(z.string()),
  now: z.optional(text),
  source: z.optional(z.discriminatedUnion('kind', [fixtureSource, graphSource])),
  target: z.optional(z.discriminatedUnion('kind', [scimTarget, fixtureTarget])),
});

export type Configuration = z.infer<typeof configurationSchema>;
export type SourceConfiguration = NonNullable<Configuration['source']>;
export type TargetConfiguration = NonNullable<Configuration['target']>;
export type SecretConfiguration = z.infer<typeof secret>;

const profileTarget = z.extend(z.partial(scimTarget), {
  auth: z.optional(z.union([z.partial(bearer), z.partial(basic), z.partial(clientCredentials), noAuth])),
});

const profile = z.extend(z.omit(configurationSchema, { $schema: true }), {
  source: z.optional(z.union([z.partial(fixtureSource), z.partial(graphSource)])),
  target: z.optional(z.union([profileTarget, z.partial(fixtureTarget)])),
});

/**
 * The file as it is written, for editors: the base with its profiles. In a profile any part may be left out, since the
 * base has it; what must be there is checked after merging.
 */
export const fileSchema = z.extend(configurationSchema, {
  profiles: z.optional(z.record(z.string(), profile)),
});
