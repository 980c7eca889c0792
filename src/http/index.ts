export { explainAbort } from './aborts.js';
export { createHttpClient, type HttpClientOptions } from './create-client.js';
export type { HttpClient, HttpOutcome, HttpRequest } from './http-client.js';
export type { Limits } from './limits.js';
export { type Attempt, sendWithRetries, type Wait } from './retries.js';
export { readRetryAfter } from './retry-after.js';
export { findCertificateFault } from './trusted-authorities.js';
