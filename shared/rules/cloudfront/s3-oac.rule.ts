import { sequence, setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule, type Fix } from '../rule.ts';
import { named } from '../text.ts';

const site = (access: object, bucket: object = {}, variant = '') =>
  design(
    node('cloudfront', 'site'),
    node('s3-bucket', 'pages', { ...bucket }),
    connection(`cloudfront--s3-bucket${variant}`, 'site', 'pages', { ...access }),
  );

export const cloudfrontS3Oac = defineRule({
  meta: {
    id: 'cloudfront/s3-oac',
    severity: 'warning',
    messages: {
      open: '{target} can be fetched past {distribution}, because {reason}; use origin access control and keep it private.',
      oldWay:
        '{distribution} reads {target} with an origin access identity, the older way without newer regions and keys; use origin access control.',
    },
    explain:
      'With origin access control (OAC) CloudFront signs its requests, and the policy of the bucket or function lets only this distribution in. Visitors then cannot go around your cache, firewall and country rules. A website endpoint of S3 answers everybody, so it can never be private.',
    docs: {
      title: 'Restrict access to an Amazon S3 origin',
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
    },
    overlaps: ['AwsSolutions-CFR7', 'AwsSolutions-CFR6', 'CKV_AWS_53'],
  },
  on: connections({ from: 'cloudfront', to: ['s3-bucket', 'lambda'], mechanism: 'origin' }),
  check({ connection: origin, source: distribution, target }, graph, report) {
    const data = { target: named(target), distribution: named(distribution) };
    if (target.kind === 'lambda') {
      if (
        graph.text(target, 'functionUrlAuth') !== 'NONE' ||
        graph.boolean(target, 'public') === true
      )
        return;
      const reason = 'its function URL asks for no permission';
      report({
        message: 'open',
        at: origin,
        data: { ...data, reason },
        fixes: [
          {
            title: `Let ${named(target)} ask for permission (AWS_IAM)`,
            edit: setProperty(target.id, 'functionUrlAuth', 'AWS_IAM'),
          },
        ],
      });
      return;
    }
    const isMeantOpen = graph.boolean(target, 'publicWebsite') !== false;
    if (origin.type === 'cloudfront--s3-bucket--website') {
      if (isMeantOpen) return;
      const reason = 'its website endpoint answers everybody';
      report({ message: 'open', data: { ...data, reason } });
      return;
    }
    const access = graph.text(origin, 'accessControl');
    if (access === undefined) return;
    const withControl = setProperty(origin.id, 'accessControl', 'oac');
    if (access === 'oai-legacy') {
      const fixes: readonly Fix[] = [{ title: 'Use origin access control', edit: withControl }];
      report({ message: 'oldWay', property: 'accessControl', data, fixes });
      return;
    }
    const isOpen = graph.boolean(target, 'blockPublicAccess') === false;
    if (access !== 'public' && !isOpen) return;
    if (isMeantOpen) return;
    report({
      message: 'open',
      property: 'accessControl',
      data: {
        ...data,
        reason: isOpen ? 'the bucket may be public' : 'the origin is read without credentials',
      },
      fixes: [
        {
          title: 'Use origin access control and block public access',
          edit: sequence(withControl, setProperty(target.id, 'blockPublicAccess', true)),
        },
      ],
    });
  },
  examples: {
    good: [
      { title: 'origin access control', design: site({}) },
      {
        title: 'an access control set by a parameter',
        design: site({ accessControl: { Ref: 'Access' } }, { blockPublicAccess: false }),
      },
      {
        title: 'a public website',
        design: site(
          { accessControl: 'public' },
          { blockPublicAccess: false, publicWebsite: true },
        ),
      },
    ],
    bad: [
      {
        title: 'a public bucket',
        design: site({ accessControl: 'public' }, { blockPublicAccess: false }),
        expect: ['open'],
      },
      { title: 'the older way', design: site({ accessControl: 'oai-legacy' }), expect: ['oldWay'] },
      {
        title: 'a website endpoint',
        design: site({}, { websiteHosting: true, blockPublicAccess: false }, '--website'),
        expect: ['open'],
      },
      {
        title: 'an open function URL',
        design: design(
          node('cloudfront', 'site'),
          node('lambda', 'render', { functionUrlAuth: 'NONE' }),
          connection('cloudfront--lambda--function-url', 'site', 'render'),
        ),
        expect: ['open'],
      },
    ],
  },
});
