import { setProperty } from '../../model/edits/index.ts';
import { isSynchronous } from '../delivery.ts';
import { connection, design, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule, type Fix } from '../rule.ts';
import { named } from '../text.ts';

/** The longest a function may run, in seconds. https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const longest = 900;

const task = (timeoutSeconds: number, fn: object, properties: object = {}, machine: object = {}) =>
  design(
    node('state-machine', 'orders', { ...machine }),
    node('lambda', 'charge', { ...fn }),
    connection('state-machine--lambda', 'orders', 'charge', { timeoutSeconds, ...properties }),
  );
const call = (caller: object, callee: object, properties: object = {}) =>
  design(
    node('lambda', 'first', { ...caller }),
    node('lambda', 'second', { ...callee }),
    connection('lambda--lambda--invoke', 'first', 'second', {
      invocationType: 'RequestResponse',
      ...properties,
    }),
  );

export const topologyTimeoutChain = defineRule({
  meta: {
    id: 'topology/timeout-chain',
    severity: 'warning',
    messages: {
      tooShort:
        '{caller} waits {callerTimeout} s, but {callee} may take {calleeTimeout} s; timeouts have to get shorter along the chain.',
    },
    explain:
      'When the caller gives up first, nobody uses the result, and retries pile up on work that is still running. A good chain leaves each caller some time to handle the error of the one below it.',
    docs: {
      title: 'REL05-BP05 Set client timeouts',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/framework/rel05-bp05.html',
    },
  },
  // APIs, distributions and user pools that wait for a function have rules of their own.
  on: connections({ type: ['lambda--lambda--invoke', 'state-machine--lambda'] }),
  check({ connection: link, source: caller, target: callee }, graph, report, { catalog }) {
    if (isSynchronous(graph, catalog, link) !== true) return;
    const isTask = caller.kind === 'state-machine';
    // With a definition of one's own the settings of the arrow are not exported.
    if (isTask && graph.isSet(caller, 'definition')) return;
    // A task that waits for its token waits for somebody else than the function.
    if (isTask && graph.text(link, 'pattern') !== 'request-response') return;
    const [waiter, property] = isTask ? [link, 'timeoutSeconds'] : [caller, 'timeout'];
    const callerTimeout = graph.number(waiter, property);
    const calleeTimeout = graph.number(callee, 'timeout');
    if (callerTimeout === undefined || calleeTimeout === undefined) return;
    if (callerTimeout > calleeTimeout || caller.id === callee.id) return;
    const fixes: Fix[] = [];
    if (callerTimeout > 1)
      fixes.push({
        title: `Set the timeout of ${named(callee)} to ${callerTimeout - 1} s`,
        edit: setProperty(callee.id, 'timeout', callerTimeout - 1),
      });
    if (isTask || calleeTimeout < longest)
      fixes.push({
        title: `Let ${named(caller)} wait ${calleeTimeout + 1} s`,
        edit: setProperty(waiter.id, property, calleeTimeout + 1),
      });
    report({
      message: 'tooShort',
      ...(isTask && { property }),
      data: { caller: named(caller), callerTimeout, callee: named(callee), calleeTimeout },
      fixes,
    });
  },
  examples: {
    good: [
      { title: 'a task that waits longer', design: task(35, { timeout: 30 }) },
      { title: 'a timeout by a parameter', design: task(10, { timeout: { Ref: 'Seconds' } }) },
      {
        title: 'a task that waits for its token',
        design: task(10, { timeout: 60 }, { pattern: 'wait-for-task-token' }),
      },
      {
        title: 'a call that nobody waits for',
        design: call({ timeout: 3 }, { timeout: 60 }, { invocationType: 'Event' }),
      },
    ],
    bad: [
      {
        title: 'a task that gives up first',
        design: task(10, { timeout: 60 }),
        expect: ['tooShort'],
      },
      {
        title: 'two functions with the same timeout',
        design: call({ timeout: 30 }, { timeout: 30 }),
        expect: ['tooShort'],
      },
    ],
  },
});
