import type { Connection, Graph, Node, Subject } from '../graph/graph.ts';
import type { Json } from '../lib/json.ts';
import type { Design } from '../model/design.ts';
import type { Edit } from '../model/edits/edit.ts';
import type { CatalogFacts } from './catalog-facts.ts';
import type { LimitName } from './limits.ts';
import type { On } from './on.ts';

/** error: AWS refuses it or it cannot work. warning: works, but likely an outage, cost or hole. info: advice. */
export type Severity = 'error' | 'warning' | 'info';

/** A change that ends a finding, as one undoable step. */
export interface Fix {
  /** What it does, as a command: "Set the visibility timeout to 180 s". */
  readonly title: string;
  readonly edit: Edit;
}

/** What a finding is about. */
export type Place =
  | { readonly kind: 'node'; readonly id: string }
  | { readonly kind: 'connection'; readonly id: string }
  | { readonly kind: 'design' };

/** What goes into the slots of a message. Numbers are written with a comma for thousands. */
export type Data = Readonly<Record<string, string | number>>;

/** One thing that a rule has found. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** Which of the rule's messages it is. */
  readonly messageKey: string;
  readonly message: string;
  readonly at: Place;
  /** The property to look at. */
  readonly property?: string;
  /** Where in the property's value, such as a state of a workflow; of a JSON or YAML text, where in what it holds. */
  readonly path?: readonly (string | number)[];
  readonly data: Data;
  /** In order of preference. */
  readonly fixes: readonly Fix[];
  /** The user has set it aside, and why. */
  readonly suppressed?: { readonly reason: string };
}

/** A message with `{slots}`; one that is more or less severe than its rule says so. */
export type MessageTemplate = string | { readonly text: string; readonly severity: Severity };
export type Messages = Readonly<Record<string, MessageTemplate>>;

type TextOf<M extends MessageTemplate> = M extends { readonly text: infer T extends string }
  ? T
  : M & string;
type Slots<T extends string> = T extends `${string}{${infer Slot}}${infer Rest}`
  ? Slot | Slots<Rest>
  : never;
type DataOf<T extends string> = string extends T
  ? { readonly data: 'The message has to be one literal, not joined with +.' }
  : [Slots<T>] extends [never]
    ? { readonly data?: undefined }
    : { readonly data: { readonly [S in Slots<T>]: string | number } };
type ReportOf<K, M extends MessageTemplate> = {
  readonly message: K;
  /** Where it is shown; the subject of the check unless said otherwise. */
  readonly at?: Subject | 'design' | undefined;
  readonly property?: string | undefined;
  readonly path?: readonly (string | number)[] | undefined;
  readonly fixes?: readonly Fix[] | undefined;
} & DataOf<TextOf<M>>;

/** Reports a finding; its data has exactly the slots of the message. */
export type Report<M extends Messages> = (
  finding: { readonly [K in keyof M & string]: ReportOf<K, M[K]> }[keyof M & string],
) => void;

/** What stands in the way of an export, as the exporters predict it. */
export interface Prediction {
  /** Resources that refer to one another in a circle, as paths of logical ids. */
  readonly circles: readonly (readonly string[])[];
  /** What cannot be exported, and the node or connection that asks for it. */
  readonly problems: readonly { readonly message: string; readonly at: string }[];
  /** Logical ids that two would have, and the nodes or connections that ask for them. */
  readonly clashes: readonly {
    readonly id: string;
    readonly at: string;
    readonly other: string;
  }[];
  /** How large the templates become, with what SAM makes of them. */
  readonly sizes: readonly TemplateSize[];
  /** Values of nodes that the SAM template of another region takes as parameters. */
  readonly handedOver: readonly {
    readonly at: string;
    readonly parameter: string;
    readonly region: string;
  }[];
}

/** How large the template of a region becomes. */
export interface TemplateSize {
  readonly region: string;
  readonly resources: number;
  readonly parameters: number;
  readonly outputs: number;
  readonly bytes: number;
}

/** What a rule may know besides the design. */
export interface RuleContext {
  /** The day of the check, `YYYY-MM-DD`. */
  readonly today: string;
  readonly exportTarget: 'sam' | 'cdk' | undefined;
  readonly catalog: CatalogFacts;
  /** What would stop an export; empty where nobody predicts it. */
  predicted(): Prediction;
  /** A quota: what the user entered for the account, else AWS's default. */
  limit(name: LimitName): number;
  /** True when the user entered the quota: then going over it is an error, else only a warning. */
  isEntered(name: LimitName): boolean;
}

/** The page that says so: AWS's own, or one of Isobar's. */
export interface DocsPage {
  readonly title: string;
  readonly url: `https://docs.aws.amazon.com/${string}` | `docs/${string}`;
}

export interface RuleMeta<M extends Messages = Messages> {
  /** `<family>/<name>`, the path of its file; never reused, never renamed. */
  readonly id: string;
  readonly severity: Severity;
  readonly messages: M;
  /** For a student, on its own: why AWS works this way and what happens at run time. */
  readonly explain: string;
  readonly docs: DocsPage;
  /** Rules that say the same of the same subject more exactly: this one is silent when they speak. `dax/*` is a family. */
  readonly yieldsTo?: readonly string[];
  /** It yields to errors only: something weaker must not hide that it stands in the way. */
  readonly yieldsToErrors?: true;
  /** Ids of similar checks in cfn-lint, cdk-nag and checkov. */
  readonly overlaps?: readonly string[];
}

/** A design on which the rule is quiet. */
export interface Example {
  readonly title: string;
  readonly design: Design;
  readonly today?: string;
  readonly exportTarget?: 'sam' | 'cdk';
}

/** A design in which the rule finds something: the keys of its messages, in the order of the findings. */
export interface BadExample<Key extends string = string> extends Example {
  readonly expect: readonly Key[];
}

interface RuleDefinition<M extends Messages, S> {
  readonly meta: RuleMeta<M>;
  /** What the check is called for, once each: see `on.ts`. */
  readonly on: On<S>;
  check(subject: S, graph: Graph, report: Report<M>, context: RuleContext): void;
  readonly examples: {
    readonly good: readonly Example[];
    readonly bad: readonly BadExample<keyof M & string>[];
  };
}

/** What any rule reports, its own types forgotten. */
export interface AnyReport {
  readonly message: string;
  readonly at?: Subject | 'design' | undefined;
  readonly property?: string | undefined;
  readonly path?: readonly (string | number)[] | undefined;
  readonly data?: Data | undefined;
  readonly fixes?: readonly Fix[] | undefined;
}

/** A rule as the engine sees it. */
export interface Rule {
  readonly meta: RuleMeta;
  readonly on: On<unknown>;
  check(
    subject: unknown,
    graph: Graph,
    report: (finding: AnyReport) => void,
    context: RuleContext,
  ): void;
  readonly examples: { readonly good: readonly Example[]; readonly bad: readonly BadExample[] };
}

/**
 * Defines a rule. One file each, `<family>/<name>.rule.ts`, and one line in the family's `index.ts`.
 * A rule asks the graph and reports: no clock, no host, no await, no other rule, no memory of its own.
 */
export const defineRule = <const M extends Messages, S>(rule: RuleDefinition<M, S>): Rule =>
  rule as unknown as Rule;

export type { Connection, Graph, Json, Node, Subject };
