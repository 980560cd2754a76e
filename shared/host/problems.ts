import type { HostProblem, HostProblemCode } from './host-api.ts';

/** A problem in the words given. */
export const hostProblem = (code: HostProblemCode, message: string): HostProblem => ({
  code,
  message,
});

/** The person closed the dialog. Nothing is shown. */
export const cancelled: HostProblem = hostProblem('cancelled', 'Nothing was chosen.');

/** What a host says that cannot ask for new versions. */
export const noUpdates: HostProblem = hostProblem(
  'unsupported',
  'This copy of Isobar was built without an address to ask for new versions.',
);

/** What is being done when something goes wrong, as a sentence says it. */
export type Deed = 'read' | 'save' | 'write' | 'watch';

const past: Record<Deed, string> = {
  read: 'opened',
  save: 'saved',
  write: 'written',
  watch: 'watched',
};

/** The words for what commonly goes wrong with a file, the same on every host. */
export const fileProblem = (
  code: Exclude<HostProblemCode, 'cancelled' | 'bad-path' | 'unsupported'>,
  deed: Deed,
  name: string,
  detail?: string,
): HostProblem => {
  const not = `${name} could not be ${past[deed]}`;
  switch (code) {
    case 'not-found':
      return hostProblem(
        code,
        deed === 'read'
          ? `${not}: it is not there any more. It may have been moved, renamed or deleted.`
          : `${not}: it, or the folder it was in, is not there any more. Save it under a new name.`,
      );
    case 'denied':
      return hostProblem(
        code,
        deed === 'read'
          ? `${not}: you may not read it. Ask its owner, or change its permissions.`
          : `${not}: you may not write there. Save it in another folder, or change the permissions.`,
      );
    case 'read-only':
      return hostProblem(code, `${not}: it is read-only. Save it under another name.`);
    case 'disk-full':
      return hostProblem(
        code,
        `${not}: the disk is full. What was there before is unharmed. Make room, then save again.`,
      );
    case 'changed':
      return hostProblem(
        code,
        `${not}: another program changed it since it was opened here. Load what is there now, or save over it.`,
      );
    case 'too-large':
      return hostProblem(code, `${not}: it is larger than ${detail ?? 'Isobar takes'}.`);
    case 'failed':
      return hostProblem(code, `${not}${detail === undefined ? '.' : `: ${detail}`}`);
  }
};
