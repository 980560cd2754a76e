/** What RDS sends event notifications of. https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateEventSubscription.html */
export const databaseSourceTypes = [
  'db-instance',
  'db-cluster',
  'db-parameter-group',
  'db-security-group',
  'db-snapshot',
  'db-cluster-snapshot',
  'db-proxy',
  'custom-engine-version',
] as const;
