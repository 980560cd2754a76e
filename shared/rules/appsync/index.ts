import type { Rule } from '../rule.ts';
import { appsyncAuth } from './auth.rule.ts';
import { appsyncDataSource } from './data-source.rule.ts';
import { appsyncRequestTimeout } from './request-timeout.rule.ts';
import { appsyncResolverIncomplete } from './resolver-incomplete.rule.ts';

export const appsyncRules: readonly Rule[] = [
  appsyncResolverIncomplete,
  appsyncDataSource,
  appsyncRequestTimeout,
  appsyncAuth,
];
