import { describe, expect, test } from '@jest/globals';
import type { Log } from 'sarif';
import { writeAnnotation } from '../../../src/render/github-command.js';
import { loadLintRenderer } from '../../../src/render/lint/index.js';
import type { LintReport } from '../../../src/report/lint-report.js';
import { look } from '../text/look.js';

const finding = (severity: 'error' | 'warning' | 'info', code: string, file: string) => ({
  code,
  severity,
  title: 'Title: a, b',
  message: '50% of it\nis wrong',
  advice: [{ kind: 'text', text: 'Correct it.' }],
  blame: 'configuration' as const,
  at: [
    { file, pointer: '/a', line: 4, column: 7 },
    { file, pointer: '/b', line: 9, column: 1 },
  ],
  service: [],
  basis: 'documented' as const,
});

const report: LintReport = {
  format: { name: 'provision-user/lint', version: '1.0' },
  tool: { version: '0.1.0' },
  files: ['my schema.json'],
  notExamined: [],
  counts: { error: 1, warning: 1, info: 1 },
  findings: [
    finding('info', 'lint/c', 'sub/my schema.json'),
    finding('warning', 'lint/b', 'my schema.json'),
    finding('error', 'lint/a', 'my schema.json'),
  ],
  rules: ['lint/a', 'lint/b', 'lint/c'].map((code) => ({ code, title: 'T', why: 'W', severity: 'error' })),
};

describe('faces of lint', () => {
  // Escapes: "Workflow commands for GitHub Actions" and the runner's toolkit, as gathered in the ecosystem reference 1.4.
  test('an annotation escapes what ends a property or a line', () => {
    expect(writeAnnotation('error', { file: 'a,b:c', line: 1, col: 2 }, 't%', 'x:y,z\r\n100%')).toBe(
      '::error file=a%2Cb%3Ac,line=1,col=2,title=t%25::x:y,z%0D%0A100%25\n',
    );
  });

  test('github has errors first, and notes only when asked for', async () => {
    const render = await loadLintRenderer('github');
    const kinds = (shown: 'errors' | 'warnings' | 'all'): string[] =>
      render(report, look(), shown)
        .trimEnd()
        .split('\n')
        .map((line) => line.split(' ')[0] ?? '');
    expect(kinds('all')).toEqual(['::error', '::warning', '::notice']);
    expect(kinds('warnings')).toEqual(['::error', '::warning']);
    expect(kinds('errors')).toEqual(['::error']);
  });

  // Essential constraints of the SARIF 2.1.0 schema (OASIS): required members, enumerations, minimums, index into rules.
  test('sarif holds what the standard requires, with relative URIs', async () => {
    const log = JSON.parse((await loadLintRenderer('sarif'))(report, look(), 'errors')) as Log;
    expect(log.version).toBe('2.1.0');
    expect(log.runs).toHaveLength(1);
    const run = log.runs[0]!;
    expect(run.tool.driver.name).toBe('provision-user');
    const rules = run.tool.driver.rules!;
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    expect(run.results).toHaveLength(3);
    for (const result of run.results!) {
      expect(rules[result.ruleIndex!]?.id).toBe(result.ruleId);
      expect(['none', 'note', 'warning', 'error']).toContain(result.level);
      expect(result.message.text).not.toBe('');
      const { artifactLocation, region } = result.locations![0]!.physicalLocation!;
      expect(artifactLocation?.uri).toMatch(/^(?:sub\/)?my%20schema\.json$/);
      expect(region).toEqual({ startLine: 4, startColumn: 7 });
      expect(result.relatedLocations).toHaveLength(1);
    }
  });

  test('an absolute path becomes a file URI, a place without line has no region', async () => {
    const at = [{ file: '/srv/a b.json', pointer: '' }];
    const one = { ...report, findings: [{ ...report.findings[0]!, at }] };
    const log = JSON.parse((await loadLintRenderer('sarif'))(one, look(), 'all')) as Log;
    expect(log.runs[0]!.results![0]!.locations![0]!.physicalLocation).toEqual({
      artifactLocation: { uri: 'file:///srv/a%20b.json' },
    });
  });

  test('text ends in the verdict, and counts the notes that it leaves out', async () => {
    const text = (await loadLintRenderer('text'))(report, look(), 'warnings');
    expect(text.trimEnd().split('\n').at(-1)).toBe(
      '1 error, 1 warning in my schema.json; 1 note with --verbose',
    );
  });
});
