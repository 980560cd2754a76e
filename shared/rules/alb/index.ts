import type { Rule } from '../rule.ts';
import { albCognitoNeedsHttps } from './cognito-needs-https.rule.ts';
import { albHttpsListener } from './https-listener.rule.ts';
import { albInternalFromInternet } from './internal-from-internet.rule.ts';
import { albLambdaTarget } from './lambda-target.rule.ts';
import { albTwoZones } from './two-zones.rule.ts';

export const albRules: readonly Rule[] = [
  albTwoZones,
  albHttpsListener,
  albCognitoNeedsHttps,
  albLambdaTarget,
  albInternalFromInternet,
];
