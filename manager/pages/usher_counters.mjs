// The usher's list of counters: who is open, and what each gives now. It looks again by itself.
import { lookAgain } from './shared/api.mjs';
import { byId, el } from './shared/page.mjs';
import { word } from './shared/words.mjs';
import { counterLine, openOf } from './usher_model.mjs';

const kAgain = 1000;

function row({ name, state, reason, services, changed }) {
  const list = services.join(' · ');
  return el('li', {},
    el('span', { class: 'name' }, name),
    el('span', { class: 'is' }, [word(...state), reason].filter(Boolean).join(' · ')),
    el('span', { class: changed ? 'changed' : 'muted' }, changed ? word('changedToday', list) : list));
}

export function drawCounters({ counters, services }, nameOf) {
  const rows = openOf(counters).map((counter) => row(counterLine(counter, services, nameOf)));
  byId('counters').replaceChildren(...rows.length ? rows : [el('li', { class: 'muted' }, word('noCounterOpen'))]);
}

/** Calls `drawn` with the counters whenever they have changed, while somebody looks at the page. */
export async function watchCounters(drawn) {
  let last = '';
  const look = async () => {
    const answer = document.hidden ? { ok: false } : await lookAgain('/api/v1/counters');
    const text = answer.ok ? JSON.stringify(answer.data) : last;
    if (text !== last) drawn(answer.data);
    last = text;
    setTimeout(look, kAgain);
  };
  await look();
}
