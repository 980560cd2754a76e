import { isJsonObject, type Json } from '../../lib/json.ts';
import { compareText } from '../../lib/order.ts';
import { withNotifications } from './notifications.ts';
import type { Template, TemplateResource } from './template.ts';

/** A template whose references can be compared with those of the other export. */
export interface Side {
  readonly name: 'sam' | 'cdk';
  readonly resources: { readonly [id: string]: TemplateResource };
  /** Our name of a resource: the logical id in SAM, the construct path in the CDK. */
  nameOf(id: string): string;
  /** Parameters that stand for values of other regions. */
  readonly foreign: ReadonlySet<string>;
  /** Texts that mean a resource's attribute though they do not refer to it. */
  readonly aliases: ReadonlyMap<string, string>;
}

/** Helpers that the CDK adds for its own work and that no design draws. */
const isCdkHelper = (path: string, resource: TemplateResource): boolean =>
  resource.Type === 'AWS::CDK::Metadata' ||
  /(^|\/)(Custom::|BucketNotificationsHandler|LogRetention|AWS679f53fac002430cb0da5b7982bd2287|ExportsWriter|ExportsReader)/.test(
    path,
  ) ||
  /^Custom::CrossRegionExport/.test(resource.Type);

/** One side made of the expanded SAM template. */
export const samSide = (
  resources: { readonly [id: string]: TemplateResource },
  foreign: ReadonlySet<string>,
  region: string,
): Side => ({
  name: 'sam',
  resources,
  nameOf: (id) => id,
  foreign,
  aliases: new Map([
    ...bucketAliases(resources),
    ...stageAliases(resources, (id) => id),
    ...logGroupAliases(resources, (id) => id, region),
    ...databaseAliases(resources, (id) => id, region),
    ...regionAlias(region),
  ]),
});

/** One side made of the CDK's template. */
export const cdkSide = (template: Template, region: string): Side => {
  const names = new Map<string, string>();
  const resources: { [id: string]: TemplateResource } = {};
  for (const [id, resource] of Object.entries(template.Resources ?? {})) {
    const path = String(resource.Metadata?.['aws:cdk:path'] ?? id);
    const parts = path
      .split('/')
      .slice(1)
      // The resource behind an L2 construct; those of archives, connections and API destinations have names of their own.
      .filter(
        (part, index) =>
          part !== 'Resource' &&
          part !== 'Default' &&
          (index === 0 ||
            (part !== 'Archive' &&
              !/^AWS::Events::(Connection|ApiDestination)$/.test(resource.Type) &&
              !(part === 'Service' && resource.Type === 'AWS::ECS::Service'))),
      );
    // What an L2 construct makes is called in the template as the path to it says: NetAppSubnet1RouteTable.
    names.set(id, parts.length === 0 ? id : parts.join(''));
    if (!isCdkHelper(parts.join('/'), resource)) resources[id] = resource;
  }
  return {
    name: 'cdk',
    resources: withNotifications(resources),
    nameOf: (id) => names.get(id) ?? id,
    foreign: new Set(),
    aliases: new Map([
      ...stageAliases(resources, (id) => names.get(id) ?? id),
      ...logGroupAliases(resources, (id) => names.get(id) ?? id, region),
      ...databaseAliases(resources, (id) => names.get(id) ?? id, region),
      ...regionAlias(region),
    ]),
  };
};

/** A reference to a stage gives its name; SAM and the CDK name the resource itself differently. */
const stageAliases = (
  resources: { readonly [id: string]: TemplateResource },
  nameOf: (id: string) => string,
): ReadonlyMap<string, string> => {
  const aliases = new Map<string, string>();
  for (const [id, { Type, Properties }] of Object.entries(resources)) {
    const given = Properties?.StageName;
    if (given === undefined) continue;
    const name = typeof given === 'string' ? given : 'the stage';
    const api = Properties?.RestApiId ?? Properties?.ApiId;
    if (/^AWS::Serverless::(Api|HttpApi)$/.test(Type)) aliases.set(`<${id}.Stage>`, name);
    else if (/^AWS::ApiGateway(V2)?::Stage$/.test(Type)) {
      aliases.set(`<${nameOf(id)}>`, name);
      if (isJsonObject(api)) aliases.set(`<${nameOf(String(api.Ref))}.Stage>`, name);
    }
  }
  return aliases;
};

/** The ARN of a database is also made of its identifier, which `Ref` gives. */
const databaseAliases = (
  resources: { readonly [id: string]: TemplateResource },
  nameOf: (id: string) => string,
  region: string,
): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(resources)
      .filter(([, { Type }]) => Type === 'AWS::RDS::DBInstance')
      .map(([id]) => [
        `arn:<AWS::Partition>:rds:${region}:<AWS::AccountId>:db:<${nameOf(id)}>`,
        `<${nameOf(id)}.DBInstanceArn>`,
      ]),
  );

/** The CDK knows the region of its stacks and writes it out. */
const regionAlias = (region: string): ReadonlyMap<string, string> =>
  new Map([['<AWS::Region>', region]]);

/** The ARN of a log group, with a star for all its streams, is also made of its name. */
const logGroupAliases = (
  resources: { readonly [id: string]: TemplateResource },
  nameOf: (id: string) => string,
  region: string,
): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(resources)
      .filter(([, { Type }]) => Type === 'AWS::Logs::LogGroup')
      .flatMap(([id]) =>
        [':*', ''].map((ending): [string, string] => [
          `arn:<AWS::Partition>:logs:${region}:<AWS::AccountId>:log-group:<${nameOf(id)}>${ending}`,
          `<${nameOf(id)}.Arn>`,
        ]),
      ),
  );

/** A bucket whose name is known in advance is referred to by that name (see the bucket's service file). */
const bucketAliases = (resources: {
  readonly [id: string]: TemplateResource;
}): ReadonlyMap<string, string> => {
  const aliases = new Map<string, string>();
  for (const [id, { Type, Properties }] of Object.entries(resources)) {
    const name = Properties?.BucketName;
    if (Type !== 'AWS::S3::Bucket' || name === undefined) continue;
    const text = canonical(name, {
      name: 'sam',
      resources: {},
      nameOf: (other) => other,
      foreign: new Set(),
      aliases: new Map(),
    });
    if (typeof text === 'string') {
      aliases.set(`arn:<AWS::Partition>:s3:::${text}`, `<${id}.Arn>`);
      // A name that the user chose stands for the bucket only where the bucket tells others.
      const isName =
        text.includes('<AWS::StackName>') || Properties?.NotificationConfiguration !== undefined;
      if (isName && !/^<[^>]*>$/.test(text)) aliases.set(text, `<${id}>`);
    }
  }
  return aliases;
};

/** The parts of a text that `Fn::Split` takes apart, when there are any to see. */
const splitList = (value: Json | undefined, side: Side): readonly string[] | undefined => {
  const split = isJsonObject(value) ? value['Fn::Split'] : undefined;
  if (!Array.isArray(split)) return undefined;
  const [separator, text] = split as readonly Json[];
  const whole = canonical(text ?? '', side);
  return typeof whole === 'string' && whole.includes(String(separator))
    ? whole.split(String(separator))
    : undefined;
};

/** Where the name of an alias stands in its ARN. */
const aliasPart = 7;

/** The name of the alias whose ARN is taken apart. */
const aliasNameOf = (list: Json | undefined, side: Side): Json | undefined => {
  const split = isJsonObject(list) ? list['Fn::Split'] : undefined;
  const arn = Array.isArray(split) ? canonical((split as readonly Json[])[1] ?? '', side) : '';
  const [, name] = /^<(\w+)\.Alias>$/.exec(String(arn)) ?? [];
  const alias = Object.values(side.resources).find(
    ({ Type, Properties }) =>
      Type === 'AWS::Lambda::Alias' &&
      canonical(Properties?.FunctionName ?? '', side) === `<${name}>`,
  );
  return alias && canonical(alias.Properties?.Name ?? '', side);
};

/** What mappings that the CDK adds give in the partition `aws`. */
const knownMappings: Readonly<Record<string, string>> = {
  AWSCloudFrontPartitionHostedZoneIdMap: 'Z2FDTNDATAQYW2',
};

/**
 * A value without CloudFormation's many ways to say the same: references become `<Name.Attribute>` inside texts,
 * keys are sorted.
 */
export const canonical = (value: Json, side: Side): Json => {
  const text = (item: Json): string => {
    const result = canonical(item, side);
    return typeof result === 'string' ? result : JSON.stringify(result);
  };
  if (Array.isArray(value)) return value.map((item: Json) => canonical(item, side));
  if (typeof value === 'string') return aliased(value, side);
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value);
  const [[key = '', argument] = []] = entries;
  if (entries.length === 1) {
    if (key === 'Ref') return aliased(reference(String(argument), undefined, side), side);
    if (key === 'Fn::GetAtt') {
      const [id = '', ...path] = Array.isArray(argument)
        ? argument.map(String)
        : String(argument).split('.');
      return aliased(reference(id, path.join('.'), side), side);
    }
    if (key === 'Fn::GetStackOutput') return '<other region>';
    if (key === 'Fn::Select' && Array.isArray(argument)) {
      const [index, list] = argument as readonly Json[];
      const item = splitList(list, side)?.[Number(index)];
      if (item !== undefined) return item;
      const alias = Number(index) === aliasPart ? aliasNameOf(list, side) : undefined;
      if (alias !== undefined) return alias;
    }
    if (key === 'Fn::FindInMap' && Array.isArray(argument))
      return text(knownMappings[String(argument[0])] ?? argument);
    if (key === 'Fn::Join' && Array.isArray(argument)) {
      const [separator, parts] = argument as readonly Json[];
      return aliased(
        (Array.isArray(parts) ? parts : []).map((part: Json) => text(part)).join(String(separator)),
        side,
      );
    }
    if (key === 'Fn::Sub') {
      const [template, variables] = (
        Array.isArray(argument) ? argument : [argument, {}]
      ) as readonly Json[];
      const own = isJsonObject(variables) ? variables : {};
      return aliased(
        String(template).replaceAll(
          /\$\{(!?)([^}]*)\}/g,
          (_match, escaped: string, name: string) => {
            if (escaped === '!') return `\${${name}}`;
            if (Object.hasOwn(own, name)) return text(own[name] ?? null);
            const [id = '', ...path] = name.split('.');
            return aliased(reference(id, path.length > 0 ? path.join('.') : undefined, side), side);
          },
        ),
        side,
      );
    }
  }
  return Object.fromEntries(
    entries
      .map(([name, item]): [string, Json] => [name, canonical(item, side)])
      // The CDK writes some settings out that hold nothing.
      .filter(([, item]) => !isJsonObject(item) || Object.keys(item).length > 0)
      .sort((a, b) => compareText(a[0], b[0])),
  );
};

const repositoryAddress =
  /\{"Fn::Select":\[4,\{"Fn::Split":\[":","<(\w+)\.Arn>"\]\}\]\}\.dkr\.ecr\.\{"Fn::Select":\[3,\{"Fn::Split":\[":","<\1\.Arn>"\]\}\]\}\.<AWS::URLSuffix>\/<\1>/;

const aliased = (text: string, side: Side): string => {
  // The CDK also writes the empty parts of a reference to a secret.
  let result = text
    .replace(/^(\{\{resolve:secretsmanager:[^}]+?):*\}\}$/, '$1}}')
    // The CDK makes the name of an alias of its ARN and of its own name.
    .replace(/\{"Fn::Select":\[6,\{"Fn::Split":\[":","(<\w+\.Alias>)"\]\}\]\}:[\w<>-]+/, '$1')
    // The CDK puts the address of an image repository together from its ARN.
    .replace(repositoryAddress, '<$1.RepositoryUri>');
  // A name alone may be part of other texts, such as that of a website's record.
  for (const [from, to] of side.aliases)
    if (from.startsWith('arn:')) result = result.replaceAll(from, to);
    else if (result === from) result = to;
    // What stands between quotation marks in a text of JSON, such as the input of a schedule, is the name as a whole.
    else if (from.includes('<AWS::StackName>'))
      result = result.replaceAll(JSON.stringify(from), JSON.stringify(to));
  // An ARN or address of another region comes as a whole in SAM; the CDK makes it of names that come, and writes
  // the name of an API's stage out.
  return result
    .replace(/^arn:.*<other region>/, '<other region>')
    .replace(
      /^(?:https|wss):\/\/<other region>\.execute-api\.[\w-]+\.[^/]+(?:\/prod)?/,
      '<other region>',
    )
    .replace(/^<other region>\/(?:<other region>|prod)\//, '<other region>/prod/');
};

const reference = (id: string, attribute: string | undefined, side: Side): string => {
  if (side.foreign.has(id) || /ExportsReader/.test(id)) return '<other region>';
  if (id.startsWith('AWS::')) return aliased(`<${id}>`, side);
  const name = side.nameOf(id);
  const resource = side.resources[id];
  // Both exports call an alias after its function, as SAM does in references.
  if (resource?.Type === 'AWS::Lambda::Alias')
    return String(canonical(resource.Properties?.FunctionName ?? '', side)).replace(
      />$/,
      '.Alias>',
    );
  const target = resource !== undefined && isSecondary(resource) ? `~${resource.Type}` : name;
  return attribute === undefined || attribute === '' ? `<${target}>` : `<${target}.${attribute}>`;
};

/** Resources that both exports have under different names. */
const isSecondary = (resource: TemplateResource): boolean =>
  /^AWS::(IAM|CloudFront::OriginAccessControl|Logs::LogStream|Lambda::(Version|Permission|Url)|ApiGateway::(Deployment|Resource|Method))/.test(
    resource.Type,
  );
