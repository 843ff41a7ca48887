import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { actions, actionsFor, counterLine, grantable, hallTime, lastTime, openOf, outageBody, searchUrl, servedHalf,
  states, tidyNumber } from '../../manager/pages/usher_model.mjs';
import { newRequestId } from '../../manager/pages/shared/request_id.mjs';
import { wordKeys } from '../../manager/pages/shared/words.mjs';

globalThis.crypto ??= webcrypto; // browsers have it; Debian 12's Node.js 18 doesn't

const kShanghai = 'Asia/Shanghai';
const kTen = '2026-11-23T02:00:00.000Z'; // ten in the morning in Shanghai

test('a time is that of the hall, whatever the tablet shows', () => {
  assert.deepEqual(hallTime(kTen, kShanghai), { date: '2026-11-23', time: '10:00' });
  assert.equal(lastTime('09:30', kTen, kShanghai), '2026-11-23T01:30:00.000Z');
  assert.equal(lastTime('10:00', kTen, kShanghai), kTen);
});

test('a time that is yet to come was yesterday', () => {
  assert.equal(lastTime('10:01', kTen, kShanghai), '2026-11-22T02:01:00.000Z');
  assert.equal(lastTime('23:50', '2026-11-22T16:10:00Z', kShanghai), '2026-11-22T15:50:00.000Z');
});

test('a time is right on both sides of a clock change', () => {
  assert.equal(lastTime('01:30', '2026-03-29T08:00:00Z', 'Europe/Berlin'), '2026-03-29T00:30:00.000Z');
  assert.equal(lastTime('04:30', '2026-03-29T08:00:00Z', 'Europe/Berlin'), '2026-03-29T02:30:00.000Z');
  assert.equal(lastTime('02:30', '2026-10-25T08:00:00Z', 'Europe/Berlin'), '2026-10-25T00:30:00.000Z');
});

test('a search holds only what was filled in, and the last minute whole', () => {
  assert.equal(searchUrl({ service: '', state: '', from: '', to: '', number: ' ' }, kTen, kShanghai), '/api/v1/tickets');
  const url = new URL(searchUrl({ service: 'sim', state: 'waiting', from: '09:00', to: '09:30', number: ' a 012 ' },
    kTen, kShanghai), 'http://hall');
  assert.deepEqual(Object.fromEntries(url.searchParams), { service: 'sim', state: 'waiting', number: 'A012',
    from: '2026-11-23T01:00:00.000Z', to: '2026-11-23T01:31:00.000Z' });
});

test('only what the hall says may be done is offered for a ticket, whatever its state', () => {
  assert.deepEqual(actionsFor({ state: 'waiting', may: ['cancel', 'move', 'identify', 'statutory', 'reprint'] }),
    ['reprint', 'move', 'statutory', 'cancel']);
  assert.deepEqual(actionsFor({ state: 'no_show', may: ['cancel', 'requeue'] }), ['requeue', 'cancel']);
  assert.deepEqual(actionsFor({ state: 'waiting', may: [] }), []);
});

test('a slip becomes what the hall takes', () => {
  const form = { service: 'account', number: 'a9007', issued: '09:10', statutory: 'none', counter: '2', clerk: ' 17 ' };
  assert.deepEqual(outageBody(form, kTen, kShanghai),
    { service: 'account', number: 'A9007', issuedAt: '2026-11-23T01:10:00.000Z' });
  const served = outageBody({ ...form, statutory: 'elderly', called: '09:20', started: '09:21', finished: '09:30' },
    kTen, kShanghai);
  assert.equal(served.statutory, 'elderly');
  assert.deepEqual(served.served, { counter: '2', clerk: '17', calledAt: '2026-11-23T01:20:00.000Z',
    startedAt: '2026-11-23T01:21:00.000Z', finishedAt: '2026-11-23T01:30:00.000Z' });
});

test('half a service is noticed before it is sent', () => {
  assert.ok(servedHalf({ called: '09:20', started: '', finished: '' }));
  assert.ok(!servedHalf({ called: '', started: '', finished: '' }));
  assert.ok(!servedHalf({ called: '09:20', started: '09:20', finished: '09:20' }));
});

test('a requestId is a random UUID', () => {
  assert.match(newRequestId(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.notEqual(newRequestId(), newRequestId());
});

test('numbers are written as on the ticket', () => assert.equal(tidyNumber(' b 0 07'), 'B007'));

test('whatever the page says has its words', () => {
  const page = readFileSync(new URL('../../manager/pages/usher.mjs', import.meta.url), 'utf8');
  const named = [...page.matchAll(/word\('(\w+)'/g)].map(([, key]) => key);
  const made = [...states.map((state) => `state_${state}`), 'statutory_none',
    ...actions.flatMap((action) => [action, `did_${action}`])];
  for (const key of [...named, ...made]) assert.ok(wordKeys.includes(key), key);
});

test('the usher is offered the groups that he may grant, and to take one back', () => {
  const groups = [{ id: 'elderly', byUsher: true, name: 'Elderly' }, { id: 'hero', byUsher: false, name: 'Hero' }];
  assert.deepEqual(grantable(groups, 'None', ({ name }) => name), [['none', 'None'], ['elderly', 'Elderly']]);
  assert.deepEqual(grantable([], 'None', ({ name }) => name), [['none', 'None']]);
});

test('a counter says what it gives now, why it is paused, and that it was changed', () => {
  const nameOf = ({ name }) => name.en;
  const services = [{ id: 'account', name: { en: 'Accounts' } }, { id: 'sim', name: { en: 'SIM cards' } }];
  const counter = { name: { en: 'Counter 2' }, state: 'open', services: ['account', 'sim'], ticket: null, paused: false,
    pauseReason: null, servicesChanged: true };
  assert.deepEqual(counterLine(counter, services, nameOf), { name: 'Counter 2', state: ['counter_open', ''], reason: '',
    services: ['Accounts', 'SIM cards'], changed: true });
  const paused = counterLine({ ...counter, state: 'paused', paused: true, pauseReason: 'lunch' }, services, nameOf);
  assert.deepEqual([paused.state[0], paused.reason], ['counter_paused', 'lunch']);
  const serving = counterLine({ ...counter, state: 'serving', ticket: { number: 'A001' } }, services, nameOf);
  assert.deepEqual(serving.state, ['counter_serving', 'A001']);
  assert.deepEqual(counterLine({ ...counter, services: ['gone'] }, services, nameOf).services, ['gone']);
});

test('every counter where somebody works has a word for its state', () => {
  const all = ['closed', 'open', 'paused', 'calling', 'serving'].map((state) => ({ state }));
  for (const { state } of openOf(all))
    assert.ok(wordKeys.includes(`counter_${state}`), state);
});
