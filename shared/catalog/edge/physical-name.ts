import { shortHash } from '../../lib/hash.ts';
import { type Code, call, object, template, thisExpression } from '../../lib/typescript/syntax.ts';
import { codeOf } from '../code.ts';
import { type Expression, join, pseudo } from '../expression.ts';

/** What samconfig.toml gives a stack at most: 24 characters and, outside the design's own region, `-<region>`. */
const stackNameLength = 24 + 15;

const shortened = (id: string, room: number): string =>
  id.length <= room ? id : `${id.slice(0, room - 7)}-${shortHash(id).slice(0, 6)}`;

/**
 * A name for a resource that CloudFormation does not name by itself and whose names are unique in the account: the
 * stack's name and the logical id, within AWS's limit. L2 constructs make such names on their own.
 */
export const physicalName = (id: string, maxLength: number): Expression =>
  join(pseudo('StackName'), `-${shortened(id, maxLength - stackNameLength - 1)}`);

/** The same for an L1 construct, whose stack may have a longer name. */
export const physicalNameCode = (id: string, maxLength: number): Code => {
  const short = shortened(id, maxLength - stackNameLength - 1);
  const room = codeOf(maxLength - short.length - 1);
  return template(
    call('cdk.Names.uniqueResourceName', thisExpression, object({ maxLength: room })),
    `-${short}`,
  );
};
