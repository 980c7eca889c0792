import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, jest, test } from '@jest/globals';
import { parse } from 'yaml';
import {
  type LaidTicket,
  layTicket,
  listTickets,
  readTicket,
  writeTicket,
} from '../../fixtures/tickets/play.js';
import type { Report, ReportDiagnostic } from '../../src/report/report.js';
import { runTool } from '../cli/run-tool.js';
import { readTranscript, type Scene, writeTranscript } from '../transcripts/transcript.js';

/**
 * Each ticket is a story that can be run again: its first command must name the cause before anything else, and its healthy
 * twin, the same world with the one thing put right, must have no finding. UPDATE_TRANSCRIPTS=1 writes what the tool prints now.
 */
interface Story {
  /** in which step the trouble shows */
  readonly step: string;
  /** code of the first finding */
  readonly says: string;
  /** where the behaviour of the service or server is taken from */
  readonly source: string;
}

// Each ticket starts the command twice, which takes seconds where the machine is busy.
jest.setTimeout(60_000);

const isUpdating = process.env.UPDATE_TRANSCRIPTS === '1';
const base = mkdtempSync(join(tmpdir(), 'provision-user-tickets-'));
afterAll(() => {
  rmSync(base, { recursive: true, force: true });
});

describe.each([...listTickets()])('%s', (name) => {
  const text = readTicket(name);
  const story = parse(/^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? '') as Story;
  const transcript = readTranscript(text);

  test('names its cause first, and its healthy twin has no finding', async () => {
    const laid = await layTicket(name, join(base, name));
    try {
      const [ticket, healthy] = await playAll(transcript.scenes, laid);
      if (isUpdating) writeTicket(name, writeTranscript(transcript, [ticket!.scene, healthy!.scene]));
      else expect([ticket!.scene, healthy!.scene]).toEqual(transcript.scenes);
      expect(story.source).toMatch(/\S/);
      expect(findingsOf(ticket!)[0]).toMatchObject({ step: story.step, code: story.says });
      // A note in both tells nothing apart: what the ticket is about must be gone.
      expect(findingsOf(healthy!).filter(({ severity }) => severity !== 'info')).toEqual([]);
      expect(findingsOf(healthy!).map(({ code }) => code)).not.toContain(story.says);
      expect(healthy!.scene.code).toBe(0);
    } finally {
      laid.stop();
    }
  });
});

interface Played {
  readonly scene: Scene;
  /** undefined where the run could not begin */
  readonly report: Report | undefined;
}

/** An id that the fixture target made up; those of the world begin with 0000000 or 1000000. */
const newId = /(?<![0-9a-f-])(?![01]0000000-)[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;

const settleIds = (output: string): string =>
  [...new Set(output.match(newId) ?? [])].reduce(
    (text, id) =>
      text
        .replaceAll(id, '20000000-0000-4000-8000-000000000001')
        .replaceAll(new RegExp(`\\b${id.slice(0, 8)}\\b`, 'g'), '20000000'),
    output,
  );

async function playAll(scenes: readonly Scene[], laid: LaidTicket): Promise<Played[]> {
  const played: Played[] = [];
  for (const scene of scenes) {
    const { stdout, stderr, code } = await runTool([...scene.args, '--report', 'report.json'], {
      cwd: laid.folder,
      environment: scene.environment,
      input: scene.input,
    });
    const output = laid
      .settle(`${stdout}${stderr === '' ? '' : `--- stderr\n${stderr}`}`)
      .replaceAll(laid.folder, '<folder>');
    played.push({
      scene: { ...scene, output: settleIds(output), code },
      report: readReport(join(laid.folder, 'report.json')),
    });
    rmSync(join(laid.folder, 'report.json'), { force: true });
  }
  return played;
}

function readReport(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return undefined;
  }
}

interface Finding {
  readonly step: string;
  readonly code: string;
  readonly severity: ReportDiagnostic['severity'];
}

/** What a run had to say, errors first, then warnings, then notes; within these in the order of the steps. */
function findingsOf({ report }: Played): readonly Finding[] {
  if (report === undefined) return [];
  const at =
    (step: string) =>
    ({ code, severity }: ReportDiagnostic): Finding => ({ step, code, severity });
  const all = [
    ...report.diagnostics.map(at('run')),
    ...report.steps.flatMap(({ step, diagnostics }) => diagnostics.map(at(step))),
  ];
  return ['error', 'warning', 'info'].flatMap((severity) => all.filter((one) => one.severity === severity));
}
