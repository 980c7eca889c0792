// Start-up as ratios to bare Node in the same run: medians of paired runs. Run with: npm run bench
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const tool = `${root}bin/provision-user.js`;
const user = ['--upn', 'alice@contoso.com', '--dry-run'];
const rounds = 21;

/** What is measured, and the most that it may take in multiples of `node -e 0`. */
const subjects = [
  { name: '--version', args: [tool, '--version'], most: 1.5 },
  { name: 'a fixture run, configuration found', args: [tool, ...user], most: 2.5 },
  {
    name: 'a fixture run, configuration named',
    args: [tool, ...user, '--config', '.provisionrc.yaml'],
    most: 2.5,
  },
];

const ratios = subjects.map(() => []);
for (let round = 0; round < rounds; round++) {
  subjects.forEach(({ args }, index) => ratios[index].push(time(args) / time(['-e', '0'])));
}
subjects.forEach(({ name, most }, index) => {
  const sorted = ratios[index].sort((one, other) => one - other);
  const [least, median, greatest] = [0, rounds >> 1, rounds - 1].map((at) => sorted[at].toFixed(2));
  console.log(`${median} x node  (${least} to ${greatest}, aim ${most})  ${name}`);
});

function time(args) {
  const start = process.hrtime.bigint();
  spawnSync(process.execPath, args, { cwd: `${root}fixtures/contoso`, stdio: 'ignore' });
  return Number(process.hrtime.bigint() - start);
}
