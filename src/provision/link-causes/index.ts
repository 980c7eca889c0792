export { linkCauses, type StepFindings } from './link-causes.js';
