/** Problems. */
export const ProblemsPanel = () => <div />;
