// oxlint-disable-next-line no-control-regex
const STEERING = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** What came from outside must not steer the terminal; line ends and tabs become spaces. */
export function clean(text: string): string {
  return text.replace(/\s+/g, ' ').replace(STEERING, '');
}

/** The same for a text that may have several lines. */
export function cleanLines(text: string): string {
  return text.replace(STEERING, '');
}
