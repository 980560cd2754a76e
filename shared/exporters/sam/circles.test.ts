import { expect, test } from 'vitest';
import { templateCircles } from './circles.ts';

const fn = (properties: object) => ({
  Type: 'AWS::Serverless::Function',
  Properties: properties as never,
});

test('a template without circles has none', () => {
  expect(
    templateCircles({
      Worker: fn({
        Environment: { Variables: { TABLE: { Ref: 'Orders' } } },
        Events: { Q: { Type: 'SQS', Properties: { Queue: { 'Fn::GetAtt': ['Queue', 'Arn'] } } } },
      }),
      Queue: {
        Type: 'AWS::SQS::Queue',
        Properties: { RedrivePolicy: { deadLetterTargetArn: { 'Fn::Sub': '${Failed.Arn}' } } },
      },
      Failed: { Type: 'AWS::SQS::Queue' },
      Orders: { Type: 'AWS::DynamoDB::Table' },
    }),
  ).toEqual([]);
});

test('a bucket that notifies a function that knows the bucket is a circle', () => {
  expect(
    templateCircles({
      Worker: fn({
        Policies: [{ Statement: [{ Resource: { 'Fn::Sub': '${Files.Arn}/*' } }] }],
        Events: { F: { Type: 'S3', Properties: { Bucket: { Ref: 'Files' } } } },
      }),
      Files: { Type: 'AWS::S3::Bucket' },
    }),
  ).toEqual([['Files', 'Worker', 'WorkerRole', 'Files']]);
});

test('two groups that name each other are a circle, and a long chain is none', () => {
  const chain = Object.fromEntries(
    Array.from({ length: 20_000 }, (_, at) => [
      `R${at}`,
      { Type: 'X', Properties: { Next: { Ref: `R${at + 1}` } } },
    ]),
  );
  expect(templateCircles(chain)).toEqual([]);
  expect(
    templateCircles({
      A: { Type: 'X', Properties: { Other: { 'Fn::GetAtt': 'B.Id' } } },
      B: { Type: 'X', DependsOn: ['A'] },
    }),
  ).toEqual([['A', 'B', 'A']]);
});

test('what SAM makes of a function hangs on the function', () => {
  expect(
    templateCircles({
      Site: {
        Type: 'AWS::CloudFront::Distribution',
        Properties: { Origin: { 'Fn::GetAtt': ['PageUrl', 'FunctionUrl'] } },
      },
      Page: fn({
        FunctionUrlConfig: { AuthType: 'AWS_IAM' },
        Environment: { Variables: { SITE: { 'Fn::GetAtt': ['Site', 'DomainName'] } } },
      }),
    }),
  ).toEqual([['Page', 'Site', 'PageUrl', 'Page']]);
  expect(
    templateCircles({
      Edge: fn({ Environment: { Variables: { SITE: { Ref: 'Site' } } } }),
      Site: { Type: 'X', Properties: { Association: { Ref: 'Edge.Version' } } },
    }),
  ).toEqual([['Edge', 'Site', 'Edge']]);
});
