export { abortReasonOf } from './abort-reason.js';
export { describeExchange } from './describe-exchange.js';
export { listExchanges } from './list-exchanges.js';
export { runSteps } from './provision.js';
export {
  type GroupRequest,
  type ProgressEvent,
  type RunRequest,
  type RunWorld,
  type Tenant,
  type Until,
  untilWords,
} from './run-request.js';
