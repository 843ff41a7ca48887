// Logs a user in: the hall answers with a cookie that no script can read. A password that somebody else has set is
// changed at once; login.html#password is the way to change it later.
import { sendCommand } from './shared/api.mjs';
import { asksAnew, homeOf, loginBody, loginProblem, passwordProblem } from './login_model.mjs';
import { byId, show } from './shared/page.mjs';
import { newRequestId } from './shared/request_id.mjs';
import { applyWords, language, switchLanguage, word } from './shared/words.mjs';

const login = byId('login');
const second = byId('second');
const change = byId('change');
let problem = null;

function say(key) {
  problem = key;
  show(byId('problem'), key !== null);
  byId('problem').textContent = key === null ? '' : word(key);
}

function draw() {
  applyWords(document, language());
  say(problem);
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
  if (answer.data.passwordChangeNeeded) return askForNewPassword(password.value);
  location.replace(homeOf(answer.data.role));
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
if (location.hash === '#password') askForNewPassword('');
else login.elements.user.focus();
