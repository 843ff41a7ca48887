import assert from 'node:assert/strict';
import test from 'node:test';
import { sendProven } from '../../manager/pages/shared/proof.mjs';
import { wordKeys } from '../../manager/pages/shared/words.mjs';

const kNeeded = { ok: false, status: 403, code: 'password_needed' };
const kDone = { ok: true, status: 200 };

/** Makes a command with another number at each call. */
function commands() {
  let made = 0;
  return () => ({ requestId: `r${++made}`, wall: `at ${made}` });
}

/** A hall that wants the password `right`, and what it was asked. */
function hallThatWants(right) {
  const heard = [];
  const commandsHeard = [];
  let isProven = false;
  const answer = (method, path, body) => {
    heard.push(`${method} ${path}`);
    if (!path.endsWith('/password')) {
      commandsHeard.push(body);
      return isProven ? kDone : kNeeded;
    }
    assert.ok(body.requestId);
    isProven = body.password === right;
    return isProven ? { ok: true, status: 204 } : { ok: false, status: 403, code: 'login_refused' };
  };
  return { heard, commandsHeard, send: (...command) => Promise.resolve(answer(...command)) };
}

/** Gives these one after the other. */
function gives(passwords) {
  const problems = [];
  const ask = (problem) => { problems.push(problem); return Promise.resolve(passwords.shift() ?? null); };
  return { problems, ask };
}

test('whoever needs no proof isn’t asked', async () => {
  const answer = await sendProven('POST', '/x', commands(),
    { send: () => Promise.resolve(kDone), ask: () => assert.fail('asked') });
  assert.equal(answer, kDone);
});

test('the command is made and sent again once the password was right', async () => {
  const { heard, commandsHeard, send } = hallThatWants('correct horse');
  const { problems, ask } = gives(['correct horsf', 'correct horse']);
  assert.equal(await sendProven('POST', '/x', commands(), { send, ask }), kDone);
  assert.deepEqual(problems, [null, 'oldPasswordWrong']);
  assert.ok(wordKeys.includes('oldPasswordWrong'));
  assert.deepEqual(heard, ['POST /x', 'POST /api/v1/sessions/current/password',
    'POST /api/v1/sessions/current/password', 'POST /x']);
  assert.deepEqual(commandsHeard, [{ requestId: 'r1', wall: 'at 1' }, { requestId: 'r2', wall: 'at 2' }],
    'what it says, such as the time, is of the moment at which it is sent');
});

test('nothing is sent when nobody gives a password', async () => {
  const { heard, send } = hallThatWants('correct horse');
  assert.equal(await sendProven('POST', '/x', commands(), { send, ask: gives([]).ask }), kNeeded);
  assert.deepEqual(heard, ['POST /x']);
});

test('too many attempts are told instead of asked for once more', async () => {
  const send = (method, path) => Promise.resolve(path.endsWith('/password')
    ? { ok: false, status: 429, code: 'too_many' } : kNeeded);
  const answer = await sendProven('POST', '/x', commands(), { send, ask: () => Promise.resolve('correct horse') });
  assert.equal(answer.code, 'too_many');
});
