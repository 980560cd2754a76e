import { boxesOf } from '../shared/exporters/picture/boxes.ts';
import type { Design } from '../shared/model/design.ts';

/** What any program that draws boxes and arrows can draw of a design. */
export interface Picture {
  /** Containers before what stands in them. */
  readonly nodes: readonly {
    readonly id: string;
    readonly name: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly isContainer: boolean;
  }[];
  readonly arrows: readonly { readonly id: string; readonly from: string; readonly to: string }[];
}

/** The picture of a design, as Isobar places it. */
export const pictureOf = (design: Design): Picture => ({
  nodes: boxesOf(design).map(({ node, x, y, width, height, isContainer }) => ({
    id: node.id,
    name: node.name,
    x,
    y,
    width,
    height,
    isContainer,
  })),
  arrows: design.connections.map(({ id, from, to }) => ({ id, from, to })),
});
