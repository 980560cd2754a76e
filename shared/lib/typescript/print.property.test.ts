import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printFile } from './print.ts';
import {
  array,
  type Code,
  call,
  create,
  invoke,
  name,
  number,
  object,
  template,
  text,
  thisExpression,
} from './syntax.ts';
import { expectStable } from './testing/biome.ts';
import {
  anyText,
  classes,
  constant,
  keys,
  list,
  numbers,
  statement,
  statements,
} from './testing/codes.ts';

const evaluate = (value: Code): unknown =>
  new Function(`${printFile([{ kind: 'const', name: 'x', value }])}\nreturn x;`)();

describe('whatever is printed', () => {
  test('is left as it is by Biome', { timeout: 60_000 }, () => {
    const arbitrary = fc.oneof(
      { weight: 5, arbitrary: statements },
      { weight: 1, arbitrary: classes },
    );
    // A fixed seed: Biome is asked about all of them at once, so there is nothing to shrink.
    expectStable(fc.sample(arbitrary, { numRuns: 1000, seed: 20_260_101 }).map((one) => [one]));
  });

  test('gives back the same texts', () => {
    fc.assert(
      fc.property(anyText, keys, numbers, (value, key, amount) => {
        const values = evaluate(
          list(
            { key: 'text', value: text(value) },
            { key: 'template', value: template(value, text(value), value) },
            { key: 'nested', value: template(template(value)) },
            { key: 'keyed', value: list({ key, value: text(value), comment: value }) },
            { key: 'numbers', value: array([number(amount)]) },
          ),
        );
        const keyed = Object.fromEntries([[key, value]]);
        expect(values).toEqual({
          text: value,
          template: value + value + value,
          nested: value,
          keyed,
          numbers: [amount],
        });
        expect(Object.keys((values as { keyed: object }).keyed)).toEqual([key]);
      }),
      { numRuns: 1000 },
    );
  });

  test('a comment stays a comment', () => {
    fc.assert(
      fc.property(anyText, (comment) => {
        const printed = printFile([{ kind: 'comment', text: comment }]);
        expect(
          printed
            .split(/[\n\r\u2028\u2029]/)
            .filter((part) => part !== '' && !part.startsWith('//')),
        ).toEqual([]);
      }),
    );
    const orders = [
      '@ts-nocheck',
      '/ <reference path="x" />',
      '# sourceMappingURL=x',
      'biome-ignore format: no',
    ];
    expect(printFile(orders.map((order) => ({ kind: 'comment', text: order })))).toBe(
      orders.map((order) => `// > ${order}\n`).join(''),
    );
  });
});

test('20,000 lines take some tens of milliseconds', () => {
  const one = create(
    'lambda.Function',
    thisExpression,
    text('Handler'),
    object({
      ...Object.fromEntries(
        Array.from({ length: 16 }, (_, index) => [
          `property${index}`,
          call('cdk.Duration.seconds', number(index)),
        ]),
      ),
      environment: object({
        TABLE: name('table.tableName'),
        NAME: template('orders-', name('stage')),
      }),
    }),
  );
  const file = Array.from({ length: 1000 }, (_, index) => [
    constant(one, `handler${index}`),
    statement(invoke(name('table'), 'grantReadWriteData', name(`handler${index}`))),
  ]).flat();
  const times = Array.from({ length: 6 }, () => {
    const start = performance.now();
    printFile(file);
    return performance.now() - start;
  });
  // Some 20 ms on an idle machine; the limit leaves room for a busy one and still finds what is quadratic.
  expect(Math.min(...times)).toBeLessThan(150);
});
