import { titleOf } from '../connecting/words.ts';
import type { Rule, Severity } from '../rules/rule.ts';
import type { Page, Span, Text } from './page.ts';
import { joined, kindSpan, part } from './page.ts';
import { ruleSubjects } from './rule-subjects.ts';

/** All that is known of one rule. */
export interface RuleFacts {
  readonly id: string;
  readonly severity: Severity;
  readonly explain: string;
  readonly messages: readonly {
    readonly key: string;
    readonly text: string;
    readonly severity: Severity;
  }[];
  /** What it concerns, where that is not everything. */
  readonly kinds: readonly string[];
  readonly connections: readonly string[];
  readonly finds: readonly string[];
  readonly quietOn: readonly string[];
  readonly yieldsTo: readonly string[];
  /** Ids of similar checks of cfn-lint, cdk-nag and checkov. */
  readonly overlaps: readonly string[];
  readonly docs: { readonly title: string; readonly url: string };
}

/** What a rule says of itself. */
export const ruleFacts = (rule: Rule): RuleFacts => {
  const { meta, examples } = rule;
  const subjects = ruleSubjects(rule);
  return {
    id: meta.id,
    severity: meta.severity,
    explain: meta.explain,
    messages: Object.entries(meta.messages).map(([key, template]) =>
      typeof template === 'string'
        ? { key, text: template, severity: meta.severity }
        : { key, text: template.text, severity: template.severity },
    ),
    kinds: [...subjects.kinds],
    connections: [...subjects.connections],
    finds: examples.bad.map(({ title }) => title),
    quietOn: examples.good.map(({ title }) => title),
    yieldsTo: meta.yieldsTo ?? [],
    overlaps: meta.overlaps ?? [],
    docs: meta.docs,
  };
};

const severities: Readonly<Record<Severity, string>> = {
  error: 'Error: AWS refuses it, or it cannot work.',
  warning: 'Warning: it works, but an outage, a cost or a hole is likely.',
  info: 'Advice.',
};

/** How a finding is set aside in a design. */
const suppression = (id: string): string =>
  JSON.stringify({ suppressions: [{ rule: id, at: 'node-id', reason: 'Why it is fine here.' }] })
    .replace(/^\{/, '')
    .replace(/\}$/, '')
    .replaceAll(/([:,])"/g, '$1 "')
    .replaceAll(':[', ': [');

/** The page of a rule. */
export const rulePage = (facts: RuleFacts): Page => {
  const { id, severity, messages, kinds, yieldsTo, overlaps, docs } = facts;
  const connectionSpans = facts.connections.map(
    (type): Span => ({ text: type, to: { connection: type } }),
  );
  return {
    title: id,
    id,
    blocks: [
      { text: [{ strong: severities[severity] }] },
      { text: facts.explain },
      ...part('It says', [
        {
          list: messages.map(
            (message): Text =>
              message.severity === severity ? message.text : `${message.severity}: ${message.text}`,
          ),
        },
      ]),
      ...part('It finds', [{ list: facts.finds }]),
      ...part('It is quiet on', [{ list: facts.quietOn }]),
      ...part('It concerns', [
        {
          list: [
            ...kinds.map((kind): Text => [kindSpan(kind, titleOf(kind))]),
            ...(connectionSpans.length === 0 || connectionSpans.length > 12
              ? []
              : [joined(connectionSpans, ', ')]),
          ],
        },
      ]),
      ...part('It is silent where these speak', [
        {
          list: yieldsTo.map(
            (other): Text => (other.endsWith('*') ? other : [{ text: other, to: { rule: other } }]),
          ),
        },
      ]),
      ...part('Similar checks elsewhere', [{ text: overlaps.join(', ') }]),
      ...part('Set it aside', [
        { text: 'In the design, for one node or connection; without "at" everywhere:' },
        { code: suppression(id), language: 'json' },
      ]),
      ...part('Read on', [{ text: [{ text: docs.title, to: { url: docs.url } }] }]),
    ],
  };
};
