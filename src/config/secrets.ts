import { resolve } from 'node:path';
import { diagnose } from '../diagnostics/diagnostic.js';
import { decodeText } from '../document/index.js';
import { isSecretHeader } from '../exchanges/secret-names.js';
import { dottedPath, type PathStep, reasonOf } from './document/index.js';
import { type Inspection, placeOf } from './inspection.js';
import { resolvePath } from './paths.js';
import type { SecretOwner } from './request.js';
import type { SecretConfiguration } from './schema.js';

/**
 * Resolves a secret: a reference to an environment variable, a file or a command, or the secret itself, which works
 * and warns. A line end at its end is dropped: editors and commands leave one.
 * @returns an empty text when it is not needed now, or cannot be had, which is reported
 */
export async function resolveSecret(
  inspection: Inspection,
  path: readonly PathStep[],
  secret: SecretConfiguration,
): Promise<string> {
  if (typeof secret === 'string') {
    if (isSecretHere(path)) {
      inspection.report(
        diagnose('config/literal-secret', { key: dottedPath(path) }, [placeOf(inspection, path)]),
      );
    }
    return secret;
  }
  if (!inspection.needsSecrets(path[0] as SecretOwner)) return '';
  if ('env' in secret) return readVariable(inspection, path, secret.env);
  const text =
    'file' in secret
      ? await readSecretFile(inspection, path, secret.file)
      : await runSecretCommand(inspection, path, secret.command);
  const value = text?.replace(/(?:\r?\n)+$/, '');
  if (value !== '') return value ?? '';
  const origin = 'file' in secret ? 'file' : 'command';
  const name = 'file' in secret ? secret.file : (secret.command[0] ?? '');
  const args = { key: dottedPath(path), origin, name } as const;
  inspection.report(diagnose('config/secret-empty', args, [placeOf(inspection, path)]));
  return '';
}

function isSecretHere(path: readonly PathStep[]): boolean {
  return path[1] !== 'headers' || isSecretHeader(String(path[2]));
}

function readVariable(inspection: Inspection, path: readonly PathStep[], variable: string): string {
  const value = inspection.world.environment[variable] ?? '';
  if (value === '') {
    const args = { key: dottedPath(path), variable };
    inspection.report(diagnose('config/secret-missing', args, [placeOf(inspection, path)]));
  }
  return value;
}

async function readSecretFile(
  inspection: Inspection,
  path: readonly PathStep[],
  written: string,
): Promise<string | undefined> {
  const file = await resolvePath(inspection, [...path, 'file'], written);
  if (file === undefined) return undefined;
  const bytes = await inspection.world.readFile(file).catch((error: unknown) => reasonOf(error));
  if (typeof bytes === 'string') {
    const args = { key: dottedPath(path), file: written, reason: bytes };
    inspection.report(diagnose('config/secret-unreadable', args, [placeOf(inspection, path)]));
    return undefined;
  }
  const text = decodeText(bytes, written, 'the secret');
  if (text.diagnostics.some(({ code }) => code === 'document/empty')) return '';
  text.diagnostics.forEach((diagnostic) => {
    inspection.report(diagnostic);
  });
  return text.value;
}

/** A program with a slash in its name is, like every path of the configuration, relative to its folder. */
async function runSecretCommand(
  inspection: Inspection,
  path: readonly PathStep[],
  [written = '', ...programArguments]: readonly string[],
): Promise<string | undefined> {
  const { document, folder, found, world } = inspection;
  const at = [placeOf(inspection, path)];
  const key = dottedPath(path);
  if (found) {
    inspection.report(
      diagnose('config/found-command-refused', { key, program: written, file: document.file }, at),
    );
    return undefined;
  }
  const program = /[/\\]/.test(written) ? resolve(folder, written) : written;
  const result = await world.runCommand(program, programArguments);
  if (result.ok) return result.stdout;
  inspection.report(
    diagnose('config/secret-command-failed', { key, program: written, reason: result.reason }, at),
  );
  return undefined;
}
