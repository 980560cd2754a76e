/** Monaco and the options that the window gives it. */
export type Monaco = typeof import('./monaco.ts');

let loading: Promise<Monaco> | undefined;

/** Loads Monaco, once; it is larger than the rest of the window, so only when code is shown. */
export const loadMonaco = (): Promise<Monaco> => {
  loading ??= import('./monaco.ts').catch((error: unknown) => {
    // The next one who asks tries again.
    loading = undefined;
    throw error;
  });
  return loading;
};
