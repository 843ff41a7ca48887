// Style sheets of the pages: mistakes, not layout.
export default {
  extends: ['stylelint-config-recommended'],
  rules: {
    'no-descending-specificity': null, // the sheets stand in the order of the page
    'color-named': 'never',
    'shorthand-property-no-redundant-values': true,
    'unit-disallowed-list': ['in', 'cm', 'mm', 'pt', 'pc'],
    'value-keyword-case': 'lower',
  },
};
