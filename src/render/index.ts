import type { Report } from '../report/report.js';
import type { Look } from './look.js';

export type { AsideWord, DetailWord, Look } from './look.js';

/** Makes one face of a run from its report. Pure: the same report and look give the same text, with a line break at its end. */
type Renderer = (report: Report, look: Look) => string;

const renderers = {
  text: async (): Promise<Renderer> => (await import('./text/index.js')).renderText,
  json: async (): Promise<Renderer> => (await import('./json/index.js')).renderJson,
};

/** The formats of `--output`. */
export type Format = keyof typeof renderers;

export const formats = Object.keys(renderers) as readonly Format[];

/** Loads the renderer of a format; what the other formats need is not loaded. */
export function loadRenderer(format: Format): Promise<Renderer> {
  return renderers[format]();
}
