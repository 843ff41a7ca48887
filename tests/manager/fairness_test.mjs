import assert from 'node:assert/strict';
import test from 'node:test';
import { boundTable, calledOf, passingShare } from '../../manager/pages/fairness_model.mjs';
import { ordered } from '../../manager/pages/shared/report.mjs';

const kPairs = [
  { passedTier: 5, calledTier: 5, boundSeconds: 0 }, { passedTier: 5, calledTier: 0, boundSeconds: 0 },
  { passedTier: 0, calledTier: 5, boundSeconds: 1500 }, { passedTier: 0, calledTier: 0, boundSeconds: null },
];

test('bounds stand with the highest tier first, who is passed in lines', () => {
  const { tiers, at } = boundTable({ pairs: kPairs });
  assert.deepEqual(tiers, [5, 0]);
  assert.equal(at(0, 5), 1500);
  assert.equal(at(5, 0), 0);
  assert.equal(at(0, 0), null);
});

test('a share of calls that were never made is none, not zero', () => {
  assert.equal(passingShare({ inTurn: 0, passing: 0 }), null);
  assert.equal(passingShare({ inTurn: 4, passing: 1 }), 0.25);
});

test('a group with calls out of turn alone is shown', () => {
  const rows = [{ tier: '0', inTurn: 0, outOfTurn: 1 }, { tier: '5', inTurn: 3, outOfTurn: 0 }].map(calledOf);
  assert.deepEqual(ordered('tier', rows).map((row) => row.tier), ['5', '0']);
});
