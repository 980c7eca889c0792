import { writeEntry, type YamlMapping } from './write-yaml.js';

/** What a configuration shall say. Parts are as in the file; paths are relative to it. */
export interface ConfigurationPlan {
  /** who wrote it and how, a line each */
  readonly heading: readonly string[];
  readonly schema: { readonly path: string; readonly about: string } | undefined;
  readonly rule: string | undefined;
  readonly objectMapping: string | undefined;
  readonly scope: 'assigned' | 'all';
  readonly skipOutOfScopeDeletions: boolean;
  readonly source: YamlMapping;
  readonly target: YamlMapping | undefined;
  readonly profiles: Readonly<Record<string, YamlMapping>>;
}

/**
 * Writes a commented configuration. With a real target it says `dryRun: true`: whoever wants to write says so, and not the
 * file that he was handed (design, decisions).
 */
export function writeConfiguration(plan: ConfigurationPlan): string {
  const isReal = plan.target?.kind === 'scim';
  const sections = [
    plan.heading.map(comment),
    schemaSection(plan),
    ruleSection(plan),
    [
      comment(
        'assigned: Sync only assigned users and groups. all: Sync all users and groups. Graph does not tell which.',
      ),
      ...writeEntry('scope', plan.scope),
    ],
    [
      comment('true: leave accounts alone whose user went out of scope.'),
      ...writeEntry('skipOutOfScopeDeletions', plan.skipOutOfScopeDeletions),
    ],
    isReal
      ? [
          comment(
            'Read everything, write nothing. The target below is real: --no-dry-run writes once, false always.',
          ),
          ...writeEntry('dryRun', true),
        ]
      : [comment('true: read everything, write nothing.'), ...writeEntry('dryRun', false)],
    [comment('Where users come from.'), ...writeEntry('source', plan.source)],
    targetSection(plan.target),
    profilesSection(plan.profiles),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

const comment = (text: string): string => (text === '' ? '#' : `# ${text}`);

function schemaSection({ schema, source }: ConfigurationPlan): string[] {
  if (schema !== undefined) return [comment(schema.about), ...writeEntry('schema', schema.path)];
  const without =
    source.kind === 'graph'
      ? 'Left out: the live schema of the provisioning job is used. A file is faster, and can be changed:'
      : 'Left out: the built-in default SCIM schema is used. The one of your application is better:';
  return [comment(without), comment('schema: ./schema.json')];
}

const ruleSection = ({ rule, objectMapping }: ConfigurationPlan): string[] =>
  rule === undefined && objectMapping === undefined
    ? []
    : [
        comment('Which rule, and which of its object mappings.'),
        ...(rule === undefined ? [] : writeEntry('rule', rule)),
        ...(objectMapping === undefined ? [] : writeEntry('objectMapping', objectMapping)),
      ];

function targetSection(target: YamlMapping | undefined): string[] {
  if (target === undefined)
    return [
      comment('Where accounts are provisioned. Without it a run gets as far as the scope.'),
      ...proposal,
    ];
  const about =
    target.kind === 'scim'
      ? 'Where accounts are provisioned: the tenant URL of the provisioning page, with its flags.'
      : 'Where accounts are provisioned: a file, a SCIM ListResponse that is read and written.';
  return [comment(about), ...writeEntry('target', target)];
}

const proposal = [
  'target:',
  '  kind: scim',
  '  url: https://scim.contoso.com/scim/v2',
  '  token: { env: SCIM_TOKEN }',
].map(comment);

function profilesSection(profiles: ConfigurationPlan['profiles']): string[] {
  if (Object.keys(profiles).length === 0) return [];
  return [comment('Variants, chosen with --profile.'), ...writeEntry('profiles', profiles)];
}
