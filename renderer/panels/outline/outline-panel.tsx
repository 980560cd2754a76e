/** Outline. */
export const OutlinePanel = () => <div />;
