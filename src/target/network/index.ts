export { openNetworkTarget } from './network-target.js';
export { readTenantFlags } from './tenant-url.js';
