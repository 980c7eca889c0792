export { runSteps } from './provision.js';
export {
  type AbortReason,
  type ProgressEvent,
  type RunRequest,
  type RunWorld,
  type Until,
  untilWords,
} from './run-request.js';
