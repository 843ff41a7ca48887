// The fairness page's model: pure functions on the hall's answers, without DOM and network.

/** A row with its number of calls, in turn or not. */
export function calledOf(row) {
  return { ...row, count: row.inTurn + row.outOfTurn };
}

/** Pairs of tiers as a table, highest first: { tiers, at(passed, called) } in seconds, null: without bound. */
export function boundTable({ pairs }) {
  const tiers = [...new Set(pairs.map((pair) => pair.calledTier))].sort((a, b) => b - a);
  const bounds = new Map(pairs.map((pair) => [`${pair.passedTier} ${pair.calledTier}`, pair.boundSeconds]));
  return { tiers, at: (passed, called) => bounds.get(`${passed} ${called}`) };
}

/** The share of calls in turn that passed somebody; null without calls. */
export function passingShare(row) {
  return row.inTurn > 0 ? row.passing / row.inTurn : null;
}
