// The API client. Every answer is { ok, status, data } or { ok: false, status, detail, code, progress };
// nothing is thrown. Status 0: the hall could not be reached.

import { newRequestId } from './request_id.mjs';

async function answerOf(request) {
  try {
    const response = await request;
    const text = await response.text();
    const data = text ? JSON.parse(text) : null;
    if (response.ok) return { ok: true, status: response.status, data };
    return { ok: false, status: response.status, detail: data?.detail ?? data?.title ?? '', code: data?.code,
      progress: data?.progress };
  } catch {
    return { ok: false, status: 0, detail: '' };
  }
}

export function get(path) {
  return answerOf(fetch(path, { headers: { Accept: 'application/json' }, credentials: 'same-origin' }));
}

/** Looks again without anybody asking: it is no use of the session, which ends though the page stays open. */
export function lookAgain(path) {
  const headers = { Accept: 'application/json', 'StarQueue-Unattended': '1' };
  return answerOf(fetch(path, { headers, credentials: 'same-origin' }));
}

/** Against cross-site request forgery the hall looks at Origin and Content-Type, which no form of another site can send. */
export function sendCommand(method, path, body) {
  return answerOf(fetch(path, {
    method,
    headers: { 'Content-Type': 'application/json' },
    credentials: 'same-origin',
    body: body === undefined ? undefined : JSON.stringify(body),
  }));
}

/** Ends the session. */
export async function logOut() {
  await sendCommand('DELETE', '/api/v1/sessions/current', { requestId: newRequestId() });
  location.replace('login.html');
}

/** The page to go to when an answer says that there is no session, or that the password must be changed; else null. */
export function mustLogIn({ status, code }) {
  if (status === 401) return 'login.html';
  return code === 'password_change_needed' ? 'login.html#password' : null;
}
