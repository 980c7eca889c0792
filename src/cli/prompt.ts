import { createInterface } from 'node:readline/promises';
import { stderr, stdin } from 'node:process';

/** Asks a question that only an explicit yes answers with yes. Questions go to stderr: stdout carries the answer of the command. */
export async function askYes(question: string, signal: AbortSignal): Promise<boolean> {
  const lines = createInterface({ input: stdin, output: stderr });
  try {
    const answer = await lines.question(`${question} [y/N] `, { signal });
    return /^y(es)?$/i.test(answer.trim());
  } catch {
    return false;
  } finally {
    lines.close();
  }
}
