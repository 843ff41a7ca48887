// The phone page's model: the ticket's state in words, without DOM and network.

const kPlain = {
  zh: {
    other: 'English', cancel: '不等了，取消这个号', sureTitle: '要取消这个号吗？',
    sureHint: '取消后就不会再叫这个号；以后要来，请重新取号。', keep: '继续等', give: '取消这个号',
    goneTitle: '没有找到这个号', goneHint: '它可能是另一天的号，或者网址不完整。请到引导台询问。',
    restoredTitle: '大厅系统刚恢复过', restoredHint: '系统里没有您的号。请拿着小票到引导台，工作人员会为您安排。',
    postpone: '我会晚一点到', postponeTitle: '推迟叫号？',
    postponeHint: '{minutes} 分钟内不叫您的号，之后回到原来的位置。只能推迟一次。', later: '推迟 {minutes} 分钟',
    notLater: '不推迟', rate: '评价这次办理', explain: '告诉我们原因', postponeFailed: '没有推迟成功，请再试一次或到引导台说明。',
    lost: '暂时连不上，正在重试。请留意大厅的屏幕和广播。', cancelFailed: '没有取消成功，请再试一次或到引导台说明。',
  },
  en: {
    other: '中文', cancel: 'Give up this number', sureTitle: 'Give up this number?',
    sureHint: 'It won’t be called any more; to come later, take a new one.', keep: 'Keep waiting',
    give: 'Give it up', goneTitle: 'This number was not found',
    goneHint: 'It may be from another day, or the address is incomplete. Please ask at the desk.',
    restoredTitle: 'The hall was restored',
    restoredHint: 'It doesn’t know this number any more. Please ask the usher and show your ticket.',
    postpone: 'I’ll be a little later', postponeTitle: 'Put off the call?',
    postponeHint: 'You won’t be called for {minutes} minutes and then have your place back. This works once.',
    later: '{minutes} minutes later', notLater: 'Don’t put it off', rate: 'Rate your visit', explain: 'Tell us why',
    postponeFailed: 'That didn’t work. Please try again, or tell the desk.',
    lost: 'No connection right now; trying again. Please watch the hall’s screens.',
    cancelFailed: 'That didn’t work. Please try again, or tell the desk.',
  },
};

const kStates = {
  zh: {
    serving: ['正在为您办理', '在{counter}'], finished: ['已办完', '谢谢您的光临'],
    no_show: ['已过号', '请到引导台，不必重新排队'], parked: ['请准备好材料', '准备好后请回到{counter}或引导台'],
    postponed: ['已推迟叫号', '{until} 起重新排队，位置不变'],
    cancelled: ['这个号已取消', '需要时请重新取号'], unserved: ['今天未能办理', '抱歉，请到引导台'],
  },
  en: {
    serving: ['You are being served', 'At {counter}'], finished: ['All done', 'Thank you for coming'],
    no_show: ['Your number has passed', 'Please go to the desk; no need to queue again'],
    parked: ['Please get your papers ready', 'Then come back to {counter} or the desk'],
    postponed: ['Your call is put off', 'Back in line at {until}, in the same place'],
    cancelled: ['This number is given up', 'Take a new one whenever you need it'],
    unserved: ['Not served today', 'We are sorry; please go to the desk'],
  },
};

export function plainWords(chosen) {
  return kPlain[chosen];
}

/** Why the number can't be shown: the hall went on from a backup that doesn't have it, or doesn't know it. */
export function goneWords(restored, chosen) {
  const words = kPlain[chosen];
  return restored ? { goneTitle: words.restoredTitle, goneHint: words.restoredHint }
    : { goneTitle: words.goneTitle, goneHint: words.goneHint };
}

const kWaits = {
  zh: { unknown: '窗口尚未开始办理', atOnce: '马上办理' },
  en: { unknown: "Counters aren't open yet", atOnce: 'Right away' },
};

/** Whether a counter is free: nothing else is "at once". */
function isAtOnce(wait) {
  return wait.method !== 'unknown' && wait.p90 === 0;
}

/** "8–14 分钟": both ends rounded outwards to whole minutes, one number where they meet; or words alone. */
export function waitRange(wait, chosen) {
  if (wait.method === 'unknown') return kWaits[chosen].unknown;
  if (isAtOnce(wait)) return kWaits[chosen].atOnce;
  const near = Math.floor(wait.p10 / 60);
  const far = Math.ceil(wait.p90 / 60);
  const range = near === far ? `${far}` : `${near}–${far}`;
  return chosen === 'zh' ? `${range} 分钟` : `${range} min`;
}

/** Whether a sign stands by itself in a name: "3" does in "3号窗口", not in "3B" or "13". */
function standsIn(sign, name) {
  const runsOn = (left, right) => /^[0-9A-Za-z]{2}$/.test((left ?? '') + (right ?? ''));
  for (let at = name.indexOf(sign); at >= 0; at = name.indexOf(sign, at + 1)) {
    const end = at + sign.length;
    if (!runsOn(name[at - 1], name[at]) && !runsOn(name[end - 1], name[end])) return true;
  }
  return false;
}

/** The counter's name with what stands over it, from { sign, name }, or from nothing. */
export function counterName(counter, chosen) {
  const zh = chosen === 'zh';
  if (!counter) return zh ? '窗口' : 'the counter';
  const { sign } = counter;
  const name = counter.name[chosen];
  if (standsIn(sign, name)) return name;
  return zh ? `${sign}（${name}）` : `${sign} (${name})`;
}

/** How long it still takes, as a sentence. */
function waitSentence(wait, chosen) {
  if (!wait) return '';
  const words = waitRange(wait, chosen);
  if (wait.method === 'unknown' || isAtOnce(wait)) return words;
  return chosen === 'zh' ? `预计还要 ${words}` : `About ${words} more`;
}

function waiting({ ahead, waitSeconds }, chosen) {
  const zh = chosen === 'zh';
  if (ahead === 0 && waitSeconds && isAtOnce(waitSeconds))
    return [waitRange(waitSeconds, chosen), zh ? '请在叫号屏附近等候' : 'Please wait near the screens'];
  const next = zh ? '您是下一位' : 'You are next';
  const place = zh ? `前面 ${ahead} 人` : `${ahead} ahead of you`;
  return [ahead === 0 ? next : place, waitSentence(waitSeconds, chosen)];
}

/** "10:25", of an instant of the hall. */
function untilText(instant, chosen) {
  if (!instant) return '';
  const options = { hour: '2-digit', minute: '2-digit' };
  return new Date(instant).toLocaleTimeString(chosen === 'zh' ? 'zh-CN' : 'en-GB', options);
}

/** The words of putting off the call, with the hall's minutes. */
export function postponeWords({ postponeMinutes }, chosen) {
  const { postpone, postponeTitle, postponeHint, later, notLater } = kPlain[chosen];
  const filled = (text) => text.replace('{minutes}', postponeMinutes);
  return { postpone, postponeTitle, postponeHint: filled(postponeHint), later: filled(later), notLater };
}

/** Whether the hall says that the call may be put off now. */
export function mayPostpone({ may }) {
  return may.includes('postpone');
}

/** { headline, detail, advice } of what `/t/{secret}/state` said. */
export function ticketWords(ticket, chosen) {
  const counter = counterName(ticket.counter, chosen);
  const zh = chosen === 'zh';
  if (ticket.state === 'called')
    return { headline: zh ? `请到${counter}` : `Go to ${counter}`, detail: zh ? '现在轮到您了' : 'It is your turn now',
      advice: '' };
  if (ticket.state !== 'waiting') {
    const [headline, detail] = kStates[chosen][ticket.state] ?? [ticket.state, ''];
    const until = untilText(ticket.postponedUntil, chosen);
    return { headline, detail: detail.replace('{counter}', counter).replace('{until}', until), advice: '' };
  }
  const [headline, detail] = waiting(ticket, chosen);
  const advice = zh ? '叫到您时这里会提示；有优先权的顾客可能先叫。'
    : 'This page tells you when it is your turn. Customers with priority may be called first.';
  return { headline, detail, advice };
}

/** Whether the hall says that the ticket may be given up now. */
export function mayCancel({ may }) {
  return may.includes('cancel');
}

/** Milliseconds until the hall is asked again where it doesn't tell: fewer near the call. "gone": it knows no such ticket. */
export function nextLook(ticket, failures) {
  if (failures > 0) return Math.min(30_000, 2_000 * 2 ** (failures - 1));
  if (ticket.state === 'gone') return 15_000;
  if (ticket.state === 'waiting') return ticket.ahead <= 3 ? 3_000 : 8_000;
  return 5_000;
}
