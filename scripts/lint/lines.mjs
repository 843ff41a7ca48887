// Formats ESLint's findings like a compiler's: file:line: message (rule).
import { relative } from 'node:path';

export default (results) => results.flatMap(({ filePath, messages }) => messages.map((found) =>
  `${relative('', filePath)}:${found.line}: ${found.message} (${found.ruleId ?? 'syntax'})\n`)).join('');
