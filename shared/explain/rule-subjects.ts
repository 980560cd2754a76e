import { connections } from '../catalog/catalog.ts';
import type { ConnectionDefinition } from '../catalog/connection.ts';
import { firstSentence } from '../connecting/words.ts';
import { rules } from '../rules/index.ts';
import { linkMatches } from '../rules/on.ts';
import type { Rule, Severity } from '../rules/rule.ts';
import type { Block } from './page.ts';
import { part } from './page.ts';

/** A rule as other pages mention it. */
export interface RuleMention {
  readonly id: string;
  readonly severity: Severity;
  /** Its first sentence. */
  readonly says: string;
}

/** What a rule is about: kinds and connection types; all of them when it looks at everything. */
export interface RuleSubjects {
  readonly kinds: ReadonlySet<string>;
  readonly connections: ReadonlySet<string>;
}

/** The kinds that each of the rule's bad examples has: without one of them it never speaks. */
const kindsOfExamples = ({ examples }: Rule): ReadonlySet<string> => {
  const [first, ...others] = examples.bad.map(
    ({ design }) => new Set(design.nodes.map(({ kind }) => kind)),
  );
  return new Set([...(first ?? [])].filter((kind) => others.every((kinds) => kinds.has(kind))));
};

/** An arrow so wide that naming its ends says nothing. */
const maxRows = 60;

const subjectsOf = (rule: Rule): RuleSubjects => {
  const { target } = rule.on;
  const none = new Set<string>();
  if (target.what === 'nodes' && target.kinds.length > 0)
    return { kinds: new Set(target.kinds), connections: none };
  if (target.what === 'links' && Object.keys(target.filter).length > 0) {
    const { from = [], to = [] } = target.filter;
    const rows = connections.filter((row) =>
      linkMatches(target.filter, row.id, row.mechanism, row.from, row.to),
    );
    const ends = [from, to].flat();
    const isNarrow = rows.length <= maxRows;
    return {
      kinds: new Set(
        ends.length > 0 || !isNarrow ? ends : rows.flatMap((row) => [row.from, row.to]),
      ),
      connections: new Set(isNarrow ? rows.map(({ id }) => id) : []),
    };
  }
  // It looks at everything; whether it speaks its examples tell.
  return rule.meta.id.startsWith('model/')
    ? { kinds: none, connections: none }
    : { kinds: kindsOfExamples(rule), connections: none };
};

const subjects = new Map<Rule, RuleSubjects>();

/** What a rule is about, from what it is called for and from its own examples. */
export const ruleSubjects = (rule: Rule): RuleSubjects => {
  let known = subjects.get(rule);
  if (!known) {
    known = subjectsOf(rule);
    subjects.set(rule, known);
  }
  return known;
};

const mention = ({ meta }: Rule): RuleMention => ({
  id: meta.id,
  severity: meta.severity,
  says: firstSentence(meta.explain),
});

/** The rules that concern a kind. */
export const rulesOnKind = (kind: string): readonly RuleMention[] =>
  rules.filter((rule) => ruleSubjects(rule).kinds.has(kind)).map(mention);

/** The rules that concern a connection type. */
export const rulesOnConnection = ({ id }: ConnectionDefinition): readonly RuleMention[] =>
  rules.filter((rule) => ruleSubjects(rule).connections.has(id)).map(mention);

/** A part of a page with rules. */
export const ruleList = (
  title: string,
  mentions: readonly RuleMention[],
  level: 2 | 3 = 2,
): readonly Block[] =>
  part(
    title,
    [
      {
        list: mentions.map(({ id, severity, says }) => [
          { text: id, to: { rule: id } },
          ` (${severity}): ${says}`,
        ]),
      },
    ],
    level,
  );
