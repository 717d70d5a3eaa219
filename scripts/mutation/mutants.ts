import ts from 'typescript';

/** A small change that a test ought to notice. */
export interface Mutant {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly what: string;
}

const boundaries: Readonly<Partial<Record<ts.SyntaxKind, string>>> = {
  [ts.SyntaxKind.LessThanToken]: '<=',
  [ts.SyntaxKind.LessThanEqualsToken]: '<',
  [ts.SyntaxKind.GreaterThanToken]: '>=',
  [ts.SyntaxKind.GreaterThanEqualsToken]: '>',
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: '!==',
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: '===',
  [ts.SyntaxKind.PlusToken]: '-',
  [ts.SyntaxKind.MinusToken]: '+',
};

const joints = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
]);

/** Both sides without the other; and the operator that has another meaning. */
const inBinary = (node: ts.BinaryExpression, source: ts.SourceFile): readonly Mutant[] => {
  const { operatorToken: operator, left, right } = node;
  const whole = { start: node.getStart(source), end: node.end };
  if (joints.has(operator.kind))
    return [left, right].map((side) => ({
      ...whole,
      text: side.getText(source),
      what: `${operator.getText(source)} dropped`,
    }));
  const other = boundaries[operator.kind];
  if (other === undefined) return [];
  const at = { start: operator.getStart(source), end: operator.end };
  return [{ ...at, text: other, what: `${operator.getText(source)} to ${other}` }];
};

const negated = (condition: ts.Expression, source: ts.SourceFile): Mutant => ({
  start: condition.getStart(source),
  end: condition.end,
  text: `!(${condition.getText(source)})`,
  what: 'condition negated',
});

/** A text that a program acts on, not one that names a type, a module or a property. */
const isValue = ({ parent }: ts.Node): boolean =>
  !ts.isLiteralTypeNode(parent) &&
  !ts.isImportDeclaration(parent) &&
  !ts.isExportDeclaration(parent) &&
  !(ts.isPropertyAssignment(parent) && parent.name.kind === ts.SyntaxKind.StringLiteral);

const inLeaf = (node: ts.Node, source: ts.SourceFile): readonly Mutant[] => {
  const whole = { start: node.getStart(source), end: node.end };
  if (node.kind === ts.SyntaxKind.TrueKeyword && isValue(node))
    return [{ ...whole, text: 'false', what: 'true to false' }];
  if (node.kind === ts.SyntaxKind.FalseKeyword && isValue(node))
    return [{ ...whole, text: 'true', what: 'false to true' }];
  if (ts.isStringLiteral(node) && node.text !== '' && isValue(node))
    return [{ ...whole, text: "''", what: 'text emptied' }];
  if (ts.isArrayLiteralExpression(node) && node.elements.length > 0)
    return [{ ...whole, text: '[]', what: 'list emptied' }];
  return [];
};

/** A statement without which the program is still one: what declares or answers has to stay. */
const isRemovable = (node: ts.Node): boolean =>
  ts.isExpressionStatement(node) || (ts.isIfStatement(node) && node.elseStatement === undefined);

const mutantsAt = (node: ts.Node, source: ts.SourceFile): readonly Mutant[] => [
  ...(ts.isBinaryExpression(node) ? inBinary(node, source) : []),
  ...(ts.isIfStatement(node) ? [negated(node.expression, source)] : []),
  ...(ts.isConditionalExpression(node) ? [negated(node.condition, source)] : []),
  ...(ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken
    ? [{ start: node.getStart(source), end: node.end, text: node.operand.getText(source), what: '! dropped' }]
    : []),
  ...(isRemovable(node) ? [{ start: node.getStart(source), end: node.end, text: ';', what: 'statement removed' }] : []),
  ...inLeaf(node, source),
];

/** What is not gone into: types say nothing at run time, and a loop whose end is changed has none. */
const isLeftAlone = (node: ts.Node): boolean =>
  ts.isTypeNode(node) ||
  ts.isInterfaceDeclaration(node) ||
  ts.isTypeAliasDeclaration(node) ||
  ts.isWhileStatement(node) ||
  ts.isForStatement(node) ||
  (ts.isNewExpression(node) && node.expression.getText() === 'Error');

/** Every small change that can be made to a file, in the order of its text. */
export const mutantsOf = (text: string): readonly Mutant[] => {
  const source = ts.createSourceFile('mutated.ts', text, ts.ScriptTarget.Latest, true);
  const below = (node: ts.Node): readonly Mutant[] => {
    if (isLeftAlone(node)) return [];
    const found: Mutant[] = [...mutantsAt(node, source)];
    ts.forEachChild(node, (child) => void found.push(...below(child)));
    return found;
  };
  return below(source);
};

export const mutated = (text: string, { start, end, text: replacement }: Mutant): string =>
  text.slice(0, start) + replacement + text.slice(end);
