import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { messagesOf } from '../../manager/phone/stream.mjs';
import { counterName, goneWords, mayCancel, mayPostpone, nextLook, plainWords, postponeWords, ticketWords,
  waitRange }
  from '../../manager/phone/phone_model.mjs';

const kTicket = { number: 'A012', state: 'waiting', ahead: 6, counter: null, may: ['cancel'],
  waitSeconds: { p10: 500, p50: 640, p90: 830 } };
const kCounter = { id: '3', sign: '3', name: { zh: '3号窗口', en: 'Counter 3' } };
const kStates = ['waiting', 'called', 'serving', 'finished', 'no_show', 'parked', 'cancelled', 'unserved',
  'postponed'];

test('a wait is said as on screens and paper', () => {
  const cases = JSON.parse(readFileSync(new URL('../data/wait_cases.json', import.meta.url)));
  assert.notEqual(cases.length, 0);
  for (const wait of cases)
    for (const chosen of ['zh', 'en'])
      assert.equal(waitRange(wait, chosen), wait[chosen], JSON.stringify(wait));
});

test('who waits reads how many stand ahead', () => {
  const words = ticketWords(kTicket, 'zh');
  assert.equal(words.headline, '前面 6 人');
  assert.equal(words.detail, '预计还要 8–14 分钟');
});

test('only a free counter is said to serve at once', () => {
  const next = ticketWords({ ...kTicket, ahead: 0 }, 'zh');
  assert.deepEqual([next.headline, next.detail], ['您是下一位', '预计还要 8–14 分钟']);
  const free = { p10: 0, p50: 0, p90: 0, method: 'rank' };
  assert.equal(ticketWords({ ...kTicket, ahead: 0, waitSeconds: free }, 'zh').headline, '马上办理');
});

test('while nobody can know the wait no minutes are said', () => {
  const waitSeconds = { p10: null, p50: null, p90: null, method: 'unknown' };
  for (const ahead of [0, 6])
    assert.equal(ticketWords({ ...kTicket, ahead, waitSeconds }, 'en').detail, "Counters aren't open yet");
});

test('who is called reads where to go', () => {
  const words = ticketWords({ ...kTicket, state: 'called', counter: kCounter }, 'en');
  assert.equal(words.headline, 'Go to Counter 3');
});

test('giving up is offered exactly when the hall says that it is taken', () => {
  assert.ok(mayCancel(kTicket));
  assert.ok(mayCancel({ ...kTicket, state: 'called' }));
  assert.ok(!mayCancel({ ...kTicket, may: [] }));
});

test('putting off the call is offered exactly when the hall says so, with its minutes', () => {
  assert.ok(mayPostpone({ ...kTicket, may: ['cancel', 'postpone'] }));
  assert.ok(!mayPostpone(kTicket));
  for (const chosen of ['zh', 'en']) {
    const words = postponeWords({ ...kTicket, postponeMinutes: 7 }, chosen);
    assert.match(words.later + words.postponeHint, /7/);
    assert.doesNotMatch(Object.values(words).join(), /[{}]|undefined/);
  }
});

test('who has put off the call reads when the number is in line again', () => {
  const ticket = { ...kTicket, state: 'postponed', postponedUntil: '2026-11-23T02:25:00Z' };
  assert.match(ticketWords(ticket, 'en').detail, /\d\d:25/);
});

test('every state has words in both languages, and no gap is left open', () => {
  for (const state of kStates)
    for (const chosen of ['zh', 'en']) {
      const { headline, detail } = ticketWords({ ...kTicket, state }, chosen);
      assert.notEqual(headline, state, `${state} ${chosen}`);
      assert.doesNotMatch(headline + detail, /[{}]|undefined|null/, `${state} ${chosen}`);
    }
});

test('both languages have the same plain words', () => {
  assert.deepEqual(Object.keys(plainWords('zh')), Object.keys(plainWords('en')));
});

test('a counter is named so that what stands over it can be found', () => {
  const named = (sign, zh, en) => ['zh', 'en'].map((chosen) => counterName({ sign, name: { zh, en } }, chosen));
  assert.deepEqual(named('3', '3号窗口', 'Counter 3'), ['3号窗口', 'Counter 3']);
  assert.deepEqual(named('3B', '二楼3B窗口', 'Upstairs 3B'), ['二楼3B窗口', 'Upstairs 3B']);
  assert.deepEqual(named('贵宾室', '贵宾室', 'VIP room'), ['贵宾室', '贵宾室 (VIP room)']);
  assert.deepEqual(named('3', '二楼3B窗口', 'Counter 33'), ['3（二楼3B窗口）', '3 (Counter 33)']);
  assert.deepEqual(named('1', '11号厅1号窗口', 'Room 11, counter 1'), ['11号厅1号窗口', 'Room 11, counter 1']);
  assert.equal(counterName(null, 'zh'), '窗口');
});

test('the page asks sooner near the call, slower after failures and for a ticket that is gone', () => {
  assert.ok(nextLook({ ...kTicket, ahead: 1 }, 0) < nextLook(kTicket, 0));
  assert.ok(nextLook(kTicket, 5) > nextLook(kTicket, 1));
  assert.ok(nextLook(kTicket, 50) <= 30_000);
  assert.ok(nextLook({ state: 'gone' }, 0) > nextLook(kTicket, 0));
});

test('a number that a restored hall does not know sends to the usher, in both languages', () => {
  assert.match(goneWords(true, 'zh').goneHint, /引导台/);
  assert.match(goneWords(true, 'en').goneTitle, /restored/);
  assert.match(goneWords(true, 'en').goneHint, /ask the usher/);
  assert.deepEqual(goneWords(false, 'en').goneTitle, plainWords('en').goneTitle);
});

test('the hall is heard message by message, however its bytes come', async () => {
  const bytes = new TextEncoder().encode('data: {"number":"账001"}\n\n:\n\ndata: {"ahead":2}\n\ndata: {"cut');
  for (const size of [1, 7, 100]) {
    const stream = new ReadableStream({ start(control) {
      for (let at = 0; at < bytes.length; at += size) control.enqueue(bytes.slice(at, at + size));
      control.close();
    } });
    const heard = [];
    for await (const message of messagesOf(stream)) heard.push(message);
    assert.deepEqual(heard, [{ number: '账001' }, { ahead: 2 }]);
  }
});
