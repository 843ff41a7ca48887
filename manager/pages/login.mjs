// Logs a user in: the hall answers with a cookie that no script can read. A password that somebody else has set is
// changed at once; login.html#password is the way to change it later.
import { sendCommand } from './shared/api.mjs';
import { asksAnew, homeOf, judgementOf, loginBody, loginProblem, passwordProblem } from './login_model.mjs';
import { isNews, newsLines } from './shared/account_news.mjs';
import { byId, el, show } from './shared/page.mjs';
import { newRequestId } from './shared/request_id.mjs';
import { applyWords, language, switchLanguage, word } from './shared/words.mjs';

const login = byId('login');
const second = byId('second');
const change = byId('change');
const kPause = 600; // ms without a key, until the hall is asked what it thinks of a new password
let problem = null;
let news = null;
let home = './';
let judged = { word: null, level: 0 };
let pause = 0;

function say(key) {
  problem = key;
  show(byId('problem'), key !== null);
  byId('problem').textContent = key === null ? '' : word(key);
}

function draw() {
  applyWords(document, language());
  if (news !== null) byId('newsLines').replaceChildren(...newsLines(news, language()).map((line) => el('li', {}, line)));
  byId('strength').setAttribute('aria-label', word('strength'));
  byId('strength').value = judged.level;
  byId('judgement').textContent = judged.word === null ? '' : word(judged.word);
  say(problem);
}

/** What has happened since the last log-in; `goesOn`: nothing else is asked for. */
function tell(goesOn) {
  show(byId('news'), true);
  show(byId('goOn').parentElement, goesOn);
  if (goesOn) for (const form of [login, second, change]) show(form, false);
  draw();
  if (goesOn) byId('goOn').focus();
}

function judge(said) {
  judged = judgementOf(change.elements.new.value, said);
  draw();
}

async function askJudge(password) {
  const answer = await sendCommand('POST', '/api/v1/users/me/password/judge', { requestId: newRequestId(), password });
  if (answer.ok && password === change.elements.new.value) judge(answer.data);
}

function newPasswordTyped() {
  clearTimeout(pause);
  judge(null);
  const password = change.elements.new.value;
  if (judged.word === null && password !== '') pause = setTimeout(() => askJudge(password), kPause);
}

function askForNewPassword(old) {
  show(login, false);
  show(second, false);
  show(change, true);
  change.elements.old.value = old;
  change.elements[old ? 'new' : 'old'].focus();
}

/** The code of a second factor is asked for; or no more. */
function askForCode(asked) {
  show(login, !asked);
  show(second, asked);
  second.elements.code.value = '';
  (asked ? second.elements.code : login.elements.user).focus();
}

async function logIn(event) {
  event.preventDefault();
  say(null);
  const { user, password } = login.elements;
  const answer = await sendCommand('POST', '/api/v1/sessions',
    loginBody(newRequestId(), user.value, password.value, second.elements.code.value));
  if (answer.code === 'code_needed') return askForCode(true);
  if (!answer.ok) {
    if (asksAnew(answer)) askForCode(false);
    second.elements.code.select();
    return say(loginProblem(answer));
  }
  news = answer.data.sinceLastLogin;
  home = homeOf(answer.data.role);
  const hasNews = isNews(news);
  if (hasNews) tell(!answer.data.passwordChangeNeeded);
  if (answer.data.passwordChangeNeeded) return askForNewPassword(password.value);
  if (!hasNews) location.replace(home);
}

async function changePassword(event) {
  event.preventDefault();
  const fields = change.elements;
  say(passwordProblem(fields.old.value, fields.new.value, fields.again.value));
  if (problem !== null) return;
  const answer = await sendCommand('POST', '/api/v1/users/me/password',
    { requestId: newRequestId(), old: fields.old.value, password: fields.new.value });
  if (answer.ok) return location.replace(homeOf(answer.data.role));
  if (answer.status === 401) location.replace('login.html');
  say(loginProblem(answer));
}

draw();
byId('language').addEventListener('click', () => { switchLanguage(); draw(); });
for (const box of document.querySelectorAll('[data-shows]')) {
  box.addEventListener('change', () => {
    for (const id of box.dataset.shows.split(' ')) byId(id).type = box.checked ? 'text' : 'password';
  });
}
login.addEventListener('submit', logIn);
second.addEventListener('submit', logIn);
byId('back').addEventListener('click', () => { say(null); askForCode(false); });
change.addEventListener('submit', changePassword);
change.elements.new.addEventListener('input', newPasswordTyped);
byId('goOn').addEventListener('click', () => location.replace(home));
byId('toChange').addEventListener('click', () => { show(byId('news'), false); askForNewPassword(''); });
if (location.hash === '#password') askForNewPassword('');
else login.elements.user.focus();
