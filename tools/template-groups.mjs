/** The templates as Home and the list of templates show them: in groups, what a newcomer wants first. */
export const templateGroups = [
  {
    name: 'First steps',
    templates: [
      'serverless-rest-api',
      'serverless-website',
      'thumbnail-creation',
      'cron-job',
      'fan-out-with-dlq',
      'order-workflow',
      'websocket-chat',
      'welcome-email',
    ],
  },
  {
    name: 'Websites and APIs',
    templates: ['edge-site', 'appsync-api', 'webhook-receiver', 'cached-api', 'api-endpoint-types'],
  },
  {
    name: 'Events and workflows',
    templates: [
      'event-driven-orders',
      'saga-workflow',
      'scheduled-report',
      'pipes-enrichment',
      'multi-region-events',
    ],
  },
  {
    name: 'Data and analytics',
    templates: [
      'kinesis-ingest',
      'stream-analytics',
      'log-search',
      'global-table',
      'table-export-import',
      'db-invokes-lambda',
      'rds-event-notifications',
    ],
  },
  {
    name: 'Networks and containers',
    templates: ['rds-proxy', 'private-api-in-vpc', 'fargate-behind-alb', 'fargate-worker'],
  },
  {
    name: 'Security and operations',
    templates: ['row-level-security', 'alb-cognito', 'encrypted-data', 'observability'],
  },
];

/**
 * The templates in the order in which they are shown, each with the name of its group. One that no group names
 * comes last.
 *
 * @param {readonly string[]} ids
 * @returns {{ id: string, group: string }[]}
 */
export const inGroups = (ids) => {
  const placed = templateGroups.flatMap(({ name, templates }) =>
    templates.filter((id) => ids.includes(id)).map((id) => ({ id, group: name })),
  );
  const known = new Set(placed.map(({ id }) => id));
  return [...placed, ...ids.filter((id) => !known.has(id)).map((id) => ({ id, group: 'More' }))];
};
