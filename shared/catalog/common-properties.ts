import { choice, integer, list, numeric, type PropertyTable, yesNo } from './property.ts';

const any: PropertyTable = {
  expectedPayloadKb: numeric({
    min: 0,
    unit: 'KB',
    advanced: true,
    help: 'Expected size of one message or request; only the checks read it.',
  }),
  permissions: choice(['generated', 'custom', 'none'], {
    default: 'generated',
    advanced: true,
    help: 'Generated: Isobar writes the IAM statements of this connection. Custom or none: you do.',
  }),
  loopBreaker: yesNo({
    default: false,
    advanced: true,
    help: 'A loop ends here, by a filter or a condition in the code.',
  }),
};

/** Who writes the rule that lets the connection in. */
export const securityRule = choice(['generated', 'manual'], {
  default: 'generated',
  advanced: true,
  help: 'Generated: Isobar adds the ingress rule to the security group of the target.',
});
const consistentRead = yesNo({
  default: false,
  advanced: true,
  help: 'The code asks for strongly consistent reads.',
});
const writeHeavy = yesNo({
  default: false,
  advanced: true,
  help: 'The code writes more than it reads.',
});

const carriesData = yesNo({
  default: false,
  advanced: true,
  help: 'The events are expected to carry the data itself, such as the changed row.',
});

const byMechanism: Readonly<Record<string, PropertyTable>> = {
  'network-access': { securityRule },
  cache: { securityRule, consistentRead, writeHeavy },
  proxy: { securityRule },
  'target-group': { securityRule },
  'file-system-mount': { securityRule },
  'iam-data-access': { consistentRead, writeHeavy },
  'api-integration': {
    authorizationType: choice(['NONE', 'AWS_IAM'], {
      default: 'NONE',
      help: 'Who may call the route when it has no authorizer.',
    }),
    public: yesNo({ default: false, help: 'The route is open on purpose.' }),
    cacheKeyParameters: list({
      advanced: true,
      help: 'Request parameters that make up the cache key.',
    }),
  },
  'data-export': {
    exportAgeDays: integer({
      min: 0,
      max: 35,
      unit: 'days',
      advanced: true,
      help: 'How far back the export reaches.',
    }),
  },
  notification: { carriesData },
  'event-source': { carriesData },
};

/** The properties that every connection of a mechanism has besides its own. */
export const commonConnectionProperties = (mechanism: string): PropertyTable => ({
  ...any,
  ...byMechanism[mechanism],
});
