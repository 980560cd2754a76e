/** One Lambda runtime and the dates that AWS has set for it. */
export interface Runtime {
  readonly id: string;
  readonly language: 'nodejs' | 'python' | 'java' | 'dotnet' | 'ruby' | 'provided';
  /** The member of `lambda.Runtime` in the CDK. */
  readonly cdk: string;
  /** The day after which AWS gives no more updates; absent where no date is set. */
  readonly deprecated?: string;
  /** May a Lambda@Edge function use it? */
  readonly edge?: boolean;
  readonly snapStart?: boolean;
  /** A handler in the form that the language wants. */
  readonly handler: string;
}

/** As of 2026-11. https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html */
export const runtimesAsOf = '2026-11';

export const runtimes: readonly Runtime[] = [
  {
    id: 'nodejs24.x',
    language: 'nodejs',
    cdk: 'NODEJS_24_X',
    deprecated: '2028-04-30',
    edge: true,
    handler: 'index.handler',
  },
  {
    id: 'nodejs22.x',
    language: 'nodejs',
    cdk: 'NODEJS_22_X',
    deprecated: '2027-04-30',
    edge: true,
    handler: 'index.handler',
  },
  {
    id: 'python3.14',
    language: 'python',
    cdk: 'PYTHON_3_14',
    deprecated: '2029-06-30',
    edge: true,
    snapStart: true,
    handler: 'app.handler',
  },
  {
    id: 'python3.13',
    language: 'python',
    cdk: 'PYTHON_3_13',
    deprecated: '2029-06-30',
    edge: true,
    snapStart: true,
    handler: 'app.handler',
  },
  {
    id: 'python3.12',
    language: 'python',
    cdk: 'PYTHON_3_12',
    deprecated: '2028-10-31',
    edge: true,
    snapStart: true,
    handler: 'app.handler',
  },
  {
    id: 'python3.11',
    language: 'python',
    cdk: 'PYTHON_3_11',
    deprecated: '2027-06-30',
    handler: 'app.handler',
  },
  {
    id: 'java25',
    language: 'java',
    cdk: 'JAVA_25',
    deprecated: '2029-06-30',
    snapStart: true,
    handler: 'app.Handler::handleRequest',
  },
  {
    id: 'java21',
    language: 'java',
    cdk: 'JAVA_21',
    deprecated: '2029-06-30',
    snapStart: true,
    handler: 'app.Handler::handleRequest',
  },
  {
    id: 'java17',
    language: 'java',
    cdk: 'JAVA_17',
    deprecated: '2027-06-30',
    snapStart: true,
    handler: 'app.Handler::handleRequest',
  },
  {
    id: 'java11',
    language: 'java',
    cdk: 'JAVA_11',
    deprecated: '2027-06-30',
    snapStart: true,
    handler: 'app.Handler::handleRequest',
  },
  {
    id: 'dotnet10',
    language: 'dotnet',
    cdk: 'DOTNET_10',
    deprecated: '2028-11-14',
    snapStart: true,
    handler: 'Handler::Handler.Function::Handle',
  },
  {
    id: 'dotnet8',
    language: 'dotnet',
    cdk: 'DOTNET_8',
    deprecated: '2026-11-10',
    snapStart: true,
    handler: 'Handler::Handler.Function::Handle',
  },
  {
    id: 'ruby3.4',
    language: 'ruby',
    cdk: 'RUBY_3_4',
    deprecated: '2028-03-31',
    handler: 'app.handler',
  },
  {
    id: 'ruby3.3',
    language: 'ruby',
    cdk: 'RUBY_3_3',
    deprecated: '2027-03-31',
    handler: 'app.handler',
  },
  {
    id: 'provided.al2023',
    language: 'provided',
    cdk: 'PROVIDED_AL2023',
    deprecated: '2029-06-30',
    handler: 'bootstrap',
  },
];

export const runtimeOf = (id: unknown): Runtime | undefined =>
  runtimes.find((runtime) => runtime.id === id);
