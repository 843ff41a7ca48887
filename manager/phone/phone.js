// The customer's phone. The hall makes the page; this shows what changes as soon as the hall tells it, and reminds of a
// call once asked to. A classic script in ES2017: older phones run it, and without it the page refreshes itself.
(function phone() {
  'use strict';

  const byId = (id) => document.getElementById(id);
  const { path, language } = document.body.dataset;
  const kSilence = 25000; // ms; the hall says every ten seconds what it said before
  const shown = { state: document.body.dataset.state, recalls: Number(document.body.dataset.recalls), ahead: 0 };
  const tries = { failures: 0, timer: 0, stream: null };
  const ways = { isArmed: false, audio: null, vibrates: false, lock: null };

  function at(what) {
    return `${path}/${what}?language=${language}`;
  }

  function uuid() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }

  // ---------------------------------------------------------------- reminding

  function beep(from, frequency) {
    const tone = ways.audio.createOscillator();
    const loudness = ways.audio.createGain();
    tone.frequency.value = frequency;
    loudness.gain.setValueAtTime(0, from);
    loudness.gain.linearRampToValueAtTime(0.8, from + 0.02);
    loudness.gain.setValueAtTime(0.8, from + 0.23);
    loudness.gain.linearRampToValueAtTime(0, from + 0.25);
    tone.connect(loudness);
    loudness.connect(ways.audio.destination);
    tone.start(from);
    tone.stop(from + 0.25);
  }

  function rings() {
    return ways.audio !== null && ways.audio.state === 'running';
  }

  /** Of each call and each recall, once. */
  function remind() {
    if (!ways.isArmed) return;
    if (ways.vibrates) navigator.vibrate([400, 200, 400, 200, 400]);
    if (!rings()) return;
    for (let time = 0; time < 3; time += 1) {
      beep(ways.audio.currentTime + time, 880);
      beep(ways.audio.currentTime + time + 0.3, 1175);
    }
  }

  async function keepAwake() {
    try {
      ways.lock = await navigator.wakeLock.request('screen');
      ways.lock.addEventListener('release', () => { ways.lock = null; drawReminder(); });
    } catch (e) {
      ways.lock = null; // the browser has none, or refuses it: nothing is promised
    }
  }

  async function hearAudio() {
    const Audio = window.AudioContext || window.webkitAudioContext;
    if (!Audio) return;
    if (ways.audio === null) ways.audio = new Audio();
    ways.audio.onstatechange = drawReminder;
    await Promise.race([ways.audio.resume(), new Promise((resolve) => { setTimeout(resolve, 1000); })]);
  }

  /** Says what is switched on, and nothing else. */
  function drawReminder() {
    const words = byId('reminds');
    const mayCall = ['waiting', 'parked', 'postponed', 'called'].includes(shown.state);
    byId('reminder').hidden = !mayCall;
    byId('remind').hidden = ways.isArmed;
    words.hidden = !ways.isArmed;
    if (!ways.isArmed) return;
    const loud = [rings() && words.dataset.sound, ways.vibrates && words.dataset.vibration].filter(Boolean);
    const all = loud.concat([ways.lock && words.dataset.awake].filter(Boolean));
    let text = words.dataset.nothing;
    if (all.length > 0) text = loud.length > 0 ? words.dataset.reminds : words.dataset.awakeOnly;
    text = text.replace('{ways}', all.join(words.dataset.comma));
    if (words.textContent !== text) words.textContent = text;
  }

  async function arm() {
    ways.isArmed = true;
    ways.vibrates = typeof navigator.vibrate === 'function' && navigator.vibrate(80);
    await Promise.all([hearAudio().catch(() => {}), keepAwake()]);
    if (rings()) beep(ways.audio.currentTime, 880);
    drawReminder();
  }

  async function armAgain() {
    if (!ways.isArmed) return;
    await Promise.all([hearAudio().catch(() => {}), ways.lock === null ? keepAwake() : null]);
    drawReminder();
  }

  // ---------------------------------------------------------------- showing

  /** Changes only what is otherwise now: so a screen reader says a call once, and no focus is lost. */
  function showPlace(html) {
    const fresh = new DOMParser().parseFromString(html, 'text/html').body;
    for (const part of Array.from(fresh.children)) {
      const old = byId(part.id);
      if (old === null || old.isEqualNode(part)) continue;
      while (old.firstChild) old.removeChild(old.firstChild);
      for (const node of Array.from(part.childNodes)) old.appendChild(node);
      old.hidden = part.hidden;
    }
  }

  function show(place) {
    const isCalled = place.state === 'called';
    const isNew = isCalled && (shown.state !== 'called' || place.recalls > shown.recalls);
    Object.assign(shown, { state: place.state, recalls: place.recalls, ahead: place.ahead || 0 });
    tries.failures = 0;
    document.body.dataset.state = place.state;
    byId('asOf').textContent = place.asOf;
    showPlace(place.html);
    document.title = `${place.number} · ${byId('headline').textContent}`;
    drawReminder();
    drawLost();
    if (isNew) remind();
  }

  function drawLost() {
    byId('lost').hidden = tries.failures === 0;
  }

  function note(text) {
    byId('note').textContent = text;
    byId('note').hidden = text === '';
  }

  // ---------------------------------------------------------------- hearing

  function letGo() {
    clearTimeout(tries.timer);
    if (tries.stream !== null) tries.stream.abort();
    tries.stream = null;
  }

  /** Milliseconds until the hall is asked again where it doesn't tell: fewer near the call. */
  function nextLook() {
    if (tries.failures > 0) return Math.min(30000, 2000 * Math.pow(2, tries.failures - 1));
    if (shown.state === 'waiting') return shown.ahead <= 3 ? 3000 : 8000;
    return 5000;
  }

  async function look() {
    try {
      const response = await fetch(at('state'), { cache: 'no-store' });
      if (response.status === 404) location.reload(); // the hall has a page that says why
      else if (response.ok) show(await response.json());
      else tries.failures += 1;
    } catch (e) {
      tries.failures += 1;
    }
    drawLost();
  }

  async function read(body) {
    const reader = body.getReader();
    const decoder = new TextDecoder();
    let heard = '';
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      heard += decoder.decode(piece.value, { stream: true });
      const messages = heard.split('\n\n');
      heard = messages.pop();
      for (const message of messages)
        if (message.startsWith('data: ')) {
          show(JSON.parse(message.slice('data: '.length)));
          clearTimeout(tries.timer);
          tries.timer = setTimeout(askInstead, kSilence);
        }
    }
  }

  /** Shows what the hall tells, as soon as it changes, until it tells no more. */
  async function follow() {
    letGo();
    const stream = new AbortController();
    tries.stream = stream;
    tries.timer = setTimeout(askInstead, kSilence);
    try {
      const response = await fetch(at('events'), { cache: 'no-store', signal: stream.signal });
      if (response.ok) await read(response.body);
    } catch (e) {
      // As at the end of a stream: the hall is asked.
    }
    if (tries.stream === stream) await askInstead();
  }

  /** Asks, and follows again after a while. */
  async function askInstead() {
    letGo();
    await look();
    tries.timer = setTimeout(follow, nextLook());
  }

  // ---------------------------------------------------------------- commands

  /** A form's command is sent without leaving the page, which would forget that it reminds. */
  async function send(form) {
    const id = form.elements.requestId;
    note('');
    try {
      const response = await fetch(`${form.getAttribute('action')}?language=${language}`, { method: 'POST',
        headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ requestId: id.value }) });
      if (response.status < 500) id.value = uuid(); // else it is asked again under the same one
      if (!response.ok) note(form.dataset.failed);
    } catch (e) {
      note(form.dataset.failed);
    }
    await look();
  }

  for (const what of ['cancel', 'postpone']) {
    const dialog = byId(`${what}Dialog`);
    byId('place').addEventListener('click', (event) => {
      if (event.target.id !== what || !dialog.showModal) return;
      event.preventDefault();
      dialog.showModal();
    });
    dialog.querySelector('[data-closes]').addEventListener('click', (event) => {
      if (!dialog.close) return;
      event.preventDefault();
      dialog.close();
    });
    byId(`${what}Form`).addEventListener('submit', (event) => {
      event.preventDefault();
      if (dialog.close) dialog.close();
      send(event.target);
    });
  }
  byId('remind').addEventListener('click', arm);
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) return;
    armAgain();
    follow();
  });
  drawReminder();
  follow();
}());
