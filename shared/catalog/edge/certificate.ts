import { type Code, call, object, text, thisExpression } from '../../lib/typescript/syntax.ts';
import type { Blueprint } from '../blueprint.ts';
import { codeOf, constructRef } from '../code.ts';
import type { Expression } from '../expression.ts';
import type { NodeScope } from '../service.ts';
import { isWithin, zoneIn } from './zone.ts';

/** A certificate as the resources of one stack refer to it. */
export interface CertificateReference {
  readonly arn: Expression;
  /** The `acm.ICertificate`; asking for it brings an existing certificate into the stack's code. */
  readonly construct: () => Code;
}

/** True for a certificate that is there already and that the export only refers to. */
export const isExistingCertificate = (certificate: NodeScope): boolean =>
  certificate.read('importExisting') === true;

/** The parameter for the ARN of an existing certificate. */
export const certificateArnParameter = ({ id }: NodeScope): string => `${id}Arn`;

/** How a stack refers to a certificate; an existing one belongs to no stack. */
export const certificateIn = (certificate: NodeScope, out: Blueprint): CertificateReference => {
  if (!isExistingCertificate(certificate))
    return { arn: certificate.attribute('arn'), construct: () => certificate.construct };
  const arn =
    certificate.value('certificateArn') ??
    out.parameter(certificateArnParameter(certificate), {
      description: `ARN of the certificate ${certificate.node.name} in ${certificate.region}.`,
      example: `arn:aws:acm:${certificate.region}:111111111111:certificate/example`,
    });
  return { arn, construct: imported(out, certificate.id, arn) };
};

/** A certificate that is not drawn: its ARN is asked for at deployment. */
export const askedCertificate = (
  out: Blueprint,
  id: string,
  parameter: { readonly name: string; readonly description: string; readonly region: string },
): CertificateReference => {
  const arn = out.parameter(parameter.name, {
    description: parameter.description,
    example: `arn:aws:acm:${parameter.region}:111111111111:certificate/example`,
  });
  return { arn, construct: imported(out, id, arn) };
};

const imported = (out: Blueprint, id: string, arn: Expression) => (): Code => {
  if (!out.hasConstruct(id))
    out.construct(id, {
      create: call('acm.Certificate.fromCertificateArn', thisExpression, text(id), codeOf(arn)),
      type: 'acm.ICertificate',
    });
  return constructRef(id);
};

/** The names that a new certificate is for; a parameter where the design leaves the first one open. */
export const certificateNames = (
  scope: NodeScope,
): { readonly first: Expression; readonly others: readonly Expression[] } => {
  const others = scope.value('subjectAlternativeNames');
  return {
    first:
      scope.value('domainName') ??
      scope.out.parameter(`${scope.id}DomainName`, {
        description: `Domain name of the certificate ${scope.node.name}, such as www.example.com.`,
        example: 'www.example.com',
      }),
    others: Array.isArray(others) ? (others as readonly Expression[]) : [],
  };
};

interface Validation {
  readonly options: readonly Expression[];
  /** The `acm.CertificateValidation`. */
  readonly code: Code;
}

/** ACM wants one record for a domain and its wildcard. */
const namesToValidate = (scope: NodeScope): readonly Expression[] => {
  const { first, others } = certificateNames(scope);
  const all = [first, ...others];
  return all.filter(
    (item, index) =>
      all.indexOf(item) === index &&
      !(typeof item === 'string' && item.startsWith('*.') && all.includes(item.slice(2))),
  );
};

/** Records in the connected hosted zones prove that the names are ours. */
export const zoneValidation = (scope: NodeScope): Validation => {
  const zones = scope
    .links('in', { mechanism: 'dns-validation' })
    .map(({ source }) => ({ ...zoneIn(source, scope.out), domain: source.read('name') }));
  const matches = namesToValidate(scope).map((item) => ({
    item,
    zone:
      typeof item === 'string'
        ? zones
            .filter(({ domain }) => typeof domain !== 'string' || isWithin(item, domain))
            .sort((a, b) => String(b.domain ?? '').length - String(a.domain ?? '').length)[0]
        : zones[0],
  }));
  const covered = matches.flatMap(({ item, zone }) => (zone ? [{ item, zone }] : []));
  const options = covered.map(({ item, zone }) => ({ DomainName: item, HostedZoneId: zone.id }));
  const [only, ...more] = new Set(covered.map(({ zone }) => zone));
  if (only === undefined) return { options, code: call('acm.CertificateValidation.fromDns') };
  if (more.length === 0 && covered.length === matches.length)
    return { options, code: call('acm.CertificateValidation.fromDns', only.construct()) };
  return {
    options,
    code: call(
      'acm.CertificateValidation.fromDnsMultiZone',
      object(
        Object.fromEntries(
          covered.flatMap(({ item, zone }) =>
            typeof item === 'string' ? [[item, zone.construct()]] : [],
          ),
        ),
      ),
    ),
  };
};

/** Somebody who reads the mail of the domain confirms. */
export const emailValidation = (scope: NodeScope): Validation => {
  const { first, others } = certificateNames(scope);
  const names = [first, ...others].filter((item) => typeof item === 'string');
  if (names.length < others.length + 1)
    scope.out.problem(
      `The certificate "${scope.node.name}" is validated by e-mail, so its names must be written out.`,
    );
  const chosen = scope.value('validationDomain');
  const pairs = names.map((item): [string, Expression] => [
    item,
    chosen ?? item.replace(/^\*\./, ''),
  ]);
  return {
    options: pairs.map(([DomainName, ValidationDomain]) => ({ DomainName, ValidationDomain })),
    code: call(
      'acm.CertificateValidation.fromEmail',
      object(Object.fromEntries(pairs.map(([item, domain]) => [item, codeOf(domain)]))),
    ),
  };
};
