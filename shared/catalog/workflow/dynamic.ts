import type { Json } from '../../lib/json.ts';
import { camelCase } from '../../lib/words.ts';

/** The two languages in which a workflow says what comes from its input. */
export type QueryLanguage = 'JSONata' | 'JSONPath';

const tag: unique symbol = Symbol('dynamic');

/** A value that a running workflow works out, in both languages. */
export interface Dynamic {
  readonly [tag]: true;
  readonly jsonata: string;
  readonly jsonPath: string;
}

/** What a task hands to a service: JSON with dynamic values inside objects. */
export type TaskArguments = {
  readonly [key: string]: Json | Dynamic | TaskArguments | readonly TaskArguments[];
};

export const dynamic = (jsonata: string, jsonPath: string): Dynamic => ({
  [tag]: true,
  jsonata,
  jsonPath,
});

/** Everything that the state was given. */
export const input = dynamic('$states.input', '$');
/** What somebody has to send back so that the workflow goes on. */
export const taskToken = dynamic('$states.context.Task.Token', '$$.Task.Token');
export const executionId = dynamic('$states.context.Execution.Id', '$$.Execution.Id');
/** At most 80 characters, unlike the id. */
export const executionName = dynamic('$states.context.Execution.Name', '$$.Execution.Name');
export const enteredTime = dynamic('$states.context.State.EnteredTime', '$$.State.EnteredTime');
export const inputText = dynamic('$string($states.input)', 'States.JsonToString($)');
/** Different for each state of each execution, and the same when the state is tried again. */
export const stepHash = dynamic(
  "$hash($states.context.Execution.Id & $states.context.State.Name, 'SHA-256')",
  "States.Hash(States.Format('{}{}', $$.Execution.Id, $$.State.Name), 'SHA-256')",
);

const reserved: ReadonlySet<string> = new Set([
  'and',
  'or',
  'in',
  'true',
  'false',
  'null',
  'function',
]);

/** The name of an input field: a plain word in both languages, whatever the text of the design is. */
export const fieldName = (text: string): string => {
  if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(text) && !reserved.has(text)) return text;
  const word = camelCase(text);
  return /^[a-z]/.test(word) && !reserved.has(word) ? word : `value${word}`;
};

/** A field of the input. */
export const inputField = (name: string): Dynamic => dynamic(`$states.input.${name}`, `$.${name}`);

/** A field of the input as a text, also when it is a number. */
export const inputFieldText = (name: string): Dynamic =>
  dynamic(`$string($states.input.${name})`, `States.Format('{}', $.${name})`);

/** A field of the input as the only item of a list. */
export const inputFieldList = (name: string): Dynamic =>
  dynamic(`[$states.input.${name}]`, `States.Array($.${name})`);

const isDynamic = (value: unknown): value is Dynamic =>
  typeof value === 'object' && value !== null && tag in value;

/** The arguments in one of the languages: JSONata stands in the value, JSONPath marks the key. */
export const renderArguments = (
  value: TaskArguments,
  language: QueryLanguage,
): { [key: string]: Json } =>
  Object.fromEntries(
    Object.entries(value).map(([key, item]): [string, Json] => {
      if (isDynamic(item))
        return language === 'JSONata'
          ? [key, `{% ${item.jsonata} %}`]
          : [`${key}.$`, item.jsonPath];
      return [key, renderItem(item, language)];
    }),
  );

const renderItem = (
  item: Json | TaskArguments | readonly TaskArguments[],
  language: QueryLanguage,
): Json => {
  if (Array.isArray(item))
    return (item as readonly (Json | TaskArguments)[]).map((inner) => renderItem(inner, language));
  if (typeof item === 'object' && item !== null)
    return renderArguments(item as TaskArguments, language);
  return item;
};
