// Draws the waits report: tiles, the heat table, the table of groups and their chart.
import { grouped, minutes, percent } from './shared/format.mjs';
import { change, heat, keyLabel, shadeOf, shades } from './shared/report.mjs';
import { byId, el } from './shared/page.mjs';
import { word } from './shared/words.mjs';

function tile(title, figure, figureUnit, ...notes) {
  return el('article', { class: 'card tile' },
    el('h2', {}, title),
    el('p', { class: 'figure' }, figure, figureUnit ? el('small', {}, ` ${figureUnit}`) : null),
    ...notes.map((note) => el('p', {}, note)));
}

function changeNote(now, earlier, figure) {
  const changed = change(now, earlier, figure);
  if (!changed) return null;
  if (changed.sign === '=') return word('same', grouped(changed.count));
  return word('thanBefore', `${changed.sign} ${changed.by.toFixed(1)}`, grouped(changed.count));
}

function unit(key) {
  return word(key, '').trim();
}

/** Customers who were never served, of all whose visit is over: not legs, of which a visit may have several. */
function lostTile({ count, served, unserved, cancelled, noShow }) {
  return tile(word('lost'), grouped(count - served), '', word('lostParts', unserved, cancelled, noShow),
    word('visitsAre', grouped(count)));
}

/** Waits and how visits ended; every figure with its count. */
export function drawTiles(now, { earlier, outcome, visits }) {
  const n = word('countIs', grouped(now.count));
  const tiles = [
    tile(word('calls'), grouped(now.count), '', outcome ? word('issued', grouped(outcome.issued)) : n),
    tile(word('median'), minutes(now.p50), unit('minutes'), changeNote(now, earlier, 'p50'), n),
    tile(word('ninety'), minutes(now.p90), unit('minutes'), changeNote(now, earlier, 'p90'), n),
    tile(word('inTarget'), percent(now.withinTargetShare), unit('percent'), n),
  ];
  if (visits) tiles.push(lostTile(visits));
  byId('tiles').replaceChildren(...tiles);
}

function heatCell(row, most) {
  if (!row) return el('td', {}, '·');
  const shade = shades[shadeOf(row.p90, most)];
  const cell = el('td', {}, String(Math.round(row.p90 / 60)), el('small', {}, ` (${row.count})`));
  cell.style.background = shade.ground;
  cell.style.color = shade.ink;
  return cell;
}

export function drawHeat(rows) {
  const { times, days, most, at } = heat(rows);
  byId('heat').replaceChildren(el('table', {},
    el('thead', {}, el('tr', {}, el('th', {}), ...days.map((day) => el('th', { scope: 'col' }, word(day))))),
    el('tbody', {}, ...times.map((time) => el('tr', {}, el('th', { scope: 'row' }, time),
      ...days.map((day) => heatCell(at(time, day), most)))))));
}

const kColumns = ['count', 'mean', 'p50', 'p90', 'p95', 'longest', 'inTarget'];

function groupRow(key, row, chosen, names) {
  const figures = [grouped(row.count), minutes(row.meanSeconds), minutes(row.p50), minutes(row.p90),
    minutes(row.p95), minutes(row.max), word('percent', percent(row.withinTargetShare))];
  return el('tr', {}, el('th', { scope: 'row' }, keyLabel(key, row[key], chosen, names)),
    ...figures.map((figure) => el('td', {}, figure)));
}

export function drawGroups(key, rows, chosen, names) {
  byId('groupTitle').textContent = word('groupTitle', word(key).toLowerCase());
  byId('table').replaceChildren(
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, word(key)),
      ...kColumns.map((column) => el('th', { scope: 'col' }, word(column))))),
    el('tbody', {}, ...rows.map((row) => groupRow(key, row, chosen, names))));
}

let drawn = null;

function bars(label, values, ground) {
  return { label, data: values, backgroundColor: ground, borderColor: '#094691', borderWidth: 2,
    borderRadius: 4, maxBarThickness: 36 };
}

export function drawChart(key, rows, chosen, names) {
  const canvas = byId('chart');
  canvas.setAttribute('aria-label', word('chartText'));
  drawn?.destroy();
  if (!globalThis.Chart) return;
  Chart.defaults.font = { family: getComputedStyle(document.body).fontFamily, size: 13 };
  Chart.defaults.color = '#0f1b2d';
  const inMinutes = (figure) => rows.map((row) => Number((row[figure] / 60).toFixed(1)));
  drawn = new Chart(canvas, {
    type: 'bar',
    data: {
      labels: rows.map((row) => keyLabel(key, row[key], chosen, names)),
      datasets: [bars('p50', inMinutes('p50'), '#094691'), bars('p90', inMinutes('p90'), '#e6eefa')],
    },
    options: {
      animation: false, responsive: true, maintainAspectRatio: false,
      plugins: { legend: { position: 'top', align: 'end' } },
      scales: {
        y: { beginAtZero: true, title: { display: true, text: unit('minutes') }, grid: { color: '#d5dce6' } },
        x: { grid: { display: false } },
      },
    },
  });
}
