// The API client. Every answer is { ok, status, data } or { ok: false, status, detail, code, progress };
// nothing is thrown. Status 0: the hall could not be reached.

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

/** X-StarQueue protects against cross-site request forgery: a form on another site can't send it. */
export function sendCommand(method, path, body) {
  return answerOf(fetch(path, {
    method,
    headers: { 'Content-Type': 'application/json', 'X-StarQueue': '1' },
    credentials: 'same-origin',
    body: body === undefined ? undefined : JSON.stringify(body),
  }));
}
