import type { LintReport } from '../../report/lint-report.js';
import type { Look } from '../look.js';

/** How much of it is shown: errors alone, errors and warnings, or everything. The machine formats of documents show everything. */
export type Shown = 'errors' | 'warnings' | 'all';

/** Makes one face of what `lint` found. Pure, with a line break at its end; empty where there is nothing to say. */
export type LintRenderer = (report: LintReport, look: Look, shown: Shown) => string;

const renderers = {
  text: async (): Promise<LintRenderer> => (await import('./text.js')).renderLintText,
  json: async (): Promise<LintRenderer> => (await import('./json.js')).renderLintJson,
  sarif: async (): Promise<LintRenderer> => (await import('./sarif.js')).renderSarif,
  github: async (): Promise<LintRenderer> => (await import('./github.js')).renderGithub,
};

export type LintFormat = keyof typeof renderers;

/** Loads the renderer of a format of `lint --output`. */
export function loadLintRenderer(format: LintFormat): Promise<LintRenderer> {
  return renderers[format]();
}
