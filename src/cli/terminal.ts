import { type ColourLevel, decideColour } from './colour.js';

/** The streams and surroundings of the process, asked once. */
export interface Terminal {
  /** the answer; resolves when it is written out */
  print(text: string): Promise<void>;
  /** everything else */
  note(text: string): void;
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly isInteractive: boolean;
  readonly stdout: StreamFacts;
  readonly stderr: StreamFacts;
}

export interface StreamFacts {
  readonly isTerminal: boolean;
  /** columns; 80 where it is no terminal */
  readonly width: number;
  colour(wanted: boolean): ColourLevel;
}

/** Where nobody can see the width, as in a pipe. */
const usualWidth = 80;

export function openTerminal(process: NodeJS.Process): Terminal {
  const environment = process.env;
  const factsOf = (stream: NodeJS.WriteStream): StreamFacts => ({
    isTerminal: stream.isTTY,
    width: stream.isTTY ? stream.columns : usualWidth,
    colour: (wanted) => decideColour(stream.isTTY, environment, wanted),
  });
  return {
    print: (text) => writeOut(process.stdout, text),
    note: (text) => {
      process.stderr.write(text);
    },
    cwd: process.cwd(),
    environment,
    isInteractive: process.stdin.isTTY && process.stderr.isTTY,
    stdout: factsOf(process.stdout),
    stderr: factsOf(process.stderr),
  };
}

/** Waits until everything is written: leaving the process earlier would cut a long answer in a pipe. */
function writeOut(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve) => {
    stream.write(text, () => {
      resolve();
    });
  });
}
