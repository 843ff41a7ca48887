import assert from 'node:assert/strict';
import test from 'node:test';
import { asksAnew, homeOf, judgementOf, loginBody, loginProblem, passwordProblem } from '../../manager/pages/login_model.mjs';
import { mustLogIn } from '../../manager/pages/shared/api.mjs';
import { isNews, lastLoginText, newsLines } from '../../manager/pages/shared/account_news.mjs';
import { wordKeys } from '../../manager/pages/shared/words.mjs';

test('an usher begins at the tickets, everybody else at the reports', () => {
  assert.equal(homeOf('usher'), 'usher.html');
  for (const role of ['manager', 'duty-manager', 'admin']) assert.equal(homeOf(role), './');
});

test('each refusal has its own word', () => {
  const refusals = [{ status: 401, code: 'login_refused' }, { status: 403, code: 'login_refused' },
    { status: 400, code: 'bad_password' }, { status: 400, code: 'known_password' }, { status: 403, code: 'wrong_origin' }, { status: 429, code: 'too_many' },
    { status: 401, code: 'code_refused' }, { status: 403, code: 'factor_needed' }, { status: 403, code: 'factor_unreadable' },
    { status: 403, code: 'first_password_over' }, { status: 403, code: 'pepper_lost' },
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

test('a new password is judged by the hall alone, and long ones only', () => {
  assert.deepEqual(judgementOf('', null), { word: null, level: 0 });
  assert.deepEqual(judgementOf('elevenchars', null), { word: 'passwordTooShort', level: 0 });
  assert.deepEqual(judgementOf('Zhang-wei-1990!', null), { word: null, level: 0 });
  assert.equal(judgementOf('Zhang-wei-1990!', { code: 'known_password', bits: 70 }).word, 'passwordKnown');
  assert.equal(judgementOf('anna.anna.anna', { code: 'bad_password', bits: 0 }).word, 'passwordTooSimple');
  const levels = [27, 40, 60, 90].map((bits) => judgementOf('mauve oxen sing', { code: null, bits }));
  assert.deepEqual(levels.map(({ word }) => word), ['strengthTaken', 'strengthTaken', 'strengthStrong', 'strengthStrong']);
  assert.deepEqual(levels.map(({ level }) => level), [0.45, 40 / 60, 1, 1]);
});

test('what happened since the last log-in is said where it matters', () => {
  const quiet = { lastAt: null, lastFrom: '', refused: 0, changes: [] };
  assert.equal(isNews(null), false);
  assert.equal(isNews(quiet), false);
  assert.equal(lastLoginText(quiet, 'en'), '');
  assert.equal(lastLoginText(null, 'en'), '');
  const added = { at: '2026-11-29T10:02:00.000Z', what: 'user_added', by: 'root', detail: '' };
  assert.equal(isNews({ ...quiet, changes: [added] }), false);
  const news = { lastAt: '2026-11-29T10:02:00.000Z', lastFrom: 'telephone', refused: 2,
    changes: [{ ...added, what: 'user_changed', by: 'command line', detail: 'password' }] };
  assert.equal(isNews(news), true);
  const [last, refused, change] = newsLines(news, 'en');
  assert.match(last, /^Last log-in: (29|30) Nov \d\d:02, a telephone$/);
  assert.equal(refused, 'Refused log-ins: 2');
  assert.match(change, /: the password was set anew \(a command on the hall’s computer\)$/);
  for (const what of ['password_changed', 'factor_set', 'factor_removed', 'recovery_code_used', 'user_added', 'user_changed'])
    for (const language of ['zh', 'en']) assert.ok(newsLines({ ...quiet, changes: [{ ...added, what }] }, language)[0]);
});
