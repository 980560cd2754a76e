import { arn, type Expression, join, refOf } from '../expression.ts';

/** The settings of all mails of an identity. */
export const configurationSetId = ({ id }: { readonly id: string }): string =>
  `${id}ConfigurationSet`;

export const configurationSetArn = (scope: { readonly id: string }): Expression =>
  arn('ses', join('configuration-set/', refOf(configurationSetId(scope))));
