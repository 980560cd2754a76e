import { defineMechanism } from '../connection.ts';
import { connectionNotExported } from '../not-exported.ts';

/** Service hook (Cognito trigger, SES receipt rule, secret rotation). */
export const trigger = defineMechanism({
  id: 'trigger',
  family: 'trigger',
  title: 'Service hook (Cognito trigger, SES receipt rule, secret rotation)',
  explain: 'Service hook (Cognito trigger, SES receipt rule, secret rotation).',
  emit: connectionNotExported,
});
