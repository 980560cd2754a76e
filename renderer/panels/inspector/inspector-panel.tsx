/** Inspector. */
export const InspectorPanel = () => <div />;
