// What the hall lets nobody do at a page that was left open: the password is asked for again, and then it is done.
import { sendCommand } from './api.mjs';
import { el } from './page.mjs';
import { newRequestId } from './request_id.mjs';
import { word } from './words.mjs';

/** Asks in a dialog; `problem`: the word for what was wrong with the last one. The password; null: given up. */
export function askForPassword(problem) {
  const input = el('input', { id: 'proof', type: 'password', autocomplete: 'current-password', maxlength: '200',
    required: '' });
  const form = el('form', { method: 'dialog' }, el('h2', {}, word('proofTitle')), el('p', {}, word('proofHint')),
    problem && el('p', { class: 'bad', role: 'alert' }, word(problem)),
    el('label', { for: 'proof' }, word('password')), input,
    el('div', { class: 'actions' }, el('button', { class: 'primary', value: 'given' }, word('proofGive')),
      el('button', { value: '', formnovalidate: '' }, word('giveUp'))));
  const dialog = el('dialog', { class: 'card' }, form);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'given' ? input.value : null);
    });
  });
}

/**
 * Like sendCommand(); where the hall wants the password first, asks for it until it is right, or nobody gives one.
 * `makeBody` makes the body at each send: typing a password takes time, and what was refused is another intent.
 */
export async function sendProven(method, path, makeBody, { send = sendCommand, ask = askForPassword } = {}) {
  const answer = await send(method, path, makeBody());
  if (answer.code !== 'password_needed') return answer;
  for (let problem = null; ;) {
    const password = await ask(problem);
    if (password === null) return answer;
    const proof = await send('POST', '/api/v1/sessions/current/password', { requestId: newRequestId(), password });
    if (proof.ok) return send(method, path, makeBody());
    if (proof.code !== 'login_refused') return proof;
    problem = 'oldPasswordWrong';
  }
}
