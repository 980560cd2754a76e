import type { Code } from '../../lib/typescript/syntax.ts';
import type { PolicyStatement } from '../blueprint.ts';
import type { Expression, ExpressionObject } from '../expression.ts';
import type { LinkScope } from '../service.ts';

/** One sort of data source: how it is written, and the resolver that is proposed for it. */
export interface DataSource {
  /** What CloudFormation calls it. */
  readonly type:
    | 'AMAZON_DYNAMODB'
    | 'AWS_LAMBDA'
    | 'AMAZON_OPENSEARCH_SERVICE'
    | 'AMAZON_EVENTBRIDGE'
    | 'HTTP'
    | 'RELATIONAL_DATABASE';
  /** The CDK class. */
  readonly construct: string;
  readonly properties: (link: LinkScope) => ExpressionObject;
  readonly props: (link: LinkScope) => Readonly<Record<string, Code | undefined>>;
  /** The construct grants by itself what the row's statements say. */
  readonly grants: boolean;
  /** Why the target cannot be asked as it is set; undefined when it can. */
  readonly refuses?: (link: LinkScope) => string | undefined;
  /** What its role may do beyond the statements of the row. */
  readonly allows?: (link: LinkScope) => readonly PolicyStatement[];
  /** Where one target has several of them. */
  readonly word?: (link: LinkScope) => string;
  /** What resolvers read from the environment of the API. */
  readonly environment?: (link: LinkScope) => { readonly name: string; readonly value: Expression };
  /** The arguments that make up a key. */
  readonly keys?: (link: LinkScope) => readonly string[] | undefined;
  readonly code: (link: LinkScope) => string;
}
