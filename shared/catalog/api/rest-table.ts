import { join } from '../expression.ts';
import { jsonType, type Key, keyOf, quoted } from './mapping-template.ts';
import { pathParameters } from './path.ts';
import { serviceCall, type Writer } from './rest-service-call.ts';
import type { Route } from './routes.ts';

/** Where the value of a key comes from: a parameter of the path, or of the query under the key's name. */
const keyValues = ({ link, path, method }: Route): ReadonlyMap<Key, string> => {
  const keys = [keyOf(link.target.read('partitionKey')), keyOf(link.target.read('sortKey'))];
  const free = pathParameters(path).map(({ name }) => name);
  const values = new Map<Key, string>();
  for (const key of keys) {
    if (key === undefined) continue;
    const named = free.includes(key.name) ? key.name : free[0];
    if (named !== undefined) free.splice(free.indexOf(named), 1);
    const made = link.read('action') === 'PutItem' && method !== 'PUT';
    values.set(
      key,
      named === undefined && made
        ? key.type === 'N'
          ? '$context.requestTimeEpoch'
          : '$context.requestId'
        : quoted(`$input.params('${named ?? parameterName(key)}')`),
    );
  }
  return values;
};

/** A name that Velocity takes between its quotes. */
const parameterName = ({ name }: Key): string => name.replace(/[^A-Za-z0-9_.-]/g, '_');

const typed = (key: Key, value: string): string => `{"${key.type}": "${value}"}`;
const attributes = (values: ReadonlyMap<Key, string>): readonly string[] =>
  [...values].map(([key, value]) => `${JSON.stringify(key.name)}: ${typed(key, value)}`);

/** What each action says besides the table's name. */
const tableActions: Readonly<Record<string, (route: Route) => readonly string[]>> = {
  GetItem: (route) => [`"Key": {${attributes(keyValues(route)).join(', ')}}`],
  DeleteItem: (route) => [`"Key": {${attributes(keyValues(route)).join(', ')}}`],
  PutItem: (route) => [
    `"Item": {${[...attributes(keyValues(route)), `"body": {"S": "${quoted('$input.body')}"}`].join(
      ', ',
    )}}`,
  ],
  UpdateItem: (route) => [
    `"Key": {${attributes(keyValues(route)).join(', ')}}`,
    '"UpdateExpression": "SET #body = :body"',
    '"ExpressionAttributeNames": {"#body": "body"}',
    `"ExpressionAttributeValues": {":body": {"S": "${quoted('$input.body')}"}}`,
  ],
  Query: (route) => {
    const [entry] = keyValues(route);
    if (entry === undefined) return [];
    const [key, value] = entry;
    return [
      '"KeyConditionExpression": "#key = :key"',
      `"ExpressionAttributeNames": {"#key": ${JSON.stringify(key.name)}}`,
      `"ExpressionAttributeValues": {":key": ${typed(key, value)}}`,
    ];
  },
};

/** Reads and writes items of a table by their key. */
export const dynamodb: Writer = (route) => {
  const action = String(route.link.read('action'));
  const parts = tableActions[action]?.(route) ?? [];
  return serviceCall(route, 'dynamodb', {
    action,
    parameters: { 'header.Content-Type': jsonType('1.0') },
    template: join(
      '{\n"TableName": "',
      route.link.target.attribute('name'),
      `"${parts.map((item) => `,\n${item}`).join('')}\n}`,
    ),
  });
};
