/** Code. */
export const CodePanel = () => <div />;
