export type { GraphClient, GraphReply } from './graph-client.js';
export { explainJob } from './application/describe-job.js';
export type { Application, ApplicationName, ChooseApplication } from './application/find-application.js';
export { openApplication, type OpenedApplication } from './application/open-application.js';
export { openGraphDirectory } from './directory/open-graph-directory.js';
