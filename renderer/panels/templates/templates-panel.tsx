/** Templates. */
export const TemplatesPanel = () => <div />;
