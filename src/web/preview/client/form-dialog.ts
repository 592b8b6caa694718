import { element, uniqueId } from './elements.ts';
import type { Form } from './wire.ts';

const SELECT = 3;
const PARAGRAPH = 2;

/** Opens a form of the bot over the page; `submit` gets what was filled in, and throws a sentence that is shown. */
export function openForm(
  { title, components }: Form,
  submit: (fields: Readonly<Record<string, string>>) => Promise<void>,
): void {
  const before = document.activeElement;
  const heading = uniqueId('form');
  const problem = element('p', { role: 'alert', class: 'problem' });
  const fields = components.map(fieldOf);
  const close = (): void => dialog.close();
  const sending = element('button', { type: 'submit', class: 'button primary' }, 'Submit');
  const form = element(
    'form',
    {
      method: 'dialog',
      onsubmit(event) {
        event.preventDefault();
        sending.disabled = true;
        const values = Object.fromEntries(fields.map(({ name, control }) => [name, control.value]));
        submit(values).then(close, (error: unknown) => {
          problem.textContent = error instanceof Error ? error.message : String(error);
          sending.disabled = false;
        });
      },
    },
    element('h2', { id: heading }, title),
    ...fields.map(({ root }) => root),
    problem,
    element(
      'div',
      { class: 'form-buttons' },
      element('button', { type: 'button', class: 'button secondary', onclick: close }, 'Cancel'),
      sending,
    ),
  );
  const dialog = element('dialog', { 'aria-labelledby': heading, class: 'form' }, form);
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (before instanceof HTMLElement && before.isConnected) before.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
}

function fieldOf({ label, description, component }: Form['components'][number]) {
  const id = uniqueId('field');
  const about = description === undefined ? undefined : `${id}-about`;
  const { custom_id: name, required, options } = component;
  const control = component.type === SELECT ? select() : textField();

  function select(): HTMLSelectElement {
    const made = element('select', { id, required, 'aria-describedby': about });
    if (!required || !options.some((option) => option.default))
      made.append(element('option', { value: '' }, '…'));
    for (const option of options) {
      const detail = option.description === undefined ? '' : ` — ${option.description}`;
      made.append(
        element('option', { value: option.value, selected: option.default }, `${option.label}${detail}`),
      );
    }
    return made;
  }

  function textField(): HTMLInputElement | HTMLTextAreaElement {
    const given = {
      id,
      required,
      'aria-describedby': about,
      maxlength: component.max_length ?? 4000,
      minlength: component.min_length,
      placeholder: component.placeholder,
    };
    const made =
      component.style === PARAGRAPH ? element('textarea', { ...given, rows: 4 }) : element('input', given);
    made.value = component.value ?? '';
    return made;
  }

  const root = element(
    'div',
    { class: 'field' },
    element('label', { for: id }, label, required ? ' (needed)' : null),
    description === undefined ? null : element('p', { id: about ?? '', class: 'about' }, description),
    control,
  );
  return { name, control, root };
}
