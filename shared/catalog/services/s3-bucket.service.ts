import { create, flag, name, object } from '../../lib/typescript/syntax.ts';
import { bucketNameInAdvance } from '../bucket-name.ts';
import {
  corsCode,
  corsProperties,
  lifecycleCode,
  lifecycleProperties,
  storageClasses,
} from '../bucket-settings.ts';
import { bucketTask } from '../bucket-task.ts';
import { getAtt, intrinsic, join, pseudo, refOf } from '../expression.ts';
import { memberOf } from '../members.ts';
import { policyDocument } from '../policy.ts';
import { choice, days, list, type PropertyReader, text, yesNo } from '../property.ts';
import { defineService, type NodeScope } from '../service.ts';

const hasTransition = (read: PropertyReader): boolean =>
  read('lifecycleTransitionClass') !== 'none';
const isWebsite = (read: PropertyReader): boolean => read('websiteHosting') === true;

export const s3Bucket = defineService({
  kind: 's3-bucket',
  title: 'S3 bucket',
  words: 's3 bucket object storage files blob static site upload',
  category: 'storage',
  icon: 'AmazonSimpleStorageService',
  cloudFormation: ['AWS::S3::Bucket', 'AWS::S3::BucketPolicy'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    bucketName: text({
      maxLength: 63,
      pattern: '^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$',
      advanced: true,
      help: 'Names are unique over all AWS accounts; AWS makes one when this is empty, which is safer.',
      cfn: 'BucketName',
      cdk: 'bucketName',
    }),
    versioning: yesNo({
      default: false,
      help: 'Keeps old versions when an object is overwritten or deleted.',
    }),
    encryption: choice(['AES256', 'aws:kms', 'aws:kms:dsse'], {
      default: 'AES256',
      advanced: true,
      help: 'AES256 is free. The others use the AWS managed key of S3, which CloudFront cannot use.',
    }),
    blockPublicAccess: yesNo({
      default: true,
      help: 'Nobody outside the account gets in, whatever a policy says.',
    }),
    objectOwnership: choice(['BucketOwnerEnforced', 'BucketOwnerPreferred', 'ObjectWriter'], {
      default: 'BucketOwnerEnforced',
      advanced: true,
      help: 'BucketOwnerEnforced turns access control lists off. A bucket for standard logs of CloudFront gets BucketOwnerPreferred, because CloudFront writes them with a list.',
    }),
    enforceSsl: yesNo({
      default: true,
      help: 'Refuses requests that are not encrypted in transit. A website endpoint speaks http only, so such a bucket takes them.',
    }),
    websiteHosting: yesNo({
      default: false,
      help: 'The website endpoint is public and http only; a distribution with origin access control keeps the bucket private.',
    }),
    websiteIndexDocument: text({
      default: 'index.html',
      emitDefault: true,
      when: isWebsite,
      advanced: true,
      cfn: 'WebsiteConfiguration.IndexDocument',
      cdk: 'websiteIndexDocument',
    }),
    websiteErrorDocument: text({
      default: 'error.html',
      emitDefault: true,
      when: isWebsite,
      advanced: true,
      cfn: 'WebsiteConfiguration.ErrorDocument',
      cdk: 'websiteErrorDocument',
    }),
    eventBridgeEnabled: yesNo({
      default: false,
      help: 'Sends every object event to EventBridge, where rules can pick them up.',
    }),
    corsAllowedOrigins: list({
      advanced: true,
      help: 'Web pages of these origins may read and upload objects from the browser.',
    }),
    corsAllowedMethods: list({
      default: ['GET', 'HEAD', 'PUT', 'POST'],
      items: choice(['GET', 'HEAD', 'PUT', 'POST', 'DELETE']),
      advanced: true,
      help: 'What those pages may do: GET, HEAD, PUT, POST and DELETE.',
    }),
    lifecycleExpirationDays: days({
      min: 1,
      help: 'Objects are deleted after so many days.',
    }),
    lifecycleTransitionClass: choice(['none', ...Object.keys(storageClasses)], {
      default: 'none',
      advanced: true,
      help: 'Objects move to this cheaper storage class.',
    }),
    lifecycleTransitionDays: days({
      default: 30,
      min: 0,
      emitDefault: true,
      when: hasTransition,
      advanced: true,
      help: 'STANDARD_IA and ONEZONE_IA take objects of 30 days and older only.',
    }),
    accelerate: yesNo({
      default: false,
      advanced: true,
      help: 'Uploads go through the nearest edge location.',
    }),
    objectLock: yesNo({
      default: false,
      advanced: true,
      help: 'Objects cannot be changed for a time; needs versioning and cannot be turned off.',
    }),
    deletionPolicy: choice(['Retain', 'Delete'], {
      default: 'Retain',
      help: 'What happens to the bucket when it leaves the stack. Delete works for an empty bucket only.',
    }),
    publicWebsite: yesNo({ default: false, advanced: true, help: 'Public reading is intended.' }),
    sensitive: yesNo({ default: false, advanced: true, help: 'Carries personal or secret data.' }),
  },
  attributes: {
    arn: {
      cfn: (scope) => {
        const chosen = bucketNameInAdvance(scope);
        return chosen === undefined
          ? getAtt(scope.id, 'Arn')
          : join('arn:', pseudo('Partition'), ':s3:::', chosen);
      },
      cdk: 'bucketArn',
    },
    name: {
      cfn: (scope) => bucketNameInAdvance(scope) ?? refOf(scope.id),
      cdk: 'bucketName',
    },
    regionalDomainName: { cfn: 'RegionalDomainName', cdk: 'bucketRegionalDomainName' },
    websiteUrl: { cfn: 'WebsiteURL', cdk: 'bucketWebsiteUrl' },
    websiteDomainName: {
      cfn: ({ id }) =>
        intrinsic({
          'Fn::Select': [2, { 'Fn::Split': ['/', { 'Fn::GetAtt': [id, 'WebsiteURL'] }] }],
        }),
      cdk: 'bucketWebsiteDomainName',
    },
  },
  clients: [{ variables: ['BUCKET_NAME'], what: 'S3 bucket', sdk: { id: 's3', dotnet: 'S3' } }],
  task: bucketTask,
  summary: (read) =>
    [
      read('blockPublicAccess') === true ? 'private' : 'public access possible',
      ...(read('versioning') === true ? ['versions'] : []),
      ...(isWebsite(read) ? ['website'] : []),
    ].join(' · '),
  explain:
    'A bucket keeps any number of files, called objects, each under a key such as images/cat.jpg. It is cheap, practically never loses data and takes objects of any size, but an object is replaced as a whole: there is no appending. The bucket can tell others about new objects, so that work starts by itself.',
  cost: 'Storage by the month, requests, and traffic to the internet.',
  limits: [
    '10,000 buckets in an account by default (adjustable).',
    'An object has at most 50 TB; one upload request 5 GB.',
    '3,500 writes and 5,500 reads a second for each prefix.',
  ],
  docs: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/Welcome.html',
  emit(scope) {
    const { out, id, read } = scope;
    const isPublic = read('blockPublicAccess') === false;
    const readable = isPublic && (isWebsite(read) || read('publicWebsite') === true);
    const versioned = read('versioning') === true || read('objectLock') === true;
    const encryption = String(read('encryption') ?? 'AES256');
    const sendsEvents =
      read('eventBridgeEnabled') === true ||
      scope.links('out', { mechanism: 'event-source' }).length > 0;
    const ownership = takesAccessControlLists(scope)
      ? 'BucketOwnerPreferred'
      : scope.read('objectOwnership');
    out.resource(id, {
      type: 'AWS::S3::Bucket',
      deletionPolicy: read('deletionPolicy') === 'Delete' ? 'Delete' : 'Retain',
      properties: {
        ...scope.cfnProperties(),
        BucketName: bucketNameInAdvance(scope) ?? scope.value('bucketName'),
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [
            {
              BucketKeyEnabled: encryption === 'aws:kms' ? true : undefined,
              ServerSideEncryptionByDefault: { SSEAlgorithm: encryption },
            },
          ],
        },
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: !isPublic,
          BlockPublicPolicy: !isPublic,
          IgnorePublicAcls: !isPublic,
          RestrictPublicBuckets: !isPublic,
        },
        ...(ownership === 'BucketOwnerEnforced'
          ? {}
          : { OwnershipControls: { Rules: [{ ObjectOwnership: ownership }] } }),
        ...(versioned ? { VersioningConfiguration: { Status: 'Enabled' } } : {}),
        ...(read('objectLock') === true ? { ObjectLockEnabled: true } : {}),
        ...(read('accelerate') === true
          ? { AccelerateConfiguration: { AccelerationStatus: 'Enabled' } }
          : {}),
        ...(sendsEvents
          ? {
              NotificationConfiguration: {
                EventBridgeConfiguration: { EventBridgeEnabled: true },
              },
            }
          : {}),
        ...lifecycleProperties(scope),
        ...corsProperties(scope),
      },
      cdk: scope.l2('s3.Bucket', {
        encryption: memberOf('s3.BucketEncryption', encryptionMembers, encryption, 'S3_MANAGED'),
        bucketKeyEnabled: encryption === 'aws:kms' ? flag(true) : undefined,
        blockPublicAccess: isPublic ? openAccess : name('s3.BlockPublicAccess.BLOCK_ALL'),
        publicReadAccess: readable ? flag(true) : undefined,
        objectOwnership:
          ownership === 'BucketOwnerEnforced'
            ? undefined
            : name(
                ownership === 'ObjectWriter'
                  ? 's3.ObjectOwnership.OBJECT_WRITER'
                  : 's3.ObjectOwnership.BUCKET_OWNER_PREFERRED',
              ),
        versioned: versioned ? flag(true) : undefined,
        objectLockEnabled: read('objectLock') === true ? flag(true) : undefined,
        transferAcceleration: read('accelerate') === true ? flag(true) : undefined,
        eventBridgeEnabled: sendsEvents ? flag(true) : undefined,
        enforceSSL: enforcesTls(read) ? flag(true) : undefined,
        lifecycleRules: lifecycleCode(scope),
        cors: corsCode(scope),
        removalPolicy: name(
          read('deletionPolicy') === 'Delete'
            ? 'cdk.RemovalPolicy.DESTROY'
            : 'cdk.RemovalPolicy.RETAIN',
        ),
      }),
    });
    const objects = join(scope.attribute('arn'), '/*');
    if (enforcesTls(read))
      out.allowOn(
        scope.node.id,
        {
          effect: 'Deny',
          principal: '*',
          actions: ['s3:*'],
          resources: [scope.attribute('arn'), objects],
          conditions: { Bool: { 'aws:SecureTransport': 'false' } },
        },
        'sam',
      );
    if (readable)
      out.allowOn(
        scope.node.id,
        { principal: '*', actions: ['s3:GetObject'], resources: [objects] },
        'sam',
      );
  },
  resourcePolicy: {
    sam: ({ out, id }, statements) =>
      out.resource(`${id}Policy`, {
        type: 'AWS::S3::BucketPolicy',
        properties: { Bucket: refOf(id), PolicyDocument: policyDocument(statements) },
        cdk: 'none',
      }),
  },
});

/** The members of `s3.BucketEncryption`, without keys of one's own. */
const encryptionMembers = {
  AES256: 'S3_MANAGED',
  'aws:kms': 'KMS_MANAGED',
  'aws:kms:dsse': 'DSSE_MANAGED',
};

const openAccess = create(
  's3.BlockPublicAccess',
  object({
    blockPublicAcls: flag(false),
    blockPublicPolicy: flag(false),
    ignorePublicAcls: flag(false),
    restrictPublicBuckets: flag(false),
  }),
);

const enforcesTls = (read: PropertyReader): boolean =>
  read('enforceSsl') === true && !isWebsite(read);

/** CloudFront writes its standard logs (legacy) with an access control list. https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging-legacy-s3.html */
const takesAccessControlLists = ({ graph, node }: NodeScope): boolean =>
  graph.incoming(node, { type: 'cloudfront--s3-bucket--logs' }).length > 0;
