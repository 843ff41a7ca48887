import assert from 'node:assert/strict';
import test from 'node:test';
import { asksAnew, homeOf, loginBody, loginProblem, passwordProblem } from '../../manager/pages/login_model.mjs';
import { mustLogIn } from '../../manager/pages/shared/api.mjs';
import { wordKeys } from '../../manager/pages/shared/words.mjs';

test('an usher begins at the tickets, everybody else at the reports', () => {
  assert.equal(homeOf('usher'), 'usher.html');
  for (const role of ['manager', 'duty-manager', 'admin']) assert.equal(homeOf(role), './');
});

test('each refusal has its own word', () => {
  const refusals = [{ status: 401, code: 'login_refused' }, { status: 403, code: 'login_refused' },
    { status: 400, code: 'bad_password' }, { status: 400, code: 'known_password' }, { status: 403, code: 'wrong_origin' }, { status: 429, code: 'too_many' },
    { status: 401, code: 'code_refused' }, { status: 403, code: 'factor_needed' }, { status: 403, code: 'factor_unreadable' },
    { status: 0 }];
  const words = refusals.map(loginProblem);
  assert.equal(new Set(words).size, refusals.length);
  for (const key of words) assert.ok(wordKeys.includes(key), key);
});

test('a new password is typed twice, is another and long enough', () => {
  assert.equal(passwordProblem('one time only', 'correct horse', 'correct horse'), null);
  assert.equal(passwordProblem('one time only', 'correct horse', 'correct horsf'), 'passwordsDiffer');
  assert.equal(passwordProblem('correct horse', 'correct horse', 'correct horse'), 'passwordIsOld');
  assert.equal(passwordProblem('one time only', 'elevenchars', 'elevenchars'), 'passwordTooShort');
  assert.equal(passwordProblem('', '十二个字的口令才算够长', '十二个字的口令才算够长'), 'passwordTooShort');
  for (const key of ['passwordsDiffer', 'passwordIsOld', 'passwordTooShort']) assert.ok(wordKeys.includes(key), key);
});

test('without a session, or before the password is changed, pages lead to the log-in', () => {
  assert.equal(mustLogIn({ status: 401 }), 'login.html');
  assert.equal(mustLogIn({ status: 403, code: 'password_change_needed' }), 'login.html#password');
  assert.equal(mustLogIn({ status: 403, code: 'forbidden' }), null);
  assert.equal(mustLogIn({ ok: true, status: 200 }), null);
});

test('a code is sent where one was typed, and typed again alone where it alone was wrong', () => {
  assert.deepEqual(loginBody('r', ' anna ', ' secret ', ' '), { requestId: 'r', user: 'anna', password: ' secret ' });
  assert.deepEqual(loginBody('r', 'anna', 'secret', ' 123 456 '), { requestId: 'r', user: 'anna', password: 'secret', code: '123 456' });
  assert.equal(asksAnew({ status: 401, code: 'login_refused' }), true);
  assert.equal(asksAnew({ status: 401, code: 'code_refused' }), false);
  assert.equal(asksAnew({ status: 429, code: 'too_many' }), false);
  assert.equal(asksAnew({ status: 403, code: 'factor_unreadable' }), false);
});
