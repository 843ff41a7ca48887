// Logs a user in: the hall answers with a cookie that no script can read. A password that somebody else has set is
// changed at once; login.html#password is the way to change it later.
import { sendCommand } from './shared/api.mjs';
import { homeOf, loginProblem, passwordProblem } from './login_model.mjs';
import { byId, show } from './shared/page.mjs';
import { newRequestId } from './shared/request_id.mjs';
import { applyWords, language, switchLanguage, word } from './shared/words.mjs';

const login = byId('login');
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
  show(change, true);
  change.elements.old.value = old;
  change.elements[old ? 'new' : 'old'].focus();
}

async function logIn(event) {
  event.preventDefault();
  say(null);
  const { user, password } = login.elements;
  const answer = await sendCommand('POST', '/api/v1/sessions',
    { requestId: newRequestId(), user: user.value.trim(), password: password.value });
  if (!answer.ok) return say(loginProblem(answer));
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
login.addEventListener('submit', logIn);
change.addEventListener('submit', changePassword);
if (location.hash === '#password') askForNewPassword('');
else login.elements.user.focus();
