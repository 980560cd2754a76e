import { isJsonObject, type Json } from '../../lib/json.ts';

/**
 * A `DistributionConfig` whose origins are known by what they fetch from: their ids are only names inside the
 * distribution, and the CDK makes its own.
 */
export const distributionForm = (config: Json): Json => {
  if (!isJsonObject(config)) return config;
  const names = new Map<string, string>();
  for (const origin of listOf(config.Origins))
    if (isJsonObject(origin))
      names.set(
        String(origin.Id),
        `${hostOf(origin.DomainName ?? null)}${JSON.stringify(stagePath(origin.OriginPath ?? ''))}`,
      );
  const groups = isJsonObject(config.OriginGroups) ? listOf(config.OriginGroups.Items) : [];
  for (const group of groups)
    if (isJsonObject(group) && isJsonObject(group.Members))
      names.set(
        String(group.Id),
        listOf(group.Members.Items)
          .map((member) => (isJsonObject(member) ? names.get(String(member.OriginId)) : ''))
          .join(' or '),
      );
  return renamed(config, names);
};

const listOf = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? (value as readonly Json[]) : [];

const idKeys: ReadonlySet<string> = new Set(['Id', 'OriginId', 'TargetOriginId']);

const renamed = (value: Json, names: ReadonlyMap<string, string>): Json => {
  if (Array.isArray(value)) return value.map((item: Json) => renamed(item, names));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      idKeys.has(key)
        ? (names.get(String(item)) ?? item)
        : key === 'OriginPath'
          ? stagePath(item)
          : key === 'DomainName'
            ? hostOf(item)
            : renamed(item, names),
    ]),
  );
};

/** A reference to the stage of a REST API gives its name, which the construct's path ends with. */
const stagePath = (path: Json): Json =>
  typeof path === 'string' ? path.replace(/<\w*DeploymentStage\.([^>]+)>/, '$1') : path;

/** A host in another region comes as a whole in SAM; the CDK puts it together from what that stack gives. */
const hostOf = (host: Json): string => {
  const text = JSON.stringify(host);
  return text.includes('<other region>') ? '<other region>' : text;
};
