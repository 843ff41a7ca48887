// What a page shows of a device; the words are the hall's.

/** "printer-1 · 取号机 1", of the kiosk or the counter that it belongs to. */
function nameOf(device, word) {
  if (device.kiosk !== null) return `${device.id} · ${word('kioskIs', device.kiosk)}`;
  return device.counter === null ? device.id : `${device.id} · ${word('counterIs', device.counter)}`;
}

/** How its last test ended; empty: it was never tested. */
function testOf(test, language) {
  if (test === null) return '';
  return [test.says[language], test.remedy?.[language]].filter(Boolean).join(': ');
}

/** One line: `bad` where somebody must go there. */
export function deviceLine(device, language, word) {
  const works = device.connected && (device.state === 'ok' || device.state === 'warning');
  return { id: device.id, name: nameOf(device, word), says: device.says[language],
    remedy: device.remedy?.[language] ?? '', test: testOf(device.test, language), bad: !works,
    mayTest: device.connected && device.test?.endedAt !== null };
}

/** Those first that somebody must go to. */
export function inOrder(lines) {
  return [...lines.filter((line) => line.bad), ...lines.filter((line) => !line.bad)];
}
