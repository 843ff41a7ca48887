// Takes a token to the hall, which answers with a cookie that no script can read.
import { sendCommand } from './shared/api.mjs';
import { applyWords, language, switchLanguage, word } from './shared/words.mjs';

const form = document.getElementById('login');
const problem = document.getElementById('problem');

function say(key) {
  problem.textContent = word(key);
  problem.hidden = false;
}

async function logIn(event) {
  event.preventDefault();
  problem.hidden = true;
  const answer = await sendCommand('POST', '/manage/session', { token: form.token.value.trim() });
  if (answer.ok) location.replace(answer.data.role === 'usher' ? 'usher.html' : './');
  else say(answer.status === 401 ? 'loginRefused' : 'unreachable');
}

applyWords(document, language());
document.getElementById('language').addEventListener('click', () => applyWords(document, switchLanguage()));
form.addEventListener('submit', logIn);
form.token.focus();
