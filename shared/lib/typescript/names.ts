import type { Code, Statement } from './syntax.ts';

/** The expressions of a statement. */
export const statementCodes = (statement: Statement): Code[] => {
  switch (statement.kind) {
    case 'const':
    case 'expression':
      return [statement.value];
    case 'assign':
      return [statement.target, statement.value];
    default:
      return [];
  }
};

/** Identifiers that occur in the code, at the start of a member chain or alone. */
export const usedNames = (codes: readonly Code[]): ReadonlySet<string> => {
  const found = new Set<string>();
  const visit = (code: Code): void => {
    switch (code.kind) {
      case 'identifier':
        found.add(code.name);
        return;
      case 'member':
        visit(code.object);
        return;
      case 'index':
        visit(code.object);
        visit(code.index);
        return;
      case 'call':
      case 'new':
        visit(code.callee);
        for (const arg of code.args) visit(arg);
        return;
      case 'template':
        for (const part of code.parts) if (typeof part !== 'string') visit(part);
        return;
      case 'array':
        for (const item of code.items) visit(item);
        return;
      case 'object':
        for (const entry of code.entries) visit('spread' in entry ? entry.spread : entry.value);
        return;
      case 'as':
        found.add(code.type.split('.')[0] ?? '');
        visit(code.value);
        return;
      case 'nonNull':
        visit(code.value);
        return;
      case 'arrow':
        visit(code.body);
        return;
      default:
        return;
    }
  };
  for (const code of codes) visit(code);
  return found;
};
