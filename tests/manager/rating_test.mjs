import assert from 'node:assert/strict';
import test from 'node:test';
import { changesByItself, levelButtons, ratingText, ratingWords, reasonBoxes, untilText, visitText } from '../../manager/phone/rating_model.mjs';

const kLevels = ['非常不满意', '不满意', '基本满意', '满意', '非常满意'].map((zh, i) =>
  ({ score: i + 1, name: { zh, en: `level ${i + 1}` } }));
const kOpen = { mayRate: true, code: null, detail: null, levels: kLevels, until: '2026-11-25T02:00:00.000Z' };

test('the hall’s own words stand on the buttons, the best first', () => {
  const buttons = levelButtons(kOpen, 'zh');
  assert.deepEqual(buttons.map(({ score }) => score), [5, 4, 3, 2, 1]);
  assert.equal(buttons[2].text, '基本满意');
  assert.equal(levelButtons(kOpen, 'en')[4].text, 'level 1');
});

test('who may rate is asked, and told until when', () => {
  assert.equal(ratingText(kOpen, null, 'en').question, 'How was your visit?');
  assert.match(untilText(kOpen, 'en'), /until 2[45] November, \d\d:\d\d\.$/);
  assert.match(untilText(kOpen, 'zh'), /^11月2[45]日 \d\d:\d\d /);
  assert.equal(untilText({ ...kOpen, mayRate: false }, 'en'), '');
});

test('the visit is named with its day, whatever the phone’s zone: a number comes again every day', () => {
  const visit = { service: { zh: '账户业务', en: 'Accounts' }, date: '2026-12-01' };
  assert.equal(visitText(visit, 'en'), 'Accounts · 1 December');
  assert.equal(visitText(visit, 'zh'), '账户业务 · 12月1日');
  assert.equal(visitText({}, 'en'), '');
});

test('what was given is named and nothing is asked any more', () => {
  assert.equal(ratingText(kOpen, 3, 'zh').detail, '您的评价：基本满意');
});

test('the hall’s own reasons stand on the boxes, in its order', () => {
  const reasons = [{ id: 'wait', name: { zh: '等候太久', en: 'Long wait' } }, { id: 'other', name: { zh: '其他', en: 'Other' } }];
  assert.deepEqual(reasonBoxes({ reasons }, 'zh'), [{ id: 'wait', text: '等候太久' }, { id: 'other', text: '其他' }]);
  assert.equal(reasonBoxes({ reasons }, 'en')[0].text, 'Long wait');
  assert.deepEqual(reasonBoxes({ reasons: [] }, 'en'), []);
});

test('each refusal has words of its own in both languages', () => {
  for (const chosen of ['zh', 'en']) {
    const said = ['not_served', 'panel_first', 'already_rated', 'rating_over'].map((code) => {
      const { question, detail } = ratingText({ ...kOpen, mayRate: false, code, detail: 'x' }, null, chosen);
      assert.notEqual(detail, 'x', code);
      return question;
    });
    assert.equal(new Set(said).size, 4);
  }
  assert.deepEqual(Object.keys(ratingWords('zh')), Object.keys(ratingWords('en')));
});

test('a refusal of another kind is said as the hall says it', () => {
  assert.equal(ratingText({ ...kOpen, mayRate: false, code: 'new_one', detail: 'why' }, null, 'en').detail, 'why');
});

test('only what ends by itself is asked for again', () => {
  assert.ok(changesByItself({ code: 'panel_first' }));
  assert.ok(!changesByItself({ code: 'rating_over' }) && !changesByItself({ code: null }));
});
