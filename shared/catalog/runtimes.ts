/** One Lambda runtime that Isobar offers; `runtime-dates.ts` says until when. */
export interface Runtime {
  readonly id: string;
  readonly language: 'nodejs' | 'python' | 'java' | 'dotnet' | 'ruby' | 'provided';
  /** The member of `lambda.Runtime` in the CDK. */
  readonly cdk: string;
  /** May a Lambda@Edge function use it? */
  readonly edge?: boolean;
  readonly snapStart?: boolean;
  /** A handler in the form that the language wants. */
  readonly handler: string;
}

/** As of 2026-11. https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html */
export const runtimes: readonly Runtime[] = [
  {
    id: 'nodejs24.x',
    language: 'nodejs',
    cdk: 'NODEJS_24_X',
    edge: true,
    handler: 'index.handler',
  },
  {
    id: 'nodejs22.x',
    language: 'nodejs',
    cdk: 'NODEJS_22_X',
    edge: true,
    handler: 'index.handler',
  },
  {
    id: 'python3.14',
    language: 'python',
    cdk: 'PYTHON_3_14',
    edge: true,
    snapStart: true,
    handler: 'app.handler',
  },
  {
    id: 'python3.13',
    language: 'python',
    cdk: 'PYTHON_3_13',
    edge: true,
    snapStart: true,
    handler: 'app.handler',
  },
  {
    id: 'python3.12',
    language: 'python',
    cdk: 'PYTHON_3_12',
    edge: true,
    snapStart: true,
    handler: 'app.handler',
  },
  {
    id: 'python3.11',
    language: 'python',
    cdk: 'PYTHON_3_11',
    handler: 'app.handler',
  },
  {
    id: 'java25',
    language: 'java',
    cdk: 'JAVA_25',
    snapStart: true,
    handler: 'app.Handler::handleRequest',
  },
  {
    id: 'java21',
    language: 'java',
    cdk: 'JAVA_21',
    snapStart: true,
    handler: 'app.Handler::handleRequest',
  },
  {
    id: 'java17',
    language: 'java',
    cdk: 'JAVA_17',
    snapStart: true,
    handler: 'app.Handler::handleRequest',
  },
  {
    id: 'java11',
    language: 'java',
    cdk: 'JAVA_11',
    snapStart: true,
    handler: 'app.Handler::handleRequest',
  },
  {
    id: 'dotnet10',
    language: 'dotnet',
    cdk: 'DOTNET_10',
    snapStart: true,
    handler: 'Handler::Handler.Function::Handle',
  },
  {
    id: 'dotnet8',
    language: 'dotnet',
    cdk: 'DOTNET_8',
    snapStart: true,
    handler: 'Handler::Handler.Function::Handle',
  },
  {
    id: 'ruby3.4',
    language: 'ruby',
    cdk: 'RUBY_3_4',
    handler: 'app.handler',
  },
  {
    id: 'ruby3.3',
    language: 'ruby',
    cdk: 'RUBY_3_3',
    handler: 'app.handler',
  },
  {
    id: 'provided.al2023',
    language: 'provided',
    cdk: 'PROVIDED_AL2023',
    handler: 'bootstrap',
  },
];

export const runtimeOf = (id: unknown): Runtime | undefined =>
  runtimes.find((runtime) => runtime.id === id);
