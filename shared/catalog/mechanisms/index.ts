import { deadLetter } from './dead-letter.mechanism.ts';
import { eventSourceMapping } from './event-source-mapping.mechanism.ts';
import { httpCall } from './http-call.mechanism.ts';
import { iamDataAccess } from './iam-data-access.mechanism.ts';

/** All mechanisms, in the order of the documentation. */
export const mechanisms = [iamDataAccess, httpCall, eventSourceMapping, deadLetter] as const;
