import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from '@jest/globals';
import { Workbench } from '../cli/run-tool.js';
import { readTranscript, type Scene, writeTranscript } from './transcript.js';

/**
 * What people type and see, as Markdown: commands, everything printed, and the exit code. UPDATE_TRANSCRIPTS=1 writes what the
 * tool prints now; whoever does so reads the difference.
 */
const folder = new URL('.', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
const isUpdating = process.env.UPDATE_TRANSCRIPTS === '1';

/** What differs from run to run and is not what a transcript is about. */
const withoutTimes = (text: string): string => text.replace(/began \S+Z, took \d+ ms/g, 'began <time>, took <n> ms');

describe.each(names)('%s', (name) => {
  const file = new URL(name, folder);
  const text = readFileSync(file, 'utf8');
  const transcript = readTranscript(text);
  const workbench = new Workbench(/^<!-- fixture: ([\w-]+) -->/.exec(text)?.[1]);
  const played: Scene[] = [];
  afterAll(() => {
    workbench.remove();
    if (isUpdating) writeFileSync(file, writeTranscript(transcript, played));
  });

  test.each(transcript.scenes.map((scene, index) => [scene.command, index] as const))('%s', async (_command, index) => {
    const scene = transcript.scenes[index]!;
    const { args, environment, input } = scene;
    const { stdout, stderr, code } = await workbench.run(args, { environment, input });
    const output = withoutTimes(`${stdout}${stderr === '' ? '' : `--- stderr\n${stderr}`}`).replaceAll(workbench.folder, '<folder>');
    played.push({ ...scene, output, code });
    if (!isUpdating) expect({ output, code }).toEqual({ output: scene.output, code: scene.code });
  });
});
