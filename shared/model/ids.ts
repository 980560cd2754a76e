declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** The id of a node in one design file; never changes once given. */
export type NodeId = Branded<'NodeId'>;
/** The id of a connection in one design file. */
export type ConnectionId = Branded<'ConnectionId'>;
/** A CloudFormation logical id: letters and digits, at most 255. */
export type LogicalId = Branded<'LogicalId'>;

/**
 * 1 to 128 characters, no white space, no control characters. Written so that it means the same with and
 * without the flag u: the JSON Schema carries it to validators of either sort.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it refuses.
export const identifierPattern = /^[^\s\u0000-\u001f\u007f-\u009f]{1,128}$/;

/** A node id from text: 1 to 128 characters, no white space, no control characters. */
export const asNodeId = (text: string): NodeId | undefined =>
  identifierPattern.test(text) ? (text as NodeId) : undefined;

/** A connection id from text; same alphabet as node ids. */
export const asConnectionId = (text: string): ConnectionId | undefined =>
  identifierPattern.test(text) ? (text as ConnectionId) : undefined;
