// What the log-in page decides.

const kShortestPassword = 12;

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
  return ['login_refused', 'factor_needed', 'wrong_origin'].includes(code);
}

/** The word for why the hall has refused. */
export function loginProblem({ status, code }) {
  if (code === 'login_refused') return status === 401 ? 'loginRefused' : 'oldPasswordWrong';
  if (code === 'code_refused') return 'codeRefused';
  if (code === 'factor_needed') return 'factorNeeded';
  if (code === 'factor_unreadable') return 'factorUnreadable';
  if (code === 'known_password') return 'passwordKnown';
  if (code === 'bad_password') return 'passwordTooSimple';
  if (code === 'wrong_origin') return 'loginWrongOrigin';
  return status === 429 ? 'loginTooMany' : 'unreachable';
}

/** The word for what is wrong with a new password before the hall is asked; null: nothing. */
export function passwordProblem(old, password, again) {
  if (password !== again) return 'passwordsDiffer';
  if (password === old) return 'passwordIsOld';
  return [...password].length < kShortestPassword ? 'passwordTooShort' : null;
}
