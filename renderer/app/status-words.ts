const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** Where the design is kept, in a few words: `orders.isobar.json, saved 12:04`. */
export const placeInWords = ({
  file,
  isDirty,
  savedAt,
  isReadOnly,
}: {
  readonly file: string | undefined;
  readonly isDirty: boolean;
  readonly savedAt: number | undefined;
  readonly isReadOnly: boolean;
}): string => {
  if (isReadOnly) return file === undefined ? 'Read-only' : `${file}, read-only`;
  const saved = savedAt === undefined ? undefined : `saved ${time.format(savedAt)}`;
  if (file === undefined) return isDirty ? 'Not in a file yet' : 'New design';
  if (isDirty) return saved === undefined ? `${file}, changed` : `${file}, changed, ${saved}`;
  return saved === undefined ? file : `${file}, ${saved}`;
};
