export { compileFlow } from './compile-flow.js';
export { compileJob, type JobInput } from './compile-job.js';
export type { AttributeFlow, Job, NeededAttribute, ScopingClause, ScopingFilter } from './job.js';
