// The tests of the command line run what ships, so it is built from the sources as they are.
import { execFileSync } from 'node:child_process';

export default function buildOnce() {
  execFileSync(process.execPath, ['.ci/build.js'], { stdio: 'inherit' });
}
