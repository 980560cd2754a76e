import type { Picture } from '../picture.ts';

/** What the page of a peer lets the bench do. */
export interface Peer {
  /** Draws the picture; done when it is on the screen with all of it in view. */
  open(picture: Picture): Promise<void>;
  /** Shows a card of the middle at actual size. */
  showNear(): Promise<void>;
  /** True when a card is at a point of the page. */
  isCardAt(x: number, y: number): boolean;
  /** Where everything stands: another text when something was moved. */
  places(): string;
  /** How much of the picture is out of view, in percent of its area. */
  hidden(): number;
}

declare global {
  interface Window {
    benchPeer: Peer;
  }
}

/** When the next picture is on the screen. */
export const painted = (): Promise<void> =>
  new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
  });

/** Tries again with each frame until there is something. */
export const until = async <T>(look: () => T | undefined): Promise<T> => {
  for (;;) {
    const found = look();
    if (found !== undefined) return found;
    await painted();
  }
};

/** How much of the picture is not in a view of it that has its middle, in percent. */
export const hiddenOf = (
  { nodes }: Picture,
  view: { readonly width: number; readonly height: number; readonly zoom: number },
): number => {
  const { width, height } = boundsOf(nodes);
  const shown =
    Math.min(1, view.width / view.zoom / width) * Math.min(1, view.height / view.zoom / height);
  return Math.round((1 - shown) * 100);
};

/** What all nodes take up. */
export const boundsOf = (
  nodes: Picture['nodes'],
): { x: number; y: number; width: number; height: number } => {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of nodes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
};

/** The card nearest to the middle of the picture. */
export const middleCard = ({ nodes }: Picture): Picture['nodes'][number] => {
  const cards = nodes.filter(({ isContainer }) => !isContainer);
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(cards.map((card) => card.x)), mean(cards.map((card) => card.y))];
  const distance = (card: { x: number; y: number }): number => Math.hypot(card.x - x, card.y - y);
  return cards.reduce((best, card) => (distance(card) < distance(best) ? card : best));
};

/** The element that the page draws into. */
export const root = (): HTMLElement => {
  const element = document.getElementById('root');
  if (!element) throw new Error('The page has no place for the picture.');
  return element;
};
