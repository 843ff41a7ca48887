// What the fairness page makes of the hall's answers. Knows no page and no network.

/** A row with the calls that it counts, in turn or not. */
export function calledOf(row) {
  return { ...row, count: row.inTurn + row.outOfTurn };
}

/** Pairs of tiers as a table, highest first: { tiers, at(passed, called) } in seconds, null: without bound. */
export function boundTable({ pairs }) {
  const tiers = [...new Set(pairs.map((pair) => pair.calledTier))].sort((a, b) => b - a);
  const bounds = new Map(pairs.map((pair) => [`${pair.passedTier} ${pair.calledTier}`, pair.boundSeconds]));
  return { tiers, at: (passed, called) => bounds.get(`${passed} ${called}`) };
}

/** What part of the calls in turn passed somebody; null where there was none. */
export function passingShare(row) {
  return row.inTurn > 0 ? row.passing / row.inTurn : null;
}
