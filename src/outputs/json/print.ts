/** JSON as our files hold it: two spaces, a final newline, members in the documented order. */
export function printJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
