// JavaScript of the pages and of their tests: no globals but those named here, functions that can be read.
const readonly = (names) => Object.fromEntries(names.map((name) => [name, 'readonly']));

const browser = ['Chart', 'AbortController', 'Event', 'FormData', 'Intl', 'URL', 'URLSearchParams', 'clearInterval',
  'TextDecoder', 'clearTimeout', 'console', 'crypto', 'document', 'fetch', 'getComputedStyle', 'localStorage', 'location', 'navigator', 'print', 'sessionStorage',
  'setInterval', 'setTimeout', 'window'];

const rules = {
  complexity: ['error', 10],
  'max-depth': ['error', 3],
  'max-lines': ['error', 300],
  'max-lines-per-function': ['error', { max: 40 }],
  'max-params': ['error', 5],
  'array-callback-return': 'error',
  eqeqeq: 'error',
  'no-console': 'error',
  'no-constant-condition': 'error',
  'no-dupe-else-if': 'error',
  'no-dupe-keys': 'error',
  'no-duplicate-imports': 'error',
  'no-else-return': 'error',
  'no-empty': 'error',
  'no-eval': 'error',
  'no-fallthrough': 'error',
  'no-implicit-globals': 'error',
  'no-implied-eval': 'error',
  'no-nested-ternary': 'error',
  'no-promise-executor-return': 'error',
  'no-return-assign': 'error',
  'no-self-compare': 'error',
  'no-shadow': 'error',
  'no-undef': 'error',
  'no-unreachable': 'error',
  'no-unused-vars': 'error',
  'no-use-before-define': ['error', { functions: false }],
  'no-useless-return': 'error',
  'no-var': 'error',
  'object-shorthand': 'error',
  'prefer-const': 'error',
  'prefer-template': 'error',
  'require-await': 'error',
};

export default [
  { files: ['**/*.mjs'], languageOptions: { globals: readonly(browser) }, rules },
  // What older phones run: a script of 2017, without modules.
  { files: ['manager/phone/*.js'],
    languageOptions: { ecmaVersion: 2017, sourceType: 'script', globals: readonly([...browser, 'DOMParser']) },
    rules: { ...rules, 'no-unused-vars': ['error', { caughtErrors: 'none' }] } }, // a catch names its error there
  { files: ['tests/**/*.mjs'], languageOptions: { globals: readonly(['ReadableStream', 'TextEncoder', 'process']) },
    rules: { 'max-lines-per-function': 'off' } },
];
