/** How code reaches a service. */
export interface Client {
  /** The variables that lead to it, such as `TABLE_NAME`; a prefix may tell several targets of one kind apart. */
  readonly variables: readonly string[];
  readonly what: string;
  /** What its client of the AWS SDK is called. */
  readonly sdk?: Sdk;
  /** What to do where there is none. */
  readonly own?: string;
}

interface Sdk {
  /** The package behind `@aws-sdk/client-`, the boto3 client, the Java artifact, the Ruby gem and the Go package. */
  readonly id: string;
  readonly node?: string;
  readonly java?: string;
  readonly ruby?: string;
  /** Behind `AWSSDK.`. */
  readonly dotnet: string;
}

export type Language = 'nodejs' | 'python' | 'java' | 'dotnet' | 'ruby' | 'go';

/** What a comment says of the client, in each language. */
export const clientHints = ({
  what,
  sdk,
  own = '',
}: Client): Readonly<Record<Language, string>> => {
  const say = (name: string | undefined): string => `${what}: ${name ?? own}`;
  return {
    nodejs: say(sdk && `@aws-sdk/client-${sdk.node ?? sdk.id}`),
    python: say(sdk && `boto3.client("${sdk.id}")`),
    java: say(sdk && `software.amazon.awssdk:${sdk.java ?? sdk.id}`),
    dotnet: say(sdk && `AWSSDK.${sdk.dotnet}`),
    ruby: say(sdk && `aws-sdk-${sdk.ruby ?? sdk.id}`),
    go: say(sdk && `github.com/aws/aws-sdk-go-v2/service/${sdk.java ?? sdk.id}`),
  };
};

/** Finds the client behind a variable; the longest name counts, for `DELIVERY_STREAM_NAME` ends like `STREAM_NAME`. */
export const clientFinder = (
  clients: readonly Client[],
): ((variable: string) => Client | undefined) => {
  const byVariable = new Map(
    clients.flatMap((client) => client.variables.map((name) => [name, client] as const)),
  );
  return (variable) => {
    const words = variable.split('_');
    for (const [index] of words.entries()) {
      const client = byVariable.get(words.slice(index).join('_'));
      if (client) return client;
    }
    return undefined;
  };
};
