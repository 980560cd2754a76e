import type { UnplacedRow } from '../../connection.ts';

/** A row where it is the only way between two kinds, so that it needs no name and is no usual one. */
export const onlyWay = ({ row, mechanism }: UnplacedRow): UnplacedRow => {
  const { variant: _variant, preferred: _preferred, ...rest } = row;
  return { row: rest, mechanism };
};

/** A row for a caller that gets no environment variables from AWS, such as a server. */
export const withoutVariables = ({ row, mechanism }: UnplacedRow): UnplacedRow => ({
  row: { ...row, environment: [] },
  mechanism,
});
