import { isJsonObject, type Json } from '../../lib/json.ts';
import {
  enteredTime,
  fieldName,
  inputFieldText,
  inputText,
  type TaskArguments,
} from '../workflow/dynamic.ts';
import { field, keep } from '../workflow/task-parts.ts';
import type { TaskContext, TaskTarget } from '../workflow/task-target.ts';

const keyNamed = (value: Json | undefined): { name: string; type: string } | undefined =>
  isJsonObject(value) && typeof value.name === 'string'
    ? { name: value.name, type: ['N', 'B'].includes(String(value.type)) ? String(value.type) : 'S' }
    : undefined;

/** The key attributes of a table's item, each from the input field of the same name. */
const itemKey = ({ target }: TaskContext): { [attribute: string]: TaskArguments } =>
  Object.fromEntries(
    [keyNamed(target.read('partitionKey')), keyNamed(target.read('sortKey'))].flatMap((key) =>
      key ? [[key.name, { [key.type]: inputFieldText(fieldName(key.name)) }]] : [],
    ),
  );

/** How a workflow uses a table: one item at a time. */
export const tableTask: TaskTarget = {
  verb: 'Use',
  services: { dynamodb: ['TableName'] },
  call: (context) => {
    const action = String(context.read('action') ?? 'putItem');
    const table = { TableName: context.fill('Name', context.target.attribute('name')) };
    const key = itemKey(context);
    const calls: Readonly<Record<string, TaskArguments>> = {
      getItem: { ...table, Key: key },
      putItem: { ...table, Item: { data: { S: inputText }, ...key } },
      updateItem: {
        ...table,
        Key: key,
        UpdateExpression: 'SET #updatedAt = :now',
        ExpressionAttributeNames: { '#updatedAt': 'updatedAt' },
        ExpressionAttributeValues: { ':now': { S: enteredTime } },
      },
      deleteItem: { ...table, Key: key },
    };
    return {
      resource: `dynamodb:${action}`,
      arguments: calls[action] ?? table,
      output: action === 'getItem' ? field('Item') : keep,
    };
  },
};
