/** One field that would be other than it is: strings as a person reads them; `none` stands for absence. */
export interface Change {
  label: string;
  before: string;
  after: string;
}

/** A field as forms name it and as a person reads it. */
export interface Shown {
  label: string;
  value: string | undefined;
}

/** What differs between two states of the same fields, in their order. An absent or empty value reads `none`. */
export function changesBetween(before: readonly Shown[], after: readonly Shown[], none = 'None'): Change[] {
  return after.flatMap(({ label, value }) => {
    const was = before.find((one) => one.label === label)?.value || none;
    const is = value || none;
    return was === is ? [] : [{ label, before: was, after: is }];
  });
}
