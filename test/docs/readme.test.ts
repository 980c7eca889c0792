import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from '@jest/globals';
import { Workbench } from '../cli/run-tool.js';
import { readTranscript } from '../transcripts/transcript.js';

/** What the README shows is what the tool prints: whoever arrives types it first. */
const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const shown = [...readme.matchAll(/```\n(\$ provision-user [^\n]*\n[\s\S]*?)```/g)].map(
  ([, block = '']) => block,
);
const bench = new Workbench();
afterAll(() => {
  bench.remove();
});

test('the README shows runs', () => {
  expect(shown.length).toBeGreaterThan(1);
});

test.each(shown.map((block) => [block.split('\n', 1)[0] ?? '', block] as const))(
  '%s',
  async (_command, block) => {
    const [scene] = readTranscript(`\`\`\`console\n${block}exit 0\n\`\`\`\n`).scenes;
    const { stdout } = await bench.run(scene!.args);
    expect(stdout).toBe(scene!.output);
  },
);
