// Printers, displays and panels, for whom the hall tells of them: the state, what mends it, and a test.
import { lookAgain, sendCommand } from './shared/api.mjs';
import { byId, el, show } from './shared/page.mjs';
import { newRequestId } from './shared/request_id.mjs';
import { language, word } from './shared/words.mjs';
import { deviceLine, inOrder } from './devices_model.mjs';

const kAgain = 2000;
let shown = [];

async function test(id) {
  await sendCommand('POST', `/api/v1/devices/${encodeURIComponent(id)}/test`, { requestId: newRequestId() });
  await look();
}

function row(line) {
  return el('li', { class: line.bad ? 'trouble' : '' },
    el('span', { class: 'name' }, line.name),
    el('span', { class: 'is' }, [line.says, line.remedy].filter(Boolean).join(': ')),
    el('span', { class: 'muted' }, line.test),
    ...line.mayTest ? [el('button', { type: 'button', onclick: () => test(line.id) }, word('testDevice'))] : []);
}

export function drawDevices() {
  const lines = inOrder(shown.map((device) => deviceLine(device, language(), word)));
  byId('devices').replaceChildren(...lines.map(row));
  show(byId('deviceCard'), lines.length > 0);
}

/** False when the hall doesn't tell of devices. */
async function look() {
  const answer = document.hidden ? { ok: false } : await lookAgain('/api/v1/devices');
  if (answer.ok && JSON.stringify(answer.data) !== JSON.stringify(shown)) {
    shown = answer.data;
    drawDevices();
  }
  return answer.status !== 403;
}

/** Draws the devices whenever something of them has changed, while somebody looks at the page. */
export async function watchDevices() {
  if (await look()) setTimeout(watchDevices, kAgain);
}
