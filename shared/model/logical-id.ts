import { shortHash } from '../lib/hash.ts';
import { compareText } from '../lib/order.ts';
import type { Design, Node } from './design.ts';
import type { LogicalId, NodeId } from './ids.ts';

/** CloudFormation allows 255; the rest is for what exporters append. */
const maxLength = 200;

const remembered = new WeakMap<readonly Node[], ReadonlyMap<NodeId, LogicalId>>();

/**
 * The logical id of every node. It follows from the ids of the nodes alone: a new name, place, kind or
 * container does not replace the user's resource. No two are equal, in lower case either, because names
 * of files and of some AWS resources do not tell case apart.
 */
export const logicalIds = (design: Pick<Design, 'nodes'>): ReadonlyMap<NodeId, LogicalId> => {
  const known = remembered.get(design.nodes);
  if (known !== undefined) return known;
  const made = makeLogicalIds(design.nodes.map((node) => node.id));
  remembered.set(design.nodes, made);
  return made;
};

/** What the node's logical id is as long as no other node wants the same. */
export const plainLogicalId = (id: string): LogicalId => plainOf(id).plain as LogicalId;

const makeLogicalIds = (ids: readonly NodeId[]): ReadonlyMap<NodeId, LogicalId> => {
  const sorted = [...new Set(ids)].sort(compareText);
  const given = new Map<NodeId, string>();
  const taken = new Set<string>();
  const late: { readonly id: NodeId; readonly plain: string }[] = [];
  for (const id of sorted) {
    const { plain, whole } = plainOf(id);
    const key = plain.toLowerCase();
    if (!whole || taken.has(key)) {
      late.push({ id, plain });
      continue;
    }
    taken.add(key);
    given.set(id, plain);
  }
  for (const { id, plain } of late) {
    let text = withHash(plain, id);
    for (let round = 2; taken.has(text.toLowerCase()); round += 1)
      text = withHash(plain, `${id} ${round}`);
    taken.add(text.toLowerCase());
    given.set(id, text);
  }
  return new Map(sorted.map((id) => [id, (given.get(id) ?? '') as LogicalId]));
};

const withHash = (plain: string, text: string): string =>
  plain.slice(0, maxLength - 8) + shortHash(text);

/** `order-queue` gives `OrderQueue`; `whole` says that no letter was lost on the way. */
const plainOf = (id: string): { readonly plain: string; readonly whole: boolean } => {
  let plain = '';
  let whole = true;
  for (const word of id.match(/[A-Za-z0-9]+|[^\p{ASCII}]+/gu) ?? []) {
    if (/^[A-Za-z0-9]/.test(word)) plain += word.charAt(0).toUpperCase() + word.slice(1);
    else whole = false;
  }
  if (!/^[A-Za-z]/.test(plain)) plain = `N${plain}`;
  return plain.length > maxLength
    ? { plain: plain.slice(0, maxLength), whole: false }
    : { plain, whole };
};
