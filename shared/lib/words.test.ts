import { expect, test } from 'vitest';
import { camelCase, kebabCase, kebabFileName, pascalCase } from './words.ts';

test.each([
  ['Order queue', 'OrderQueue', 'orderQueue', 'order-queue'],
  ['orderQueue', 'OrderQueue', 'orderQueue', 'order-queue'],
  ['HTTPApi v2', 'HttpApiV2', 'httpApiV2', 'http-api-v2'],
  ['orders2', 'Orders2', 'orders2', 'orders2'],
  ['  --a__b.c/d ', 'ABCD', 'aBCD', 'a-b-c-d'],
  ['Größe des Café', 'GrosseDesCafe', 'grosseDesCafe', 'grosse-des-cafe'],
  ['注文', '', '', ''],
  ['', '', '', ''],
])('%j in each case', (text, pascal, camel, kebab) => {
  expect([pascalCase(text), camelCase(text), kebabCase(text)]).toEqual([pascal, camel, kebab]);
});

test.each([
  ['Con', 'con-1'],
  ['AUX', 'aux-1'],
  ['Com1', 'com1-1'],
  ['Connect', 'connect'],
  ['Con queue', 'con-queue'],
])('%j may be a file as %s', (text, file) => expect(kebabFileName(text)).toBe(file));
