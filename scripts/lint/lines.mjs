// ESLint's findings as file:line: what (rule), as a compiler's.
import { relative } from 'node:path';

export default (results) => results.flatMap(({ filePath, messages }) => messages.map((found) =>
  `${relative('', filePath)}:${found.line}: ${found.message} (${found.ruleId ?? 'syntax'})\n`)).join('');
