import { isJsonObject, type Json, type JsonObject } from '../../lib/json.ts';
import { services } from '../services/index.ts';
import type { AslState } from './asl.ts';
import { isFunctionOf } from './asl-open.ts';

/** What a task waits for: the answer to a call, the end of a job, a token that somebody sends, or a worker. */
export type TaskWait = 'answer' | 'job' | 'token' | 'worker';

/** What a Task state does, as far as its text says it. */
export interface TaskCall {
  /** The service, such as `sqs` or `lambda`. */
  readonly service: string;
  /** What it does there, such as `sendMessage`. */
  readonly action: string;
  readonly wait: TaskWait;
  /** Texts that name what is called; empty when only the execution knows. */
  readonly names: readonly string[];
}

const tasks = services.flatMap(({ kind, task }) =>
  task ? [{ kind, services: task.services }] : [],
);

/** The services that a state machine calls when it works on a node of the kind. */
export const servicesOf: ReadonlyMap<string, readonly string[]> = new Map(
  tasks.map((task) => [task.kind, Object.keys(task.services)]),
);

/** The arguments that name what a service is to work on: the kinds that it stands for say them. */
const namingArguments = new Map<string, ReadonlySet<string>>();
for (const task of tasks)
  for (const [service, names] of Object.entries(task.services))
    namingArguments.set(service, new Set([...(namingArguments.get(service) ?? []), ...names]));

/**
 * A text with placeholders. What intrinsic functions refer to gets a dot, `${Orders.}` or `${Orders.Arn}`: unlike
 * `${OrdersArn}` of the definition itself it starts with a logical id alone. Undefined when nobody can say.
 */
const textOf = (value: Json | undefined): string | undefined => {
  if (typeof value === 'string') return value;
  if (!isFunctionOf(value)) return undefined;
  const { Ref: ref, 'Fn::GetAtt': attribute, 'Fn::Sub': sub } = value;
  if (typeof ref === 'string') return `\${${ref}.}`;
  if (typeof sub === 'string') return sub.replaceAll(/\$\{([A-Za-z0-9]+)\}/g, '${$1.}');
  const path = Array.isArray(attribute) ? attribute.join('.') : attribute;
  return typeof path === 'string' ? `\${${path}}` : undefined;
};

/** https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html */
const integration =
  /:states:::(?:aws-sdk:)?([A-Za-z0-9-]+):([A-Za-z0-9]+)(\.sync(?::\d)?|\.waitForTaskToken)?$/;
const worker = /:states:[^:]*:[^:]*:activity:/;
const directFunction = /:lambda:[^:]*:[^:]*:function:/;

/** What the task calls; undefined for another state and for a resource that nobody knows before deployment. */
export const taskCallOf = ({ type, body }: AslState): TaskCall | undefined => {
  if (type !== 'Task') return undefined;
  const resource = textOf(body.Resource);
  if (resource === undefined) return undefined;
  if (worker.test(resource)) return { service: 'states', action: '', wait: 'worker', names: [] };
  if (directFunction.test(resource))
    return { service: 'lambda', action: 'invoke', wait: 'answer', names: [resource] };
  const [, service, action = '', suffix] = integration.exec(resource) ?? [];
  // A placeholder alone is a function or an activity.
  if (service === undefined) return undefined;
  return {
    service: service.toLowerCase(),
    action,
    wait: suffix === undefined ? 'answer' : suffix.startsWith('.sync') ? 'job' : 'token',
    names: namesIn(service.toLowerCase(), body.Arguments ?? body.Parameters),
  };
};

/** A placeholder that stands for the whole resource: the function, or the activity, that does the task. */
export const resourcePlaceholderOf = ({ type, body }: AslState): string | undefined => {
  const resource = type === 'Task' ? textOf(body.Resource) : undefined;
  return resource !== undefined && /^\$\{[^}]+\}$/.test(resource) ? resource : undefined;
};

/** The bucket that a Map state reads its items from, and the one it writes its results to. */
export const bucketsOf = ({ type, body }: AslState): readonly TaskCall[] =>
  type === 'Map'
    ? [body.ItemReader, body.ResultWriter].flatMap((part): TaskCall[] =>
        isJsonObject(part)
          ? [
              {
                service: 's3',
                action: '',
                wait: 'answer',
                names: namesIn('s3', part.Arguments ?? part.Parameters),
              },
            ]
          : [],
      )
    : [];

/** What stands between `${` and `}` in the texts. */
export const placeholderNames = (texts: readonly string[]): readonly string[] =>
  texts.flatMap((text) => [...text.matchAll(/\$\{([^}]*)\}/g)].map(([, name = '']) => name));

const namesIn = (service: string, given: Json | undefined): readonly string[] => {
  if (!isJsonObject(given)) return [];
  const more = Array.isArray(given.Entries) ? given.Entries.filter(isJsonObject) : [];
  const entries: readonly JsonObject[] = [given, ...more];
  return entries.flatMap((entry) =>
    [...(namingArguments.get(service) ?? [])].flatMap((key) => textOf(entry[key]) ?? []),
  );
};
