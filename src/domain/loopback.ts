/** Where is listened when nobody says otherwise: for this machine alone. */
export const LOOPBACK = '127.0.0.1';

/** Whether a host name or address is this machine's own. */
export function isLoopback(address: string): boolean {
  return /^(?:localhost|::1|\[::1\]|(?:::ffff:)?127(?:\.\d{1,3}){3})$/.test(address);
}
