import type { QueryLanguage } from './dynamic.ts';

/*
 * What the Amazon States Language knows, as data: the checks, and the help of the editor, read the same tables.
 * https://states-language.net/spec.html and https://docs.aws.amazon.com/step-functions/latest/dg/workflow-states.html
 */

/** What a field holds. */
export type AslShape =
  | 'text'
  | 'flag'
  | 'whole number'
  | 'number'
  /** `2030-01-02T03:04:05Z` */
  | 'time'
  /** JSONPath such as `$.order.id`. */
  | 'path'
  /** Any JSON, with JSONPath behind keys that end in `.$` or JSONata between `{%` and `%}`. */
  | 'payload'
  /** Such a JSON object. */
  | 'payload object'
  /** Names of variables and what they get. */
  | 'variables'
  | 'list'
  | 'list of texts'
  | 'object'
  /** A list of objects. */
  | 'objects'
  | 'rules'
  | 'states'
  | 'workflow'
  | 'workflows';

/** A field of a definition. */
export interface AslField {
  readonly shape: AslShape;
  /** For people, in a sentence. */
  readonly help: string;
  /** States of the other query language do not have it. */
  readonly only?: QueryLanguage;
  /** What a state of the other query language has instead. */
  readonly instead?: string;
  readonly required?: true;
  readonly values?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly maxLength?: number;
  /** In JSONata it may be an expression. */
  readonly dynamic?: true;
  /** A path may also be `null`, which stands for nothing. */
  readonly nullable?: true;
  /** A path may also be an intrinsic function. */
  readonly calls?: true;
  readonly fields?: AslFields;
  /** A rule of its own says when it is out of its range. */
  readonly rangeElsewhere?: true;
}

export type AslFields = Readonly<Record<string, AslField>>;

const field = (shape: AslShape, help: string, options: Omit<AslField, 'shape' | 'help'> = {}) =>
  ({ shape, help, ...options }) satisfies AslField;

const path = (help: string, instead: string, options: Partial<AslField> = {}): AslField =>
  field('path', help, { only: 'JSONPath', instead, ...options });

const longest = 99_999_999;

const comment = { Comment: field('text', 'A remark for people; AWS ignores it.') };
const kept = {
  InputPath: path(
    'Which part of the input the state works with; null for an empty input.',
    'Arguments',
    {
      nullable: true,
    },
  ),
  OutputPath: path('Which part of the result becomes the output; null for nothing.', 'Output', {
    nullable: true,
  }),
  Output: field('payload', 'What the state hands on; $states.result is its result.', {
    only: 'JSONata',
    instead: 'ResultSelector, ResultPath or OutputPath',
  }),
};
const variables = {
  Assign: field('variables', 'Variables that later states can read, and what they get.'),
};
const onward = {
  Next: field('text', 'The name of the state that comes next.'),
  End: field('flag', 'True when the workflow, or this part of it, ends here.'),
};
const resultPath = path(
  'Where in the input the result is put; null to throw the result away.',
  'Output',
  { nullable: true },
);
const selector = field('payload object', 'What is taken from the result before ResultPath.', {
  only: 'JSONPath',
  instead: 'Output',
});
const parameters = (help: string): AslField =>
  field('payload object', help, { only: 'JSONPath', instead: 'Arguments' });
const givenArguments = (help: string): AslField =>
  field('payload', help, { only: 'JSONata', instead: 'Parameters' });

const errorEquals = field(
  'list of texts',
  'The errors that this entry is for, such as States.Timeout; States.ALL for all.',
  { required: true },
);

/** Entries of Retry. https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html */
export const retryFields: AslFields = {
  ErrorEquals: errorEquals,
  IntervalSeconds: field('whole number', 'Seconds before the first new try; 1 when not set.', {
    min: 1,
    max: longest,
    rangeElsewhere: true,
  }),
  MaxAttempts: field('whole number', 'How often it is tried again; 3 when not set, 0 for never.', {
    min: 0,
    max: longest,
    rangeElsewhere: true,
  }),
  BackoffRate: field('number', 'By what the wait grows with each try; 2 when not set.', {
    min: 1,
    rangeElsewhere: true,
  }),
  MaxDelaySeconds: field('whole number', 'The wait grows no longer than this.', {
    min: 1,
    max: 31_622_400,
    rangeElsewhere: true,
  }),
  JitterStrategy: field(
    'text',
    'FULL spreads new tries at random, so that they do not come at once.',
    {
      values: ['FULL', 'NONE'],
    },
  ),
  ...comment,
};

/** Entries of Catch. */
const catchFields: AslFields = {
  ErrorEquals: errorEquals,
  Next: field('text', 'The state that goes on after such an error.', { required: true }),
  ResultPath: path('Where in the input the error is put.', 'Output', { nullable: true }),
  Output: field('payload', 'What the next state gets; $states.errorOutput is the error.', {
    only: 'JSONata',
    instead: 'ResultPath',
  }),
  ...variables,
  ...comment,
};

const failing = {
  Retry: field('objects', 'After which errors it is tried again, and how often.', {
    fields: retryFields,
  }),
  Catch: field('objects', 'Which state goes on after which errors.', { fields: catchFields }),
};

/** A setting that JSONPath gets from the input by a field of another name. */
const settable = (
  name: string,
  setting: AslField,
  what: string,
): Readonly<Record<string, AslField>> => ({
  [name]: { ...setting, dynamic: true },
  [`${name}Path`]: path(`Where in the input ${what} stands.`, name),
});

const s3Resource = (action: string): AslField =>
  field('text', `The call that does it, such as arn:aws:states:::s3:${action}.`, {
    required: true,
  });

const itemReader: AslFields = {
  Resource: s3Resource('getObject'),
  Parameters: parameters('The bucket, and the key or the prefix.'),
  Arguments: givenArguments('The bucket, and the key or the prefix.'),
  ReaderConfig: field('object', 'How the objects are read.', {
    fields: {
      InputType: field('text', 'What sort of file it is.', {
        values: ['CSV', 'JSON', 'JSONL', 'PARQUET', 'MANIFEST'],
      }),
      Transformation: field('text', 'LOAD_AND_FLATTEN also reads what is in the listed objects.', {
        values: ['NONE', 'LOAD_AND_FLATTEN'],
      }),
      ManifestType: field('text', 'Which sort of list of objects it is.', {
        values: ['ATHENA_DATA', 'S3_INVENTORY'],
      }),
      CSVDelimiter: field('text', 'What stands between the columns.', {
        values: ['COMMA', 'PIPE', 'SEMICOLON', 'SPACE', 'TAB'],
      }),
      CSVHeaderLocation: field('text', 'Where the names of the columns stand.', {
        values: ['FIRST_ROW', 'GIVEN'],
      }),
      CSVHeaders: field('list of texts', 'The names of the columns.'),
      ItemsPointer: field('text', 'Where in a JSON file the list stands, such as /orders.'),
      ...settable(
        'MaxItems',
        field('whole number', 'No more items than this are read.', { min: 1, max: 100_000_000 }),
        'the largest number of items',
      ),
    },
  }),
};

const itemBatcher: AslFields = {
  BatchInput: field('payload', 'What each batch gets besides its items.'),
  ...settable(
    'MaxItemsPerBatch',
    field('whole number', 'No more items than this go into a batch.', { min: 1 }),
    'the size of a batch',
  ),
  ...settable(
    'MaxInputBytesPerBatch',
    field('whole number', 'A batch is no larger than this.', { min: 1, max: 262_144 }),
    'the largest number of bytes',
  ),
};

const resultWriter: AslFields = {
  Resource: field('text', 'The call that writes, such as arn:aws:states:::s3:putObject.'),
  Parameters: parameters('The bucket and the prefix.'),
  Arguments: givenArguments('The bucket and the prefix.'),
  WriterConfig: field('object', 'How the results are written.', {
    fields: {
      Transformation: field('text', 'What is done with the results before.', {
        values: ['NONE', 'COMPACT', 'FLATTEN'],
      }),
      OutputType: field('text', 'How the file is written.', { values: ['JSON', 'JSONL'] }),
    },
  }),
};

/** What the processor of a Map state has besides what a branch has. */
export const processorFields: AslFields = {
  ProcessorConfig: field('object', 'Whether each item has an execution of its own.', {
    fields: {
      Mode: field(
        'text',
        'INLINE: inside the execution. DISTRIBUTED: an execution for each item.',
        {
          values: ['INLINE', 'DISTRIBUTED'],
        },
      ),
      ExecutionType: field('text', 'The type of these executions; a distributed Map must say it.', {
        values: ['STANDARD', 'EXPRESS'],
      }),
    },
  }),
};

/** The parts that every workflow has, also a branch. */
export const scopeFields: AslFields = {
  StartAt: field('text', 'The name of the state that comes first.', { required: true }),
  States: field('states', 'The states by their names.', { required: true }),
  ...comment,
};

/** The fields of a whole definition. */
export const machineFields: AslFields = {
  ...scopeFields,
  QueryLanguage: field('text', 'The language of all states: JSONPath when not set, or JSONata.', {
    values: ['JSONPath', 'JSONata'],
  }),
  TimeoutSeconds: field('whole number', 'An execution that takes longer fails.', {
    min: 1,
    max: longest,
  }),
  Version: field('text', 'The version of the language.', { values: ['1.0'] }),
};

/** What a state of any type has. */
export const commonFields: AslFields = {
  Type: field('text', 'What the state does.', {
    required: true,
    values: ['Task', 'Pass', 'Choice', 'Wait', 'Succeed', 'Fail', 'Parallel', 'Map'],
  }),
  QueryLanguage: field(
    'text',
    'The language of this state alone; JSONata in a JSONPath workflow.',
    {
      values: ['JSONPath', 'JSONata'],
    },
  ),
  ...comment,
};

const waits: AslFields = {
  Seconds: field('whole number', 'How many seconds it waits.', {
    min: 0,
    max: longest,
    dynamic: true,
  }),
  SecondsPath: path('Where in the input the number of seconds stands.', 'Seconds'),
  Timestamp: field('time', 'Until when it waits, such as 2030-01-31T12:00:00Z.', { dynamic: true }),
  TimestampPath: path('Where in the input the time stands.', 'Timestamp'),
};

/** What the states of each type have besides the common fields. */
export const stateFields: Readonly<Record<string, AslFields>> = {
  Task: {
    Resource: field('text', 'What is called, such as arn:aws:states:::lambda:invoke.', {
      required: true,
    }),
    Arguments: givenArguments('What the call is given.'),
    Parameters: parameters('What the call is given.'),
    ResultSelector: selector,
    ResultPath: resultPath,
    Credentials: field('payload', 'A role of another account in which the call is made.'),
    ...settable(
      'TimeoutSeconds',
      field('whole number', 'A task that takes longer fails with States.Timeout.', {
        min: 1,
        max: longest,
      }),
      'the number of seconds',
    ),
    ...settable(
      'HeartbeatSeconds',
      field('whole number', 'A task that is silent for longer fails.', { min: 1, max: longest }),
      'the number of seconds',
    ),
    ...kept,
    ...variables,
    ...failing,
    ...onward,
  },
  Pass: {
    Result: field('payload', 'What becomes the result of the state.', {
      only: 'JSONPath',
      instead: 'Output',
    }),
    Parameters: field('payload object', 'What becomes the input of the state.', {
      only: 'JSONPath',
      instead: 'Output',
    }),
    ResultPath: resultPath,
    ...kept,
    ...variables,
    ...onward,
  },
  Choice: {
    Choices: field('rules', 'The rules; the first that fits says where to go.', {
      required: true,
    }),
    Default: field('text', 'Where to go when no rule fits.'),
    ...kept,
    ...variables,
  },
  Wait: { ...waits, ...kept, ...variables, ...onward },
  Succeed: kept,
  Fail: {
    Error: field('text', 'The name of the error.', { dynamic: true }),
    ErrorPath: path('Where in the input the name of the error stands.', 'Error', { calls: true }),
    Cause: field('text', 'What happened, for people.', { dynamic: true }),
    CausePath: path('Where in the input the cause stands.', 'Cause', { calls: true }),
  },
  Parallel: {
    Branches: field('workflows', 'Little workflows that run side by side.', { required: true }),
    Arguments: givenArguments('What each branch is given.'),
    Parameters: parameters('What each branch is given.'),
    ResultSelector: selector,
    ResultPath: resultPath,
    ...kept,
    ...variables,
    ...failing,
    ...onward,
  },
  Map: {
    ItemProcessor: field('workflow', 'The little workflow that is done with each item.'),
    Iterator: field('workflow', 'The older name of ItemProcessor.'),
    Items: field('payload', 'The list of items, or an expression that gives it.', {
      only: 'JSONata',
      instead: 'ItemsPath',
    }),
    ItemsPath: path('Where in the input the list of items stands.', 'Items'),
    ItemSelector: field('payload', 'What is given to the work on each item.'),
    Parameters: field('payload object', 'The older name of ItemSelector.', {
      only: 'JSONPath',
      instead: 'ItemSelector',
    }),
    ...settable(
      'MaxConcurrency',
      field('whole number', 'How many items at a time; 0 for as many as AWS allows.', {
        min: 0,
        rangeElsewhere: true,
      }),
      'the number of items',
    ),
    ...settable(
      'ToleratedFailurePercentage',
      field('number', 'More failures than this part of the items fail the state.', {
        min: 0,
        max: 100,
        rangeElsewhere: true,
      }),
      'the percentage',
    ),
    ...settable(
      'ToleratedFailureCount',
      field('whole number', 'More failures than this fail the state.', { min: 0 }),
      'the number of failures',
    ),
    Label: field('text', 'A name in the ARN of the Map run.', { maxLength: 40 }),
    ItemReader: field('object', 'Where the items are read from, in S3.', { fields: itemReader }),
    ItemBatcher: field('object', 'How items are put together.', { fields: itemBatcher }),
    ResultWriter: field('object', 'Where the results are written to, in S3.', {
      fields: resultWriter,
    }),
    ResultSelector: selector,
    ResultPath: resultPath,
    ...kept,
    ...variables,
    ...failing,
    ...onward,
  },
};

/** Fields of which a state has no more than one. */
export const apart: Readonly<Record<string, readonly (readonly string[])[]>> = {
  Wait: [['Seconds', 'SecondsPath', 'Timestamp', 'TimestampPath']],
  Fail: [
    ['Error', 'ErrorPath'],
    ['Cause', 'CausePath'],
  ],
  Task: [
    ['TimeoutSeconds', 'TimeoutSecondsPath'],
    ['HeartbeatSeconds', 'HeartbeatSecondsPath'],
  ],
  Map: [
    ['MaxConcurrency', 'MaxConcurrencyPath'],
    ['ItemProcessor', 'Iterator'],
    ['ItemSelector', 'Parameters'],
    ['ToleratedFailurePercentage', 'ToleratedFailurePercentagePath'],
    ['ToleratedFailureCount', 'ToleratedFailureCountPath'],
  ],
};

/** Fields of which a state needs one. */
export const oneOf: Readonly<Record<string, readonly string[]>> = {
  Wait: ['Seconds', 'SecondsPath', 'Timestamp', 'TimestampPath'],
  Map: ['ItemProcessor', 'Iterator'],
};

/**
 * The errors that AWS gives names to; other names must not begin with `States.`.
 * https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html#error-handling-error-representation
 */
export const errorNames = [
  'States.ALL',
  'States.BranchFailed',
  'States.DataLimitExceeded',
  'States.ExceedToleratedFailureThreshold',
  'States.HeartbeatTimeout',
  'States.Http.Socket',
  'States.Http.StatusCode',
  'States.IntrinsicFailure',
  'States.ItemReaderFailed',
  'States.NoChoiceMatched',
  'States.ParameterPathFailure',
  'States.Permissions',
  'States.QueryEvaluationError',
  'States.ResultPathMatchFailure',
  'States.ResultWriterFailed',
  'States.Runtime',
  'States.TaskFailed',
  'States.Timeout',
] as const;

/** https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html */
export const intrinsicFunctions = [
  'States.Array',
  'States.ArrayContains',
  'States.ArrayGetItem',
  'States.ArrayLength',
  'States.ArrayPartition',
  'States.ArrayRange',
  'States.ArrayUnique',
  'States.Base64Decode',
  'States.Base64Encode',
  'States.Format',
  'States.Hash',
  'States.JsonMerge',
  'States.JsonToString',
  'States.MathAdd',
  'States.MathRandom',
  'States.StringSplit',
  'States.StringToJson',
  'States.UUID',
] as const;
