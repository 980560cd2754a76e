import type { Graph, Node } from '../../graph/graph.ts';
import { isJsonObject, type Json } from '../../lib/json.ts';

/** Whether a rule as the user writes it is for TCP on the port; undefined when nobody knows before deployment. */
const isForPort = (rule: Json, port: number): boolean | undefined => {
  if (!isJsonObject(rule)) return undefined;
  const { protocol = 'tcp' } = rule;
  if (typeof protocol !== 'string') return undefined;
  if (protocol === '-1' || protocol.toLowerCase() === 'all') return true;
  if (protocol.toLowerCase() !== 'tcp') return false;
  const from = rule.fromPort ?? rule.port;
  if (from === undefined || from === null) return true;
  const to = rule.toPort ?? from;
  if (typeof from !== 'number' || typeof to !== 'number') return undefined;
  return from <= port && port <= to;
};

const peerOf = (rule: Json): Json | undefined =>
  isJsonObject(rule) ? (rule.source ?? rule.destination ?? rule.peer ?? rule.cidr) : undefined;

/** Whether one of the rules lets the port through for one of the groups, or for addresses; undefined: nobody knows. */
const letsThrough = (
  graph: Graph,
  rules: readonly Json[],
  port: number,
  peers: readonly Node[],
): boolean | undefined => {
  let answer: boolean | undefined = false;
  for (const rule of rules) {
    const fits = isForPort(rule, port);
    if (fits === false) continue;
    const peer = peerOf(rule);
    const group = typeof peer === 'string' ? graph.node(peer) : undefined;
    // Ranges of addresses count as those of the other side: where it will have its addresses nobody knows.
    if (group && !peers.some(({ id }) => id === group.id)) continue;
    if (fits === true) return true;
    answer = undefined;
  }
  return answer;
};

/** Whether an arrow between two drawn groups lets the port through. */
const joinedBy = (graph: Graph, from: Node, to: Node, port: number): boolean | undefined => {
  let answer: boolean | undefined = false;
  for (const rule of graph.outgoing(from, { type: 'security-group--security-group' })) {
    if (rule.to !== to.id) continue;
    const protocol = graph.text(rule, 'protocol');
    if (protocol === '-1') return true;
    if (protocol === 'udp' || protocol === 'icmp') continue;
    const first = graph.number(rule, 'fromPort');
    const last = graph.number(rule, 'toPort');
    if (protocol === undefined || first === undefined || last === undefined) answer = undefined;
    else if (first <= port && port <= last) return true;
  }
  return answer;
};

const any = (answers: readonly (boolean | undefined)[]): boolean | undefined =>
  answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;

/** Whether the drawn groups let TCP on the port out; true without groups: the one of the export lets all out. */
export const letsOut = (
  graph: Graph,
  groups: readonly Node[],
  port: number,
  peers: readonly Node[] = [],
): boolean | undefined =>
  groups.length === 0 ||
  any(
    groups.flatMap((group) => {
      const value = graph.value(group, 'egressRules');
      const rules = graph.list(group, 'egressRules') ?? [];
      if (value !== undefined && !Array.isArray(value)) return [undefined];
      if (rules.length === 0 && graph.value(group, 'allowAllOutbound') !== false)
        return [graph.boolean(group, 'allowAllOutbound')];
      return [
        letsThrough(graph, rules, port, peers),
        ...peers.map((peer) => joinedBy(graph, group, peer, port)),
      ];
    }),
  );

/** Whether the drawn groups let members of the other groups in by TCP on the port. */
export const letsIn = (
  graph: Graph,
  groups: readonly Node[],
  port: number,
  peers: readonly Node[],
): boolean | undefined =>
  any(
    groups.flatMap((group) => {
      const value = graph.value(group, 'ingressRules');
      if (value !== undefined && !Array.isArray(value)) return [undefined];
      return [
        letsThrough(graph, graph.list(group, 'ingressRules') ?? [], port, peers),
        ...peers.map((peer) => joinedBy(graph, peer, group, port)),
      ];
    }),
  );
