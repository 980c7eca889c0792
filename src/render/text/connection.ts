import type { Report, Steps } from '../../report/report.js';
import { showAnswer, showExchange, showRequest } from './exchange.js';
import { showDiscovery } from './discovery.js';
import { exchangesOf, type Face, grid, indent, markOf, troubleOf } from './face.js';
import type { Pen } from './pen.js';

/** Step 1. Its line is left out while all is well, as in the portal ("Provision on demand", step 1). */
export function showConnection(step: Steps[0], report: Report, pen: Pen): Face {
  const { method, url, status, verdict, discovery } = step.details;
  const exchanges = exchangesOf(step, report);
  const last = exchanges.findLast(({ ours }) => !ours);
  const trouble = troubleOf(step);
  const request = last === undefined ? [] : [showRequest(last, pen)];
  const answer = last === undefined || step.status === 'notRun' ? [] : showAnswer(last, indent, pen);
  const declared = discovery === undefined ? [] : showDiscovery(discovery, indent, pen);
  const face = trouble ?? { mark: markOf(step), word: 'reached', tails: [...request, step.description] };
  return {
    ...face,
    brief: discovery === undefined ? answer : declared,
    full: () => [
      ...grid(
        [
          ['request', [method, url].filter((part) => part !== null).join(' ')],
          ['status', status === null ? '' : String(status)],
        ].filter(([, value]) => value !== '' && exchanges.length === 0),
        indent,
        pen,
      ),
      ...(verdict === null ? [] : grid([['verdict', verdict]], indent, pen)),
      ...declared,
      ...exchanges.flatMap((exchange) => showExchange(exchange, indent, pen)),
    ],
  };
}
