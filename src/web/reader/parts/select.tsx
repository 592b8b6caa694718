import type { Labels } from '../../../show/show-speaker.ts';
import { showUnseen } from '../../../show/show-unseen.ts';

export interface SelectProps {
  readonly name: string;
  readonly label: string;
  readonly options: Labels['sides'];
  readonly chosen: string | undefined;
  /** What choosing nothing is called; without it something is always chosen. */
  readonly any?: string;
}

/** A labelled choice by id. */
export function Select({ name, label, options, chosen, any }: SelectProps) {
  return (
    <label>
      <span>{label}</span>
      <select name={name}>
        {any === undefined ? null : <option value="">{any}</option>}
        {options.map((option) => (
          <option value={option.id} {...(option.id === chosen ? { selected: true } : {})}>
            {showUnseen(option.label)}
          </option>
        ))}
      </select>
    </label>
  );
}
