import { serviceOf } from '../../shared/catalog/catalog.ts';
import { PinIcon } from '../ui/canvas-glyphs.tsx';
import classes from './canvas.module.css';

/** The only region that AWS takes a kind in; undefined when it may be anywhere. */
export const pinnedRegionOf = (kind: string): string | undefined =>
  serviceOf(kind)?.placement.pinnedRegion;

/** Says that something is in one region whatever it is drawn in. */
export const PinnedSign = ({ region }: { readonly region: string }) => (
  <span
    className={classes.pinned}
    title={`AWS takes this in ${region} only, wherever it is drawn.`}
  >
    <PinIcon />
    {region}
  </span>
);
