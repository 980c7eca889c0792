/** A configuration after discovery, profile, flags and environment were put together. Paths are absolute. */
export interface Settings {
  /** the file it came from; undefined for package.json-less runs that have none */
  readonly file: string | undefined;
  readonly profile: string | undefined;
  /** exported synchronizationSchema */
  readonly schema: string | undefined;
  readonly rule: string | undefined;
  readonly objectMapping: string | undefined;
  readonly scope: 'assigned' | 'all';
  readonly skipOutOfScopeDeletions: boolean;
  readonly dryRun: boolean;
  /** seconds */
  readonly timeout: number;
  readonly seed: string | undefined;
  /** ISO 8601 */
  readonly now: string | undefined;
  readonly source: SourceSettings | undefined;
  readonly target: TargetSettings | undefined;
  /** every value with where it came from, secrets never among them */
  readonly provenance: readonly Provenance[];
}

export interface Provenance {
  /** dotted name of the key: `source.path` */
  readonly key: string;
  readonly value: string;
  /** in words: `.provisionrc.yaml:3`, `--dry-run`, `PROVISION_USER_PROFILE`, `default` */
  readonly from: string;
}

export type SourceSettings = FixtureSourceSettings | GraphSourceSettings;

export interface FixtureSourceSettings {
  readonly kind: 'fixture';
  readonly path: string | undefined;
  readonly users: string | undefined;
}

export interface GraphSourceSettings {
  readonly kind: 'graph';
  /** id or verified domain; undefined where the way of signing in knows it */
  readonly tenant: string | undefined;
  /** of the application that signs in, or of the managed identity */
  readonly clientId: string | undefined;
  readonly auth: GraphAuth;
  readonly cloud: GraphCloud;
  /** roots without `/v1.0` and tenant, where they are not the cloud's */
  readonly graphUrl: string | undefined;
  readonly authorityUrl: string | undefined;
  readonly app: GraphApp | undefined;
  /** id of the synchronization job */
  readonly job: string | undefined;
}

type GraphCloud = 'global' | 'usgov' | 'usgov-dod' | 'china';

export type GraphAuth =
  | { readonly kind: 'client-secret'; readonly clientSecret: string }
  /** key and certificate in one PEM text */
  | { readonly kind: 'certificate'; readonly certificate: string }
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'azure-cli' | 'device-code' | 'managed-identity' };

/** How the application whose users are provisioned is found. */
export interface GraphApp {
  readonly by: 'displayName' | 'appId' | 'servicePrincipalId';
  readonly value: string;
}

export type TargetSettings = FixtureTargetSettings | ScimTargetSettings;

export interface FixtureTargetSettings {
  readonly kind: 'fixture';
  readonly path: string;
}

export interface ScimTargetSettings {
  readonly kind: 'scim';
  readonly url: string;
  readonly auth: TargetAuth;
  readonly headers: Readonly<Record<string, string>>;
  /** names of those whose value is a secret: by their name, or since the configuration refers to it */
  readonly secretHeaders: readonly string[];
  /** path of a PEM file */
  readonly ca: string | undefined;
}

export type TargetAuth =
  | { readonly kind: 'none' }
  | { readonly kind: 'bearer'; readonly token: string }
  | { readonly kind: 'basic'; readonly user: string; readonly password: string }
  | {
      readonly kind: 'client-credentials';
      readonly tokenUrl: string;
      readonly clientId: string;
      readonly clientSecret: string;
      readonly scope: string | undefined;
    };
