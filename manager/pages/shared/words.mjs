// Translations of the managers' pages, and the choice of language.

const kWords = {
  otherLanguage: ['English', '中文'],
  loginTitle: ['登录', 'Log in'],
  loginHint: ['请输入您的访问令牌。它由管理员发放，只保存在本次会话中。',
    'Enter your access token. An administrator hands it out; it is kept for this session only.'],
  token: ['访问令牌', 'Access token'],
  logIn: ['登录', 'Log in'],
  logOut: ['退出登录', 'Log out'],
  loginRefused: ['这个令牌不存在或已作废。请检查后再试，或向管理员领取新的。',
    'This token is unknown or has been revoked. Check it, or ask an administrator for a new one.'],
  clockTitle: ['营业厅时钟有疑问', 'The hall’s clock is in doubt'],
  clock_before_build: ['主机时钟显示 {0}，早于本程序的发布日期。', 'The computer’s clock shows {0}, before this program was built.'],
  clock_before_last: ['主机时钟显示 {0}，早于营业厅最后的记录。', 'The computer’s clock shows {0}, before the hall’s last record.'],
  clock_too_far_ahead: ['主机时钟显示 {0}，比最后的记录晚 16 天以上。',
    'The computer’s clock shows {0}, more than 16 days after the hall’s last record.'],
  clock_many_days: ['主机时钟显示 {0}，比最后的记录晚一个营业日以上。',
    'The computer’s clock shows {0}, more than one business day after the hall’s last record.'],
  clock_stepped: ['主机时钟显示 {0}，与营业厅时间相差两分钟以上。',
    'The computer’s clock shows {0}, more than two minutes away from the hall’s time.'],
  clock_not_synchronised: ['主机时钟显示 {0}，尚未与网络时间同步。',
    'The computer’s clock shows {0} and isn’t synchronised with the network.'],
  clockGoesOn: ['营业厅照常服务，仍按 {0} 计时。请校正主机时钟，或确认现在的时间。',
    'The hall serves on and counts it as {0}. Set the computer’s clock right, or confirm the time.'],
  clockConfirm: ['确认现在是 {0}', 'Confirm that it is {0}'],
  clockAsk: ['现在确实是 {0} 吗？营业日期将按此确定。', 'Is it really {0}? The business date will follow.'],
  unreachable: ['现在连不上营业厅服务。请稍后再试。', 'The hall can’t be reached right now. Please try again shortly.'],
  stillCounting: ['服务刚启动，报表还在统计以往记录，已完成 {0}%。完成后会自动显示；叫号不受影响。',
    'The hall has just started and is still counting its past: {0} % done. The report appears by itself; calls go on.'],
  forbidden: ['这个账号不能查看这份报表。请用经理账号登录。', 'This account may not see this report. Log in as a manager.'],
  waits: ['等候报表', 'Waits'],
  fairness: ['公平报表', 'Fairness'],
  inTurn: ['按规则叫号', 'Calls in turn'],
  guardedHelped: ['其中久候优先 {0} · 专席协助 {1}', 'of these: long wait {0} · dedicated counter helped {1}'],
  passing: ['有人被越过的叫号', 'Calls that passed somebody'],
  people: ['被越过 {0} 人次', '{0} times somebody was passed'],
  passedMost: ['越过最多', 'Passed by at most'],
  promised: ['承诺不到 {0}', 'promised: less than {0}'],
  violations: ['超出界限 {0} 次', 'bound broken: {0}'],
  outOfTurn: ['指定叫号', 'Out of turn'],
  atMost: ['最多 {0}', 'at most {0}'],
  elsewhere: ['他处被越过', 'Passed elsewhere'],
  noBound: ['无界限', 'no bound'],
  boundsTitle: ['最多可被越过（分）', 'Can be passed by at most (minutes)'],
  boundsNote: ['行：先取号而仍在等候的客户；列：后取号却先被叫到的客户。按现行规则，取所有窗口中最大者。',
    'Rows: who came first and still waits. Columns: who came later and is called. The largest over all counters, under the rules in force.'],
  passedBy: ['被越过 ＼ 被叫到', 'passed \\ called'],
  passedPeople: ['被越过人次', 'People passed'],
  broken: ['超界', 'Broken'],
  fairnessNote: ['以被叫到的客户归组。分钟数取每次叫号中被越过最多的一位。指定叫号不受界限约束；“他处”指该窗口不能办理的客户。',
    'Grouped by who was called. Minutes are those of the one passed by most at each call. Calls by number have no bound; “elsewhere” are those whom the counter may not serve.'],
  sections: ['页面', 'Pages'],
  range: ['日期范围', 'Dates'],
  today: ['今天', 'Today'],
  week: ['近 7 天', 'Last 7 days'],
  month: ['近 30 天', 'Last 30 days'],
  from: ['从', 'From'],
  until: ['到', 'to'],
  export: ['导出 CSV', 'Export CSV'],
  print: ['打印', 'Print'],
  groupBy: ['分组', 'Group by'],
  tier: ['星级', 'Tier'],
  service: ['业务', 'Service'],
  counter: ['窗口', 'Counter'],
  clerk: ['营业员', 'Clerk'],
  day: ['日期', 'Day'],
  halfhour: ['半小时', 'Half-hour'],
  weekday: ['星期', 'Weekday'],
  calls: ['叫号', 'Calls'],
  median: ['等候中位', 'Median wait'],
  ninety: ['等候 p90', 'Wait p90'],
  inTarget: ['目标内', 'In target'],
  lost: ['未服务', 'Not served'],
  issued: ['取号 {0}', '{0} tickets'],
  lostParts: ['关厅 {0} · 取消 {1} · 过号 {2}', 'closed {0} · cancelled {1} · no‑show {2}'],
  countIs: ['n = {0}', 'n = {0}'],
  thanBefore: ['{0} 比上期（n = {1}）', '{0} · before: n = {1}'],
  same: ['与上期相同（n = {0}）', 'as before: n = {0}'],
  minutes: ['{0} 分', '{0} min'],
  percent: ['{0} %', '{0} %'],
  heatTitle: ['p90 等候（分）· 半小时 × 星期', 'p90 wait (minutes) by half-hour and weekday'],
  heatNote: ['括号内为叫号数；深色表示等得更久。', 'In brackets: calls. Darker means a longer wait.'],
  groupTitle: ['按{0}', 'By {0}'],
  count: ['人数', 'Calls'],
  mean: ['均值', 'Mean'],
  p50: ['p50', 'p50'],
  p90: ['p90', 'p90'],
  p95: ['p95', 'p95'],
  longest: ['最长', 'Longest'],
  unitNote: ['等候以分钟计：从取号（或重排、转移）到叫号。', 'Waits in minutes, from ticket (or re-queue, transfer) to call.'],
  chartText: ['每组的 p50 与 p90 等候，数值见表格', 'p50 and p90 wait of each group; the table has the figures'],
  empty: ['这段时间没有叫号', 'Nobody was called in this time'],
  emptyHint: ['换一个日期范围再看。未到营业日的日期没有数据。', 'Choose other dates. Days that haven’t begun have no figures.'],
  failed: ['报表没有读到', 'The report could not be read'],
  retry: ['再试一次', 'Try again'],
  loading: ['正在读取…', 'Loading…'],
  starsUp: ['{0} 星起', '{0} stars and up'],
  everybodyElse: ['其他', 'Others'],
  nobody: ['（无）', '(none)'],
  counterNo: ['{0} 号窗口', 'Counter {0}'],
  usher: ['引导员', 'Usher'],
  usherHint: ['按时间和业务查找号票，不按姓名。', 'Find a ticket by time and service, never by name.'],
  findTicket: ['查找号票', 'Find a ticket'],
  find: ['查找', 'Find'],
  state: ['状态', 'State'],
  number: ['号码', 'Number'],
  timeFrom: ['取号时间从', 'Issued from'],
  timeTo: ['到', 'until'],
  anyService: ['全部业务', 'Any service'],
  anyState: ['全部状态', 'Any state'],
  foundCount: ['找到 {0} 张（最多显示 200 张，新的在前）', '{0} found (200 at most, newest first)'],
  issuedAtIs: ['{0} 取号', 'issued {0}'],
  aheadIs: ['前面 {0} 人', '{0} ahead'],
  reprint: ['补打', 'Print again'],
  requeue: ['重新排队', 'Back in line'],
  move: ['改办业务', 'Other service'],
  statutory: ['依法优先', 'Statutory priority'],
  cancel: ['取消号票', 'Cancel'],
  kioskNo: ['取号机 {0}', 'Kiosk {0}'],
  did_reprint: ['{0} 正在补打', '{0} is being printed again'],
  did_requeue: ['{0} 已重新排队', '{0} is back in line'],
  did_move: ['{0} 已改办业务', '{0} waits for the other service'],
  did_statutory: ['{0} 的优先已更改', 'The priority of {0} was changed'],
  did_cancel: ['{0} 已取消', '{0} was cancelled'],
  did_enter: ['{0} 已录入', '{0} was entered'],
  state_waiting: ['等候中', 'Waiting'],
  state_called: ['已叫号', 'Called'],
  state_serving: ['办理中', 'In service'],
  state_parked: ['挂起', 'Parked'],
  state_no_show: ['过号', 'No-show'],
  state_finished: ['已办结', 'Finished'],
  state_cancelled: ['已取消', 'Cancelled'],
  state_unserved: ['未服务', 'Not served'],
  statutory_none: ['无优先', 'None'],
  statutory_disabled: ['残疾人', 'Disabled'],
  statutory_elderly: ['老年人', 'Elderly'],
  statutory_pregnant: ['孕妇', 'Pregnant'],
  statutory_military: ['现役军人', 'Serving military'],
  outage: ['录入手写号', 'Enter a hand-written number'],
  outageHint: ['停电时手写的号从 9001 到 9999（如 A9001）。按实际取号时间排队，不按录入时间。',
    'Numbers written by hand during an outage run from 9001 to 9999, such as A9001. They count from their real time.'],
  slipNumber: ['手写号码', 'Number on the slip'],
  issuedTime: ['实际取号时间', 'Really issued at'],
  servedAlready: ['已经办完的，补记办理时间', 'Served already: give its times'],
  calledTime: ['叫号时间', 'Called at'],
  startedTime: ['开始时间', 'Started at'],
  finishedTime: ['结束时间', 'Finished at'],
  enter: ['录入', 'Enter'],
  servedHalf: ['叫号、开始、结束三个时间要么都填，要么都不填。',
    'Give all three times of the service - called, started, finished - or none.'],
  mon: ['周一', 'Mon'], tue: ['周二', 'Tue'], wed: ['周三', 'Wed'], thu: ['周四', 'Thu'],
  fri: ['周五', 'Fri'], sat: ['周六', 'Sat'], sun: ['周日', 'Sun'],
};

const kStore = 'starqueue.language';

/** "zh" or "en": what was chosen here before, else what the browser asks for. */
export function language() {
  const chosen = globalThis.localStorage?.getItem(kStore);
  if (chosen === 'zh' || chosen === 'en') return chosen;
  return (globalThis.navigator?.language ?? 'zh').startsWith('zh') ? 'zh' : 'en';
}

export function switchLanguage() {
  const other = language() === 'zh' ? 'en' : 'zh';
  localStorage.setItem(kStore, other);
  return other;
}

/** The word for `key`, with {0}, {1}… filled in. */
export function word(key, ...parts) {
  return wordIn(language(), key, ...parts);
}

export function wordIn(chosen, key, ...parts) {
  const both = kWords[key];
  if (!both) throw new Error(`no such word: ${key}`);
  return both[chosen === 'zh' ? 0 : 1].replace(/\{(\d)\}/g, (_, place) => parts[place] ?? '');
}

export const wordKeys = Object.keys(kWords);

/** Sets the text of every element with data-word. */
export function applyWords(root, chosen) {
  document.documentElement.lang = chosen === 'zh' ? 'zh-CN' : 'en';
  for (const element of root.querySelectorAll('[data-word]'))
    element.textContent = wordIn(chosen, element.dataset.word);
}
