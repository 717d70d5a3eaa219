import ts from 'typescript';

/** The regular expressions of a source text as they are written there. */
export const literalsIn = (path: string, text: string): readonly string[] => {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) found.push(node.text);
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false, kind));
  return found;
};

/** An expression that repeats nothing without end reads each place of a text a bounded number of times. */
export const isUnbounded = (literal: string): boolean =>
  /[*+]|\{\d+,\}/.test(literal.replaceAll(/\\./g, '').replaceAll(/\[[^\]]*\]/g, ''));
