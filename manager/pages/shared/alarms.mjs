// The notice that the hall was used as it usually isn't, at the top of a page, for those whom the hall tells.
import { el } from './page.mjs';
import { word } from './words.mjs';

/** The words for what GET /hall says was unusual within the last day; none: nothing, or it isn't told. */
export function alarmsOf({ lookups, use }) {
  const kinds = [...lookups?.unusual ? ['lookups'] : [], ...use?.unusual ?? []];
  return kinds.map((kind) => `unusual_${kind}`);
}

/** Shows them in `notice`, or hides it. */
export function drawAlarms(notice, hall) {
  const alarms = alarmsOf(hall);
  notice.hidden = alarms.length === 0;
  if (alarms.length === 0) return;
  notice.replaceChildren(el('h2', {}, word('unusualTitle')),
    el('ul', {}, ...alarms.map((alarm) => el('li', {}, word(alarm)))), el('p', {}, word('unusualWhat')));
}
