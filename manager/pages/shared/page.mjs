// Building blocks of a page.

/** el('td', { class: 'x' }, 'text', otherElement) */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

export function byId(id) {
  return document.getElementById(id);
}

export function show(element, visible) {
  element.hidden = !visible;
}

/** Buttons of which one is pressed. */
export function segments(host, choices, chosen, label, onChosen) {
  host.setAttribute('aria-label', label);
  host.replaceChildren(...choices.map(({ key, text }) => el('button',
    { type: 'button', 'aria-pressed': String(key === chosen), onclick: () => onChosen(key) }, text)));
}
