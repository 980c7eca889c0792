export { runSteps } from './provision.js';
export {
  type GroupRequest,
  type ProgressEvent,
  type RunRequest,
  type RunWorld,
  type Until,
  untilWords,
} from './run-request.js';
