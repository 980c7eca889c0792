import { Command, Option } from 'commander';
import {
  addConfigOptions,
  addDetailsOption,
  addOutputOptions,
  collect,
  type ConfigOptions,
  type OutputOptions,
  parseCount,
  parseSeconds,
} from './options.js';
import { addEvalOptions, type EvalOptions } from './eval/eval-options.js';
import { addInitOptions, type InitOptions } from './init/init-options.js';
import { addPullOptions, type PullOptions } from './pull/pull-options.js';
import { topicNames } from './topics/topic-names.js';

export interface SelectOptions {
  readonly upn?: string;
  readonly id?: string;
  readonly search?: string;
}

export interface GroupOptions {
  readonly group?: string;
  readonly member?: readonly string[];
  readonly maxRemovals?: number;
}

export interface RunOptions extends ConfigOptions, OutputOptions, SelectOptions, GroupOptions {
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly until: string;
  readonly offline?: boolean;
  readonly as: string;
  readonly investigate: boolean;
  readonly allowInsecureHttp?: boolean;
  readonly assumeAssigned?: boolean;
  readonly expect?: readonly string[];
  readonly report?: readonly string[];
  readonly now?: string;
  readonly seed?: string;
  readonly timeout?: number;
}

export interface VerifyOptions extends ConfigOptions, OutputOptions {
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly offline?: boolean;
  readonly allowInsecureHttp?: boolean;
  readonly timeout?: number;
  readonly now?: string;
  readonly seed?: string;
}

export type SearchOptions = ConfigOptions & OutputOptions;
export type ShowOptions = OutputOptions;
export type ExplainOptions = OutputOptions;

export interface LintOptions extends ConfigOptions, OutputOptions {
  readonly strict?: boolean;
}

/** What the commands do; each is loaded when it is called. */
export interface Actions {
  run(options: RunOptions, command: Command): Promise<void>;
  eval(expression: string | undefined, options: EvalOptions, command: Command): Promise<void>;
  search(text: string, options: SearchOptions, command: Command): Promise<void>;
  show(file: string, options: ShowOptions): Promise<void>;
  lint(options: LintOptions, command: Command): Promise<void>;
  explain(what: string, options: ExplainOptions): Promise<void>;
  verifyTarget(options: VerifyOptions, command: Command): Promise<void>;
  init(options: InitOptions): Promise<void>;
  pull(options: PullOptions, command: Command): Promise<void>;
  help(topic: string | undefined, program: Command): Promise<void>;
}

const runFormats = ['text', 'json'];

/** The command line. Loads nothing but commander, so that help and version are there at once. */
export function createProgram(version: string, actions: Actions): Command {
  const program = new Command('provision-user')
    .description(
      'Microsoft Entra on-demand provisioning on your own machine: the same five steps, shown in full.',
    )
    .usage('--upn <name> [options]\n       provision-user <command> [options]')
    .version(version, '-V, --version')
    .enablePositionalOptions()
    .helpCommand(false)
    .configureHelp({ sortOptions: false, showGlobalOptions: false })
    .showSuggestionAfterError(true)
    .allowExcessArguments(false);
  addRunOptions(program).action((options: RunOptions, command: Command) => actions.run(options, command));
  addCommands(program, actions);
  program.addHelpText('after', examples);
  return program;
}

const examples = `
Examples:
  provision-user --upn alice@contoso.com --dry-run     what would be done, and the exact requests
  provision-user --search alice --details              with everything that each step saw
  provision-user --upn alice@contoso.com --until scope --expect in-scope
  provision-user --group "Sales Austria" --member alice@contoso.com --dry-run

Topics: provision-user help <${topicNames.join('|')}>`;

const lintHelp = `
Needs neither a source nor a target: a configuration with "schema: ./schema.json" will do. Notes, which only explain, are
shown with --verbose; --quiet shows errors alone.`;

const explainHelp = `
Examples:
  provision-user explain scope/out-of-scope       one of our codes, and what the portal calls it
  provision-user explain NotEffectivelyEntitled   a word of the portal, and what we call it
  provision-user explain log.json                 an entry of the provisioning logs, or an answer of provisionOnDemand`;

function addRunOptions(program: Command): Command {
  program
    .optionsGroup('User:')
    .addOption(new Option('--upn <name>', 'by user principal name').conflicts(['id', 'search']))
    .addOption(new Option('--id <id>', 'by object id').conflicts(['search']))
    .option('--search <text>', 'by first name, last name, display name, user principal name or mail')
    .optionsGroup('Group:')
    .addOption(
      new Option('--group <name or id>', 'a group instead of a user').conflicts(['upn', 'id', 'search']),
    )
    .option('--member <upn>', 'a user whose membership to bring up to date; repeatable, up to 5', collect)
    .option('--max-removals <n>', 'send nothing where more members would go (default 5)', parseCount);
  addConfigOptions(program).option(
    '--assume-assigned',
    'count the user as assigned where the source says nothing',
  );
  program
    .optionsGroup('Safety:')
    .option('-n, --dry-run', 'read everything, write nothing, show the requests')
    .option('--no-dry-run', 'write, also where the configuration says dryRun: true')
    .option('-y, --yes', 'consent to disable')
    .option('--offline', 'refuse every network connection')
    .option('--no-investigate', 'send only what the service sends; else reads may follow a write')
    .option('--allow-insecure-http', 'send a credential over http to other machines too');
  addOutputOptions(addDetailsOption(program), runFormats);
  return program
    .optionsGroup('Output:')
    .option('--report <file>', 'also write the report, .json; repeatable', collect)
    .optionsGroup('Run:')
    .addOption(
      new Option('--as <on-demand|cycle>', 'imitate the on-demand run or the regular cycle')
        .choices(['on-demand', 'cycle'])
        .default('on-demand'),
    )
    .addOption(
      new Option('--until <step>', 'stop after this step')
        .choices(['import', 'scope', 'connection', 'match', 'action'])
        .default('action'),
    )
    .option(
      '--expect <what>',
      'exit 1 unless in-scope, create, skip, failure, a diagnostic code ...; repeatable',
      collect,
    )
    .option('--now <ISO time>', 'the present that expressions see')
    .option('--seed <text>', 'the randomness that expressions see')
    .option('--timeout <seconds>', 'for the whole run (default 120)', parseSeconds);
}

function addCommands(program: Command, actions: Actions): void {
  const evaluation = program
    .command('eval [expression]')
    .description('evaluate a mapping expression, with the value of every part')
    .action((expression: string | undefined, options: EvalOptions, command: Command) =>
      actions.eval(expression, options, command),
    );
  addEvalOptions(evaluation);
  const search = program
    .command('search <text>')
    .description('find users as the portal does')
    .action((text: string, options: SearchOptions, command: Command) =>
      actions.search(text, options, command),
    );
  addOutputOptions(addConfigOptions(search), runFormats);
  const lint = program
    .command('lint')
    .description('faults of configuration, schema and fixtures, found without any network')
    .action((options: LintOptions, command: Command) => actions.lint(options, command));
  addOutputOptions(addConfigOptions(lint), ['text', 'json', 'sarif', 'github'])
    .optionsGroup('Output:')
    .option('--strict', 'exit 1 on warnings too')
    .addHelpText('after', lintHelp);
  const explain = program
    .command('explain <what>')
    .description('a diagnostic code, a word of the portal or its logs, or a provisioning log (.json)')
    .action((what: string, options: ExplainOptions) => actions.explain(what, options));
  addOutputOptions(explain, runFormats).addHelpText('after', explainHelp);
  const show = program
    .command('show <report.json>')
    .description('print a saved report again')
    .action((file: string, options: ShowOptions) => actions.show(file, options));
  addOutputOptions(addDetailsOption(show), runFormats);
  addVerifyTarget(program, actions);
  const init = program
    .command('init')
    .description('write a first configuration, from flags')
    .action((options: InitOptions) => actions.init(options));
  addInitOptions(init);
  const pull = program
    .command('pull')
    .description('write schema, configuration and users from Microsoft Graph')
    .action((options: PullOptions, command: Command) => actions.pull(options, command));
  addPullOptions(pull);
  program
    .command('help [topic]')
    .description('about a command, a function of expressions, or one of the topics below')
    .action((topic: string | undefined) => actions.help(topic, program));
}

function addVerifyTarget(program: Command, actions: Actions): void {
  const verify = program
    .command('verify-target')
    .description(
      "would the service's whole cycle get along with this target? Tries it with a throw-away user",
    )
    .action((options: VerifyOptions, command: Command) => actions.verifyTarget(options, command));
  addConfigOptions(verify);
  verify
    .optionsGroup('Safety:')
    .option('-n, --dry-run', 'read from the target, write nothing, show the requests')
    .option('--no-dry-run', 'write, also where the configuration says dryRun: true')
    .option('-y, --yes', 'consent to create, change and delete the throw-away user')
    .option('--offline', 'refuse every network connection')
    .option('--allow-insecure-http', 'send a credential over http to other machines too');
  addOutputOptions(
    verify
      .optionsGroup('Output:')
      .option('--details [which]', 'failed (default), all: every request with its answer, or none'),
    runFormats,
  )
    .optionsGroup('Run:')
    .option('--now <ISO time>', 'the present that expressions see')
    .option('--seed <text>', 'what the name of the throw-away user comes from')
    .option('--timeout <seconds>', 'for the whole run, clean-up aside (default 120)', parseSeconds)
    .addHelpText(
      'after',
      `
The throw-away user is called provision-user-check-<guid>, his values come from the mapping. He is removed at
the end, also after a failure or Ctrl-C. Ends with 0, with 1 where the service would fail, with 4 where the
credentials are refused.`,
    );
}
