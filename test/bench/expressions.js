// What compiled expressions cost, as ratios in the same run: to JavaScript written by hand for the same mappings, which treats
// null, lists and letters the same way, and to JSONata. Run with: npm run bench, or node test/bench/expressions.js
import { deepStrictEqual } from 'node:assert';
import { build } from 'esbuild';
import jsonata from 'jsonata';
import { Bench } from 'tinybench';
import { mappings, plainLetters } from './mappings.js';
import { users } from './users.js';

const rounds = 5;
const aims = { byHand: 0.5, jsonata: 20 };

const { compile, compileExpression, toValue } = await loadExpressions();
const environment = { now: 0, random: () => 0 };
const valued = users.map((user) =>
  Object.fromEntries(Object.entries(user).map(([name, json]) => [name, toValue(json)])),
);

const measured = mappings.map(() => ({ run: [], library: [], jsonata: [] }));
for (let round = 0; round < rounds; round++) {
  for (const [index, mapping] of mappings.entries()) {
    const { run, library, byHand, jsonata } = await measure(mapping);
    measured[index].run.push(run / byHand);
    measured[index].library.push(library / byHand);
    measured[index].jsonata.push(run / jsonata);
  }
}
console.log(`throughput on ${users.length} users, medians of ${rounds} rounds (least to greatest)`);
mappings.forEach(({ name, expression }, index) => {
  const { run, library, jsonata } = measured[index];
  console.log(`
${name}: ${expression}
  ${tell(run)} x JavaScript by hand, aim ${aims.byHand}
  ${tell(library)} x the same, from JSON by the function of the library
  ${tell(jsonata)} x JSONata, aim ${aims.jsonata}`);
});

/** Mappings evaluated in a second, by each way. */
async function measure({ expression, byHand, jsonata: text }) {
  const compiled = compile(expression).value;
  const ofLibrary = compileExpression(expression);
  const query = jsonata(text);
  query.registerFunction('plainLetters', plainLetters);
  await agree(compiled, ofLibrary, byHand, query);

  const bench = new Bench({ time: 150, warmupTime: 50 });
  const sink = [];
  bench
    .add('byHand', () => {
      for (let at = 0; at < users.length; at++) sink[at] = byHand(users[at]);
    })
    .add('run', () => {
      for (let at = 0; at < valued.length; at++) sink[at] = compiled.evaluate(valued[at], environment);
    })
    .add('library', () => {
      for (let at = 0; at < users.length; at++) sink[at] = ofLibrary.evaluate(users[at]);
    })
    .add('jsonata', async () => {
      for (let at = 0; at < users.length; at++) sink[at] = await query.evaluate(users[at]);
    });
  await bench.run();
  return Object.fromEntries(bench.tasks.map(({ name, result }) => [name, 1 / result.latency.p50]));
}

/** Only what gives the same values for every user can be compared. */
async function agree(compiled, ofLibrary, byHand, query) {
  for (const [at, user] of users.entries()) {
    const expected = byHand(user);
    const { value } = compiled.evaluate(valued[at], environment);
    deepStrictEqual(
      [value, ofLibrary.evaluate(user), (await query.evaluate(user)) ?? null],
      [expected, expected, expected],
    );
  }
}

function tell(ratios) {
  const sorted = ratios.sort((one, other) => one - other).map((ratio) => ratio.toFixed(ratio < 10 ? 2 : 0));
  return `${sorted[sorted.length >> 1]} (${sorted[0]} to ${sorted.at(-1)})`;
}

/** The room as it ships, bundled from its source, so that there is nothing to build first. */
async function loadExpressions() {
  const { outputFiles } = await build({
    stdin: {
      contents: "export * from './src/expression/index.js'; export * from './src/expression/public.js';",
      resolveDir: new URL('../..', import.meta.url).pathname,
    },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
  });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
}
