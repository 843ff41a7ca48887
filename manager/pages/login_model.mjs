// What the log-in page decides.

const kShortestPassword = 12;
const kHardToGuess = 60; // bits: 10^18 guesses

/** Where somebody with that role begins. */
export function homeOf(role) {
  return role === 'usher' ? 'usher.html' : './';
}

/** What logs somebody in; without a code where none was asked for. */
export function loginBody(requestId, user, password, code) {
  const body = { requestId, user: user.trim(), password };
  const typed = code.trim();
  return typed === '' ? body : { ...body, code: typed };
}

/** Whether name and password are typed anew after a refusal; else the code is. */
export function asksAnew({ code }) {
  return ['login_refused', 'factor_needed', 'wrong_origin', 'first_password_over', 'pepper_lost'].includes(code);
}

const kRefused = { code_refused: 'codeRefused', factor_needed: 'factorNeeded', factor_unreadable: 'factorUnreadable',
  first_password_over: 'passwordOver', pepper_lost: 'pepperLost', known_password: 'passwordKnown',
  bad_password: 'passwordTooSimple', wrong_origin: 'loginWrongOrigin' };

/** The word for why the hall has refused. */
export function loginProblem({ status, code }) {
  if (code === 'login_refused') return status === 401 ? 'loginRefused' : 'oldPasswordWrong';
  return kRefused[code] ?? (status === 429 ? 'loginTooMany' : 'unreachable');
}

/** The word for what is wrong with a new password before the hall is asked; null: nothing. */
export function passwordProblem(old, password, again) {
  if (password !== again) return 'passwordsDiffer';
  if (password === old) return 'passwordIsOld';
  return [...password].length < kShortestPassword ? 'passwordTooShort' : null;
}

/** What is shown of a new password while it is typed: a word, null for none, and a level of 0 to 1. `said` is the
 * hall's answer to it; null: it wasn't asked. */
export function judgementOf(password, said) {
  if (password === '') return { word: null, level: 0 };
  if ([...password].length < kShortestPassword) return { word: 'passwordTooShort', level: 0 };
  if (said === null) return { word: null, level: 0 };
  if (said.code !== null) return { word: loginProblem({ status: 400, code: said.code }), level: 0.1 };
  const level = Math.min(1, said.bits / kHardToGuess);
  return { word: level === 1 ? 'strengthStrong' : 'strengthTaken', level: Math.max(0.35, level) };
}
