export { type ConfigurationPlan, writeConfiguration } from './write-configuration.js';
export { listVariables } from './list-variables.js';
