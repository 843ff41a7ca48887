// The frame of every report page: dates, groups, language, log-out, error messages.
import { get, logOut, mustLogIn } from './api.mjs';
import { showClock } from './clock.mjs';
import { addDays, isDate, localToday, rangeText } from './format.mjs';
import { showOwnLinks } from './links.mjs';
import { failureText, groupKeys, lastDays, reportUrl } from './report.mjs';
import { byId, el, segments, show } from './page.mjs';
import { applyWords, language, switchLanguage, word } from './words.mjs';

const kCountsAgain = 2000;
const kPresets = [['today', 1], ['week', 7], ['month', 30]];

function namesOf(list) {
  return Object.fromEntries(list.map((entry) => [entry.id, entry.name]));
}

/** Names and the hall's date; optional for a report. */
async function learnHall(page) {
  const [board, services, counters] = await Promise.all(
    ['board', 'services', 'counters'].map((name) => get(`/api/v1/${name}`)));
  if (board.ok) {
    byId('hall').textContent = board.data.hall.name;
    if (isDate(board.data.date ?? '')) page.today = board.data.date;
  }
  if (services.ok) page.names.service = namesOf(services.data);
  if (counters.ok) page.names.counter = namesOf(counters.data);
}

/**
 * The state of a report page and what its controls do. `range` and `key` (the grouping) are the user's choice,
 * `names` the hall's, `figures` what is shown.
 */
class ReportPage {
  today = localToday();
  range = lastDays(this.today, 7);
  key = 'tier';
  names = { service: {}, counter: {} };
  figures = null;
  answered = false;
  failed = null;
  asked = 0;

  constructor(report, parts) {
    this.report = report;
    this.parts = parts;
  }

  async load() {
    const asked = ++this.asked;
    show(byId('status'), true);
    const { must, may } = this.parts.ask(this);
    const answers = await Promise.all([...must, ...may].map(get));
    // Stale answer: the user has chosen again meanwhile.
    if (asked !== this.asked) return;
    const login = answers.map(mustLogIn).find((page) => page !== null);
    if (login) return location.replace(login);
    this.failed = answers.slice(0, must.length).find((answer) => !answer.ok) ?? null;
    this.answered = this.failed === null;
    const data = answers.map((answer) => (answer.ok ? answer.data : null));
    this.figures = this.answered ? this.parts.take(data, this) : null;
    show(byId('status'), false);
    this.draw();
    if (this.failed?.code === 'still_counting')
      setTimeout(() => { if (asked === this.asked) this.load(); }, kCountsAgain);
  }

  draw() {
    const failed = this.failed !== null;
    this.drawControls();
    show(byId('problem'), failed);
    show(byId('empty'), this.answered && this.figures === null);
    show(byId('report'), this.figures !== null);
    if (failed) this.drawFailure();
    if (this.figures !== null) this.parts.draw(this);
  }

  drawFailure() {
    byId('problem').replaceChildren(
      el('h2', {}, word('failed')), el('p', {}, failureText(this.failed, language())),
      el('button', { type: 'button', onclick: () => this.load() }, word('retry')));
  }

  drawControls() {
    applyWords(document, language());
    document.title = `${word(this.report)} · ${byId('hall').textContent}`;
    byId('status').textContent = word('loading');
    byId('rangeText').textContent = rangeText(this.range, language());
    byId('from').value = this.range.from;
    byId('until').value = addDays(this.range.to, -1);
    byId('export').href = reportUrl(this.report, this.range, [this.key], 'csv');
    byId('export').setAttribute('download', `${this.report}-${this.range.from}-${this.key}.csv`);
    this.drawPresets();
    segments(byId('groups'), groupKeys.map((key) => ({ key, text: word(key) })), this.key, word('groupBy'),
      (key) => this.choose({ key }));
  }

  drawPresets() {
    const same = (days) => JSON.stringify(lastDays(this.today, days)) === JSON.stringify(this.range);
    segments(byId('presets'), kPresets.map(([key]) => ({ key, text: word(key) })),
      kPresets.find(([, days]) => same(days))?.[0], word('range'),
      (key) => this.choose({ range: lastDays(this.today, kPresets.find(([name]) => name === key)[1]) }));
  }

  choose(choice) {
    Object.assign(this, choice);
    this.drawControls();
    this.load();
  }

  /** If the first day is after the last, the one just chosen is used for both. */
  chooseDates(edited) {
    const from = byId('from').value;
    const until = byId('until').value;
    if (!isDate(from) || !isDate(until)) return;
    const only = edited === 'from' ? from : until;
    this.choose({ range: from <= until ? { from, to: addDays(until, 1) } : { from: only, to: addDays(only, 1) } });
  }

  listen() {
    byId('language').addEventListener('click', () => { switchLanguage(); this.draw(); });
    byId('logout').addEventListener('click', logOut);
    byId('print').addEventListener('click', () => print());
    byId('from').addEventListener('change', () => this.chooseDates('from'));
    byId('until').addEventListener('change', () => this.chooseDates('until'));
  }
}

/**
 * The page of `report`. `ask(page)` gives the requests: { must: [path…], may: [path…] }; `take(answers, page)`
 * makes of the answers what `draw(page)` shows, or null where there is nothing to show.
 */
export async function reportPage(report, { ask, take, draw }) {
  const page = new ReportPage(report, { ask, take, draw });
  page.listen();
  page.drawControls();
  await learnHall(page);
  await Promise.all([showClock(), showOwnLinks()]);
  page.choose({ range: lastDays(page.today, 7) });
}
