import type { StatementTemplate } from '../../connection.ts';
import { type Encryption, encryption } from '../../mechanisms/encryption.mechanism.ts';

const encryptAndDecrypt = [
  'kms:Encrypt',
  'kms:Decrypt',
  'kms:ReEncrypt*',
  'kms:GenerateDataKey*',
  'kms:DescribeKey',
];

/**
 * A key policy names the key itself by `*`. Everybody of the account whom the service lets in may use the key through
 * it, and nobody otherwise. https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
 */
const throughService = (service: string, grants: boolean): StatementTemplate => ({
  side: 'source-policy',
  actions: [...encryptAndDecrypt, ...(grants ? ['kms:CreateGrant'] : [])],
  resources: ['*'],
  principal: '*',
  conditions: {
    StringEquals: {
      'kms:ViaService': `${service}.{region}.amazonaws.com`,
      'kms:CallerAccount': '{account}',
    },
  },
});

/** An AWS service sends to the encrypted target in its own name, and so needs the key itself. */
const sender = (service: string, kinds: readonly string[]): StatementTemplate => ({
  side: 'source-policy',
  actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
  resources: ['*'],
  principal: service,
  conditions: { StringEquals: { 'aws:SourceAccount': '{account}' } },
  reachedBy: kinds,
});

/** The row of a kind that a KMS key encrypts. */
export const encryptedBy = (
  /** The name of the service in `kms:ViaService`. */
  service: string,
  properties: Encryption['properties'],
  {
    grants = false,
    senders = {},
    explain,
    resource,
    statements = [],
  }: {
    /** The service hands the key on by a grant. */
    readonly grants?: boolean;
    /** The kinds whose service sends in its own name, by service principal. */
    readonly senders?: Readonly<Record<string, readonly string[]>>;
    readonly explain?: string;
    readonly resource?: Encryption['resource'];
    /** What is needed besides. */
    readonly statements?: readonly StatementTemplate[];
  } = {},
) =>
  encryption({
    label: 'encrypts',
    delivery: 'config',
    reversible: true,
    statements: [
      throughService(service, grants),
      ...Object.entries(senders).map(([principal, kinds]) => sender(principal, kinds)),
      ...statements,
    ],
    ...(explain === undefined ? {} : { explain }),
    docs: 'Using AWS KMS encryption with AWS services',
    options: { properties, ...(resource === undefined ? {} : { resource }) },
  });
