export { verifyTarget } from './verify-target.js';
export type { VerifyRequest } from './verify-request.js';
