import { shortHash } from '../lib/hash.ts';
import { kebabCase } from '../lib/words.ts';
import { type Expression, join, pseudo } from './expression.ts';
import type { NodeScope } from './service.ts';
import { takesWafLogs, wafLogPrefix } from './waf/web-acl.ts';

/** A bucket name has 3 to 63 characters. https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
const maxLength = 63;
/** What samconfig.toml gives the stack of the design's own region at most; other stacks add `-<region>`. */
const stackNameLength = 24;
const accountLength = 12;

/**
 * The name of a bucket that sends notifications or takes the logs of WAF; undefined for others. CloudFormation writes notifications into
 * the bucket itself, so the bucket refers to the function, and the function's role and environment would refer
 * back to the bucket: a circle. A name that is known in advance breaks it, because nothing has to ask the bucket.
 * The stack name must be lower case, which samconfig.toml sees to.
 */
export const bucketNameInAdvance = (scope: NodeScope): Expression | undefined => {
  const { node, graph, region, id } = scope;
  // WAF takes buckets by their names.
  const prefix = takesWafLogs(scope) ? wafLogPrefix : '';
  if (prefix === '' && graph.outgoing(node, { mechanism: 'push-invoke' }).length === 0)
    return undefined;
  const chosen = scope.value('bucketName');
  if (chosen !== undefined) return chosen;
  const suffix = region === graph.settings.region ? 0 : region.length + 1;
  const room = maxLength - prefix.length - stackNameLength - suffix - accountLength - 2;
  const words = kebabCase(id);
  const short =
    words.length <= room
      ? words
      : `${words.slice(0, room - 7)}-${shortHash(id).slice(0, 6).toLowerCase()}`;
  return join(prefix, pseudo('StackName'), `-${short}-`, pseudo('AccountId'));
};
