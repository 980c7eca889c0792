import { type Command, Option } from 'commander';
import { addOutputOptions, type OutputOptions } from '../options.js';

export interface InitOptions extends OutputOptions {
  readonly fromSchema?: string;
  readonly rule?: string;
  readonly scope: 'assigned' | 'all';
  readonly source?: 'graph' | 'fixture';
  readonly tenant?: string;
  readonly clientId?: string;
  readonly auth?: InitAuth;
  readonly cloud?: string;
  readonly app?: string;
  readonly users?: string;
  readonly targetUrl?: string;
  readonly targetFile?: string;
  readonly out: string;
  readonly force?: boolean;
}

export const initAuths = [
  'client-secret',
  'certificate',
  'azure-cli',
  'device-code',
  'managed-identity',
  'token',
] as const;

export type InitAuth = (typeof initAuths)[number];

/** Options of `init`. */
export function addInitOptions(command: Command): Command {
  command
    .optionsGroup('Schema:')
    .option('--from-schema <file>', 'an exported synchronizationSchema; - is standard input')
    .option('--rule <name>', 'which of its rules')
    .addOption(
      new Option('--scope <assigned|all>', 'the scope setting of the provisioning page')
        .choices(['assigned', 'all'])
        .default('assigned'),
    );
  command
    .optionsGroup('Source:')
    .addOption(
      new Option(
        '--source <kind>',
        'graph, or fixture: a file (default: graph, with --users fixture)',
      ).choices(['graph', 'fixture']),
    )
    .option('--tenant <id or domain>', 'of Microsoft Entra ID')
    .option('--client-id <id>', 'of the application that signs in')
    .addOption(
      new Option(
        '--auth <way>',
        'how to sign in (default: azure-cli, with --client-id client-secret)',
      ).choices(initAuths),
    )
    .addOption(
      new Option('--cloud <name>', 'default: global').choices(['global', 'usgov', 'usgov-dod', 'china']),
    )
    .option('--app <name or id>', 'the enterprise application: its name or Application ID')
    .option('--users <file>', 'a source fixture; see help formats');
  command
    .optionsGroup('Target:')
    .addOption(
      new Option(
        '--target-url <url>',
        'the tenant URL of a SCIM service; its token is read from SCIM_TOKEN',
      ).conflicts('targetFile'),
    )
    .option('--target-file <file>', 'a target fixture');
  addFilesOptions(command);
  return addOutputOptions(command, ['text', 'json']);
}

/** Where a command writes its files. */
export function addFilesOptions(command: Command): Command {
  return command
    .optionsGroup('Files:')
    .option('--out <folder>', 'where the files go, made where it is missing', '.')
    .option('--force', 'replace files that exist');
}
