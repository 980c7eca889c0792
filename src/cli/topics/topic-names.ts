/** Help topics that are not commands. Kept apart from their texts, so that the overview of help need not load them. */
export const topicNames = [
  'exit-codes',
  'environment',
  'formats',
  'expressions',
  'scoping',
  'fidelity',
] as const;
export type TopicName = (typeof topicNames)[number];
