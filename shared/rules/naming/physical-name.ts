/** How a kind names its resource, and what AWS takes as a name. */
export interface PhysicalName {
  /** The property that holds the name. */
  readonly property: string;
  readonly pattern: RegExp;
  readonly longest: number;
  readonly shortest?: number;
  /** Characters that are allowed, for people. */
  readonly characters: string;
  /** What a name that AWS does not take may not contain; each run becomes one hyphen. */
  readonly others: RegExp;
  /** Ends a name that may be longer by it. */
  readonly ending?: '.fifo';
}

const plain = {
  characters: 'letters, digits, hyphens and underscores',
  others: /[^A-Za-z0-9_-]+/g,
};
const dotted = {
  characters: 'letters, digits, hyphens, underscores and dots',
  others: /[^A-Za-z0-9_.-]+/g,
};

/** By kind. The limits are those of the API references: FunctionName, TableName, QueueName and so on. */
export const physicalNames: Readonly<Record<string, PhysicalName>> = {
  lambda: { property: 'functionName', pattern: /^[A-Za-z0-9_-]+$/, longest: 64, ...plain },
  'lambda-edge': { property: 'functionName', pattern: /^[A-Za-z0-9_-]+$/, longest: 64, ...plain },
  'cloudfront-function': { property: 'name', pattern: /^[A-Za-z0-9_-]+$/, longest: 64, ...plain },
  'dynamodb-table': {
    property: 'tableName',
    pattern: /^[A-Za-z0-9_.-]+$/,
    shortest: 3,
    longest: 255,
    ...dotted,
  },
  'sqs-queue': {
    property: 'queueName',
    pattern: /^[A-Za-z0-9_-]+(\.fifo)?$/,
    longest: 80,
    ending: '.fifo',
    ...plain,
  },
  'sns-topic': {
    property: 'topicName',
    pattern: /^[A-Za-z0-9_-]+(\.fifo)?$/,
    longest: 256,
    ending: '.fifo',
    ...plain,
  },
  'state-machine': {
    property: 'stateMachineName',
    pattern: /^[A-Za-z0-9_-]+$/,
    longest: 80,
    ...plain,
  },
  'event-bus': {
    property: 'name',
    pattern: /^[/.\-_A-Za-z0-9]+$/,
    longest: 256,
    characters: 'letters, digits, hyphens, underscores, dots and slashes',
    others: /[^/.\-_A-Za-z0-9]+/g,
  },
  'event-rule': { property: 'name', pattern: /^[.\-_A-Za-z0-9]+$/, longest: 64, ...dotted },
  pipe: { property: 'name', pattern: /^[.\-_A-Za-z0-9]+$/, longest: 64, ...dotted },
  'api-destination': {
    property: 'name',
    pattern: /^[.\-_A-Za-z0-9]+$/,
    longest: 64,
    ...dotted,
  },
  schedule: { property: 'name', pattern: /^[.\-_A-Za-z0-9]+$/, longest: 64, ...dotted },
  'kinesis-stream': { property: 'name', pattern: /^[A-Za-z0-9_.-]+$/, longest: 128, ...dotted },
  firehose: {
    property: 'deliveryStreamName',
    pattern: /^[A-Za-z0-9_.-]+$/,
    longest: 64,
    ...dotted,
  },
  secret: {
    property: 'name',
    pattern: /^[A-Za-z0-9/_+=.@-]+$/,
    longest: 512,
    characters: 'letters, digits and /_+=.@-',
    others: /[^A-Za-z0-9/_+=.@-]+/g,
  },
  'cognito-user-pool': {
    property: 'userPoolName',
    pattern: /^[\w\s+=,.@-]+$/,
    longest: 128,
    characters: 'letters, digits, spaces and _+=,.@-',
    others: /[^\w\s+=,.@-]+/g,
  },
  'log-group': {
    property: 'logGroupName',
    pattern: /^[A-Za-z0-9_./#-]+$/,
    longest: 512,
    characters: 'letters, digits and _-/.#',
    others: /[^A-Za-z0-9_./#-]+/g,
  },
};

/** The name with every run of other characters as a hyphen, no longer than allowed. */
export const sanitise = (name: string, { others, longest, ending }: PhysicalName): string => {
  const hasEnding = ending !== undefined && name.endsWith(ending);
  const tail = hasEnding ? ending : '';
  const stem = name
    .slice(0, name.length - tail.length)
    .replace(others, '-')
    .replace(/-+$/, '');
  return `${stem.slice(0, longest - tail.length)}${tail}`;
};

/** The name with a number that makes it another one; the ending of FIFO names stays last. */
export const numbered = (name: string, number: number, longest: number): string => {
  const tail = name.endsWith('.fifo') ? '.fifo' : '';
  const more = `-${number}${tail}`;
  return `${name.slice(0, name.length - tail.length).slice(0, longest - more.length)}${more}`;
};
