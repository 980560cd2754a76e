/** The VPC endpoint service that leads to nodes of a kind, as `vpc-endpoint.service` names it. */
export const endpointServices: Readonly<Record<string, string>> = {
  's3-bucket': 's3',
  'dynamodb-table': 'dynamodb',
  'sqs-queue': 'sqs',
  'sns-topic': 'sns',
  'kinesis-stream': 'kinesis-streams',
  firehose: 'kinesis-firehose',
  'event-bus': 'events',
  schedule: 'scheduler',
  'state-machine': 'states',
  secret: 'secretsmanager',
  lambda: 'lambda',
  'ses-identity': 'email-smtp',
  'cognito-user-pool': 'cognito-idp',
};
