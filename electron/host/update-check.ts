import { z } from 'zod';
import type { HostProblem, UpdateAnswer } from '../../shared/host/host-api.ts';
import { hostProblem } from '../../shared/host/problems.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import type { UpdateFeed } from './update-feed.ts';

/*
 * Looking for a new version: the only request that the app ever makes, and it makes none before a person turned that on
 * in the settings. Nothing is sent along, nothing is downloaded, nothing installed.
 */

/** Asks for new versions. */
export interface UpdateCheck {
  readonly feed: UpdateFeed;
  /** Asks once while the program runs; `again` asks anew. */
  check(again: boolean): Promise<Result<UpdateAnswer, HostProblem>>;
}

const release = z.object({ tag_name: z.string().max(64) });
const numbers = /^v?(\d{1,6})\.(\d{1,6})\.(\d{1,6})(-[0-9A-Za-z.-]+)?$/;

/** True when the first version is newer. A version that is being prepared is older than the one it will be. */
export const isNewer = (version: string, than: string): boolean => {
  const [one, other] = [numbers.exec(version), numbers.exec(than)];
  if (!one || !other) return false;
  for (const place of [1, 2, 3]) {
    const difference = Number(one[place]) - Number(other[place]);
    if (difference !== 0) return difference > 0;
  }
  return one[4] === undefined && other[4] !== undefined;
};

const failed = (why: string): Result<never, HostProblem> =>
  fail(hostProblem('failed', `Isobar could not ask for the newest version: ${why}.`));

/** Reads what the feed said; it is not believed more than anything else from outside. */
const readAnswer = (text: string, version: string): Result<UpdateAnswer, HostProblem> => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return failed('the answer was none');
  }
  const told = release.safeParse(json);
  if (!told.success || !numbers.test(told.data.tag_name)) return failed('the answer was none');
  const newest = told.data.tag_name.replace(/^v/, '');
  return ok({ newest, isNewer: isNewer(newest, version) });
};

/** `isOn` is asked each time: the answer lies in the settings, not in what a window says. */
export const createUpdateCheck = ({
  feed,
  version,
  isOn,
  get,
}: {
  readonly feed: UpdateFeed;
  readonly version: string;
  readonly isOn: () => Promise<boolean>;
  /** Makes the request. */
  readonly get: (address: string) => Promise<string>;
}): UpdateCheck => {
  let known: Promise<Result<UpdateAnswer, HostProblem>> | undefined;
  const ask = async (): Promise<Result<UpdateAnswer, HostProblem>> => {
    try {
      return readAnswer(await get(feed.asked), version);
    } catch {
      known = undefined;
      return failed('there was no connection, or no answer');
    }
  };
  return {
    feed,
    async check(again) {
      if (!(await isOn()))
        return fail(hostProblem('denied', 'Looking for new versions is off in the settings.'));
      if (again || known === undefined) known = ask();
      return known;
    },
  };
};
